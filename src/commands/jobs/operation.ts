import * as vscode from 'vscode';
import type { JobEvent, JobRef } from '../../connections/api.ts';
import { refusalOf, type JobAction } from '../../explorer/actions.ts';
import { withProgress } from '../../platform/progress.ts';
import { UserError } from '../../platform/userError.ts';
import type { JobService } from '../../services/jobService.ts';
import type { Job, RunSummary } from '../../services/model.ts';
import { runBatch, type Outcome } from '../batch.ts';
import { isOutcomeUnknown } from '../outcome.ts';
import type { CommandParts } from '../parts.ts';
import { refusalText } from '../refusals.ts';
import { jobsOf } from '../targets.ts';
import { showSummary } from './summary.ts';

/** A job as it was read right before something is done to it. */
export interface Target {
  readonly ref: JobRef;
  readonly service: JobService;
  readonly job: Job;
  readonly run: RunSummary | undefined;
}

/** Something that is done to one or many jobs. */
export interface Operation<Choice> {
  readonly action: JobAction;
  readonly event: Exclude<JobEvent['kind'], 'foldersChanged' | 'packagesChanged'>;
  /** For the progress and the notice of a failure, for example "Pause". */
  title(): string;
  /** For the line that says it was done, for example "3 jobs: asked to pause". */
  done(targets: readonly Target[], choice: Choice): string;
  /**
   * Asks what there is to ask, all jobs at once; undefined calls it off.
   * @param where connection and project, for questions: jobs are often named alike in test and production
   */
  prepare(targets: readonly Target[], where: string): Promise<Choice | undefined>;
  run(target: Target, choice: Choice): Promise<void>;
  /** After all of it, for what was done. */
  finish?(done: readonly Target[], choice: Choice): Promise<void> | void;
}

/** The time a line in the status bar stays, ms. */
const SAID_MS = 6000;

/** A command of this operation: for rows, a JobRef, a document, or what the user picks. */
export function operationCommand<Choice>(parts: CommandParts, operation: Operation<Choice>) {
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const refs = await jobsOf(parts, argument, selected);
    if (refs.length > 0) await operate(parts, operation, refs);
  };
}

async function operate<Choice>(
  parts: CommandParts,
  operation: Operation<Choice>,
  refs: readonly JobRef[],
): Promise<void> {
  const all = await readTargets(parts, refs);
  const refusals = all.map(target => ({ target, refusal: refusal(operation.action, target) }));
  const fitting = refusals.filter(({ refusal }) => refusal === undefined).map(({ target }) => target);
  const unfit = refusals.flatMap(({ target, refusal }) =>
    refusal === undefined ? [] : [{ target, refusal }],
  );
  if (fitting.length === 0) throw new UserError(unfit.map(({ refusal }) => refusal).join('\n'));
  const choice = await operation.prepare(fitting, whereOf(parts, fitting));
  if (choice === undefined) return;
  const outcomes = await perform(parts, operation, fitting, choice);
  const done = outcomes.filter(({ result }) => result === 'done').map(({ item }) => item);
  if (done.length > 0) {
    vscode.window.setStatusBarMessage(`$(check) ${operation.done(done, choice)}`, SAID_MS);
    await operation.finish?.(done, choice);
  }
  showSummary(parts, operation.title(), outcomes, unfit);
}

/**
 * Reads the jobs and their states anew: a row may be old, and what does not fit is better said by us than by an error.
 * @throws UserError for a job that is gone, ServiceError
 */
async function readTargets(parts: CommandParts, refs: readonly JobRef[]): Promise<readonly Target[]> {
  const targets = new Map<JobRef, Target>();
  const outcomes = await runBatch(refs, async ref => {
    const service = await parts.connections.service(ref.connection);
    const job = await service.getJob(ref.project, ref.job);
    if (!job) throw new UserError(vscode.l10n.t('The job “{0}” does not exist any more.', ref.job));
    const runs = job.isCommitted
      ? await service.runSummaries(ref.project, [ref.job], job.type)
      : new Map<never, never>();
    targets.set(ref, { ref, service, job, run: runs.get(ref.job) });
  });
  const failed = outcomes.find(outcome => outcome.result === 'failed');
  if (failed) throw failed.error;
  return refs.flatMap(ref => targets.get(ref) ?? []);
}

function refusal(action: JobAction, { job, run }: Target): string | undefined {
  const reason = refusalOf(action, { isCommitted: job.isCommitted, state: run?.actual });
  return reason && refusalText(reason, job.name);
}

async function perform<Choice>(
  parts: CommandParts,
  operation: Operation<Choice>,
  targets: readonly Target[],
  choice: Choice,
): Promise<readonly Outcome<Target>[]> {
  const work = async (target: Target) => {
    try {
      await operation.run(target, choice);
    } catch (error) {
      if (isOutcomeUnknown(error)) tell(parts, operation.event, target);
      throw error;
    }
    tell(parts, operation.event, target);
  };
  if (targets.length === 1) {
    const location = vscode.ProgressLocation.Window;
    return withProgress(progressTitle(operation, targets), () => runBatch(targets, work), { location });
  }
  return withProgress(progressTitle(operation, targets), (signal, report) =>
    runBatch(targets, work, {
      signal,
      onSettled: ({ item }, settled) => {
        report(vscode.l10n.t('{0} of {1}: {2}', settled, targets.length, item.ref.job), 1 / targets.length);
      },
    }),
  );
}

function progressTitle<Choice>(operation: Operation<Choice>, targets: readonly Target[]): string {
  const [only, ...others] = targets;
  return only && others.length === 0
    ? vscode.l10n.t('{0}: {1}', operation.title(), only.ref.job)
    : vscode.l10n.t('{0}: {1} jobs', operation.title(), targets.length);
}

function tell(parts: CommandParts, kind: Operation<unknown>['event'], { ref }: Target): void {
  parts.events.fire({ kind, ref });
  parts.states.refresh(ref);
}

/** Project and connection, a line for each project that the jobs are in. */
function whereOf({ connections }: CommandParts, targets: readonly Target[]): string {
  const places = targets.map(({ ref }) =>
    vscode.l10n.t(
      'Project: {0}, connection: {1}',
      ref.project,
      connections.get(ref.connection)?.name ?? ref.connection,
    ),
  );
  return [...new Set(places)].join('\n');
}

/** "“orders”", or "3 jobs": for questions and lines that name what they are about. */
export function named(targets: readonly Target[]): string {
  const [only, ...others] = targets;
  return only && others.length === 0 ? `“${only.ref.job}”` : vscode.l10n.t('{0} jobs', targets.length);
}

/** The names of the jobs, one a line, as the detail of a question about several. */
export function listed(targets: readonly Target[], most = 15): string {
  if (targets.length < 2) return '';
  const names = targets.slice(0, most).map(({ ref }) => `• ${ref.job}`);
  const rest = targets.length - names.length;
  if (rest > 0) names.push(vscode.l10n.t('… and {0} more', rest));
  return names.join('\n');
}

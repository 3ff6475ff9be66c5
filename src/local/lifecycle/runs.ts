import { ApiError, instanceNotFound, invalidParameter } from '../errors.ts';
import type { Observation, Run, WatchedRun } from '../engines/engine.ts';
import { currentInstance, findInstance, type InstanceRow, type WatchedRow } from '../store/instances.ts';
import type { JobHead } from '../store/jobs.ts';
import type { Context } from './context.ts';

/** `instanceId` of the current instance of a stream job (notes, section 5). */
export const CURRENT = '-1';

/** An instance as the engine watches it. */
export function watchedRunOf(row: WatchedRow): WatchedRun {
  return {
    id: row.id,
    project: row.projectName,
    job: row.jobName,
    jobType: row.jobType,
    apiType: row.apiType,
    startTime: row.startTime,
    memory: row.engineMemory,
  };
}

/** The same with what it runs. */
export function runOf(row: InstanceRow): Run {
  return {
    ...watchedRunOf(row),
    code: row.code,
    properties: row.properties ?? '',
    planJson: row.planJson ?? '',
    engineVersion: row.engineVersion ?? '',
  };
}

export function observe({ engine, clock }: Context, row: WatchedRow): Promise<Observation> {
  return engine.observe(watchedRunOf(row), clock.now());
}

/**
 * The instance an id of a request means, or undefined.
 * @throws ApiError InvalidinstanceId for -1 with a batch job
 */
export function lookUpInstance(context: Context, job: JobHead, instanceId: string): InstanceRow | undefined {
  return meansCurrent(job, instanceId)
    ? currentInstance(context.db, job.id)
    : findInstance(context.db, job.id, instanceId);
}

/** The same among the runs of the job. @throws ApiError InvalidinstanceId for -1 with a batch job */
export function pickRun(
  job: JobHead,
  runs: readonly WatchedRow[],
  instanceId: string,
): WatchedRow | undefined {
  return meansCurrent(job, instanceId)
    ? runs.findLast(({ archived }) => archived === 0)
    : runs.find(({ id }) => BigInt(id) === BigInt(instanceId));
}

function meansCurrent({ jobType }: JobHead, instanceId: string): boolean {
  if (instanceId !== CURRENT) return false;
  if (jobType !== 'FLINK_BATCH') return true;
  throw invalidParameter(
    'instanceId',
    '-1 means the current instance of a stream job; a batch job needs an id.',
  );
}

/** @throws ApiError InvalidinstanceId, InstanceNotFound */
export function instanceOf(context: Context, job: JobHead, instanceId: string): InstanceRow {
  const found = lookUpInstance(context, job, instanceId);
  if (!found) throw instanceNotFound(instanceId);
  return found;
}

/** @throws ApiError InvalidinstanceId, InstanceNotRunning (notes, section 6: for an absent instance too) */
export async function runningInstanceOf(
  context: Context,
  job: JobHead,
  instanceId: string,
): Promise<InstanceRow> {
  return ifRunning(context, lookUpInstance(context, job, instanceId));
}

/** @throws ApiError InstanceNotRunning */
export async function ifRunning<Row extends WatchedRow>(
  context: Context,
  row: Row | undefined,
): Promise<Row> {
  if (row && (await observe(context, row)).actual === 'RUNNING') return row;
  throw new ApiError('InstanceNotRunning', 409, 'The instance is not running.');
}

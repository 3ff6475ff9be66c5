import { LIVE, type InstanceState, type JobSummary, type RunSummary } from '../services/model.ts';

/** How what is saved relates to what is committed. The API tells draft from committed; `changed` is our own record. */
export type Publication = 'draft' | 'committed' | 'changed';

/** The one word a row shows; a request on its way (the expected state differs) has its own. */
export const PHASES = [
  'draft',
  'committed',
  'changed',
  'waiting',
  'running',
  'pausing',
  'paused',
  'resuming',
  'stopping',
  'stopped',
  'succeeded',
  'failed',
] as const;
export type Phase = (typeof PHASES)[number];

export interface JobStatus {
  readonly publication: Publication;
  /** undefined: never started, or not known yet. */
  readonly state: InstanceState | undefined;
  readonly phase: Phase;
}

const PHASE_OF: Readonly<Record<InstanceState, Phase | undefined>> = {
  UNKNOWN: undefined,
  WAITING: 'waiting',
  RUNNING: 'running',
  PAUSED: 'paused',
  TERMINATED: 'stopped',
  SUCCESS: 'succeeded',
  FAILED: 'failed',
};

/** The expected state changes at once, the actual one later (blink-openapi-notes, section 5). */
function transition({ actual, expected }: RunSummary): Phase | undefined {
  if (expected === undefined || expected === actual || !LIVE.has(actual)) return undefined;
  if (expected === 'PAUSED') return 'pausing';
  if (expected === 'TERMINATED') return 'stopping';
  return expected === 'RUNNING' && actual === 'PAUSED' ? 'resuming' : undefined;
}

/** @param isChanged it was saved after this window, or an earlier one, committed it */
export function statusOf(job: JobSummary, run: RunSummary | undefined, isChanged: boolean): JobStatus {
  if (!job.isCommitted) return { publication: 'draft', state: undefined, phase: 'draft' };
  const publication = isChanged ? 'changed' : 'committed';
  const phase = run && (transition(run) ?? PHASE_OF[run.actual]);
  return { publication, state: run?.actual, phase: phase ?? publication };
}

/**
 * The context value of a job's row, for `when` clauses of menus:
 * `job;<stream|batch>;<sql|datastream>;<draft|committed|changed>;<state in lower case, or none>`.
 */
export function contextOf(job: JobSummary, { publication, state }: JobStatus): string {
  const type = job.type === 'FLINK_BATCH' ? 'batch' : 'stream';
  const run = state === undefined || state === 'UNKNOWN' ? 'none' : state.toLowerCase();
  return ['job', type, job.api.toLowerCase(), publication, run].join(';');
}

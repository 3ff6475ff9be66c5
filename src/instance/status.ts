import {
  LIVE,
  PAUSABLE,
  RESUMABLE,
  STARTABLE,
  STOPPABLE,
  type Instance,
  type InstanceState,
  type JobSummary,
  type RunSummary,
} from '../services/model.ts';
import type { Action, Phase, Status } from '../webviews/instance/messages.ts';

/** What is known of a job when its panel is drawn. */
export interface JobFacts {
  readonly job: JobSummary;
  /** The newest state heard of. */
  readonly run: RunSummary | undefined;
  /** Details of an instance; left out when they are another instance's than `run`. */
  readonly instance: Instance | undefined;
  /** Epoch ms. */
  readonly checkedAt: number;
}

const PHASE_OF: Readonly<Record<InstanceState, Phase>> = {
  // A committed job that was never started is reported in this state.
  UNKNOWN: 'committed',
  WAITING: 'waiting',
  RUNNING: 'running',
  PAUSED: 'paused',
  TERMINATED: 'stopped',
  SUCCESS: 'succeeded',
  FAILED: 'failed',
};

/** The engine handler of the built-in simulation begins with this. */
const SIMULATED = /^simulated/i;

/** What fits a job now; what was already asked for is not offered again. */
export function actionsOf(isCommitted: boolean, run: RunSummary | undefined): Action[] {
  if (!isCommitted) return ['commit'];
  const state = run?.actual ?? 'UNKNOWN';
  const expected = run?.expected;
  const actions: Action[] = [];
  if (STARTABLE.has(state)) actions.push('start', 'startFrom');
  if (PAUSABLE.has(state) && expected !== 'PAUSED' && expected !== 'TERMINATED') actions.push('pause');
  if (RESUMABLE.has(state) && expected !== 'RUNNING' && expected !== 'TERMINATED') actions.push('resume');
  if (STOPPABLE.has(state) && expected !== 'TERMINATED') actions.push('stop');
  if (!LIVE.has(state)) actions.push('offline');
  return actions;
}

/** What the panel shows of a job and its instance. */
export function statusOf({ job, run, instance, checkedAt }: JobFacts): Status {
  const details = run === undefined || instance?.instanceId === run.instanceId ? instance : undefined;
  const known = run ?? instance;
  const engineVersion = details?.engineVersion ?? job.engineVersion;
  const clusterId = details?.clusterId ?? job.clusterId;
  const queueName = details?.queueName ?? job.queueName;
  const lastError = lastErrorOf(known);
  return {
    phase: job.isCommitted ? PHASE_OF[known?.actual ?? 'UNKNOWN'] : 'draft',
    actions: actionsOf(job.isCommitted, known),
    isBatch: job.type === 'FLINK_BATCH',
    isDataStream: job.api === 'DATASTREAM',
    isSimulated: SIMULATED.test(known?.engineJobHandler ?? details?.engineJobHandler ?? ''),
    ...(known?.expected !== undefined && job.isCommitted && { expected: PHASE_OF[known.expected] }),
    ...(known && Number(known.instanceId) > 0 && { instanceId: known.instanceId }),
    ...(details?.startTime !== undefined && { startTime: details.startTime }),
    ...(details?.endTime !== undefined && { endTime: details.endTime }),
    ...(details?.starter !== undefined && { starter: details.starter }),
    ...(engineVersion !== undefined && { engineVersion }),
    ...(clusterId !== undefined && { clusterId }),
    ...(queueName !== undefined && { queueName }),
    ...(known?.inputDelay !== undefined && known.actual === 'RUNNING' && { delay: known.inputDelay }),
    ...(lastError && { lastError }),
    checkedAt,
  };
}

function lastErrorOf(run: RunSummary | undefined): Status['lastError'] {
  if (!run?.lastErrorMessage) return undefined;
  const { lastErrorMessage: message, lastErrorTime: time } = run;
  return time === undefined ? { message } : { message, time };
}

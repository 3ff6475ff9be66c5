import { ApiError, instanceNotFound, invalidParameter } from '../errors.ts';
import type { Observation, Run } from '../engines/engine.ts';
import { currentInstance, findInstance, type InstanceRow } from '../store/instances.ts';
import type { JobRow } from '../store/jobs.ts';
import type { Context } from './context.ts';

/** `instanceId` of the current instance of a stream job (notes, section 5). */
export const CURRENT = '-1';

/** An instance as the engine sees it. */
export function runOf(row: InstanceRow): Run {
  return {
    id: row.id,
    project: row.projectName,
    job: row.jobName,
    jobType: row.jobType,
    apiType: row.apiType,
    code: row.code,
    properties: row.properties ?? '',
    planJson: row.planJson ?? '',
    engineVersion: row.engineVersion ?? '',
    startTime: row.startTime,
    memory: row.engineMemory,
  };
}

export function observe({ engine, clock }: Context, row: InstanceRow): Promise<Observation> {
  return engine.observe(runOf(row), clock.now());
}

/**
 * The instance an id of a request means, or undefined.
 * @throws ApiError InvalidinstanceId for -1 with a batch job
 */
export function lookUpInstance(context: Context, job: JobRow, instanceId: string): InstanceRow | undefined {
  if (instanceId !== CURRENT) return findInstance(context.db, job.id, instanceId);
  if (job.jobType === 'FLINK_BATCH') {
    throw invalidParameter(
      'instanceId',
      '-1 means the current instance of a stream job; a batch job needs an id.',
    );
  }
  return currentInstance(context.db, job.id);
}

/** @throws ApiError InvalidinstanceId, InstanceNotFound */
export function instanceOf(context: Context, job: JobRow, instanceId: string): InstanceRow {
  const found = lookUpInstance(context, job, instanceId);
  if (!found) throw instanceNotFound(instanceId);
  return found;
}

/** @throws ApiError InvalidinstanceId, InstanceNotRunning (notes, section 6: for an absent instance too) */
export async function runningInstanceOf(
  context: Context,
  job: JobRow,
  instanceId: string,
): Promise<InstanceRow> {
  const found = lookUpInstance(context, job, instanceId);
  if (found && (await observe(context, found)).actual === 'RUNNING') return found;
  throw new ApiError('InstanceNotRunning', 409, 'The instance is not running.');
}

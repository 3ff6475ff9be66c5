import {
  LIVE,
  STARTABLE,
  TARGET_STATES,
  type InstanceState,
  type TargetState,
} from '../../services/model.ts';
import { ApiError, invalidParameter, jobHasRunningInstance, jobNotCommitted } from '../errors.ts';
import {
  currentInstance,
  insertInstance,
  redirectInstance,
  type InstanceDirection,
  type InstanceRow,
  type NewInstanceRow,
} from '../store/instances.ts';
import { findPublished, type JobContent, type JobRow } from '../store/jobs.ts';
import type { Context, Handler } from './context.ts';
import { jobOf } from './lookup.ts';
import { oneOf } from './rules.ts';
import { instanceOf, observe, runOf } from './runs.ts';

/** blink-openapi.json, instanceStates.startAllowedWhen: a stream job that is over is TERMINATED, a batch job any. */
export const startJob: Handler<'StartJob'> = async (context, request) => {
  const job = jobOf(context, request);
  const published = findPublished(context.db, job.id);
  if (!published) throw jobNotCommitted();
  const parameters = parametersOf(request.parameterJson);
  const before = currentInstance(context.db, job.id);
  if (before && !STARTABLE.has((await observe(context, before)).actual)) throw jobHasRunningInstance();
  const content = { ...published, properties: withProperties(published.properties, parameters) };
  const startParameters = request.parameterJson ?? null;
  const row = await begin(context, request.projectName, job, content, {
    autoScale: published.autoScale,
    startParameters,
  });
  return { instanceId: writeDown(context, job, row) };
};

/**
 * `parameterJson`: an object whose `startOffset` is a time of 13 digits in ms as text, and whose `blink.*` members
 * override properties of the job.
 * @throws ApiError InvalidparameterJson
 */
function parametersOf(text: string | undefined): ReadonlyMap<string, string> {
  if (!text) return new Map();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidParameter('parameterJson', 'It is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParameter('parameterJson', 'It is a JSON object.');
  }
  const parameters = new Map(Object.entries(value).map(([name, item]) => [name, String(item)]));
  const offset = parameters.get('startOffset');
  if (offset !== undefined && !/^\d{13}$/.test(offset)) {
    throw invalidParameter('parameterJson', 'startOffset is a time in ms of 13 digits.');
  }
  return parameters;
}

/** The properties with those of the start on top: a later line wins. */
function withProperties(properties: string | null, parameters: ReadonlyMap<string, string>): string | null {
  const lines = [...parameters]
    .filter(([name]) => name.startsWith('blink.'))
    .map(([name, value]) => `${name}=${value}`);
  if (lines.length === 0) return properties;
  return [...(properties ? [properties] : []), ...lines].join('\n');
}

/** Hands the job to the engine. @returns the new instance, not yet written down */
async function begin(
  { clock, engine, settings }: Context,
  projectName: string,
  job: JobRow,
  content: JobContent,
  how: Pick<NewInstanceRow, 'autoScale' | 'startParameters'>,
): Promise<NewInstanceRow> {
  const now = clock.now();
  const runnable = {
    project: projectName,
    job: job.jobName,
    jobType: job.jobType,
    apiType: job.apiType,
    code: content.code,
    properties: content.properties ?? '',
    planJson: content.planJson ?? '',
    engineVersion: content.engineVersion ?? '',
  };
  return {
    jobKey: job.id,
    code: content.code,
    planJson: content.planJson,
    properties: content.properties,
    packages: content.packages,
    engineVersion: content.engineVersion,
    clusterId: content.clusterId,
    queueName: content.queueName,
    ...how,
    expectState: 'RUNNING',
    starter: settings.accountId,
    startTime: now,
    lastOperator: settings.accountId,
    lastOperateTime: now,
    engineMemory: await engine.start(runnable, now),
  };
}

/** @returns the id of the instance */
function writeDown({ db }: Context, job: JobRow, row: NewInstanceRow): string {
  return insertInstance(db, row, job.jobType === 'FLINK_STREAM');
}

export const modifyInstanceState: Handler<'ModifyInstanceState'> = async (context, request) => {
  const job = jobOf(context, request);
  const target = oneOf('expectState', request.expectState, TARGET_STATES);
  const row = instanceOf(context, job, request.instanceId);
  const { actual } = await observe(context, row);
  if (!isChange(row, actual, target)) return {};
  if (target === 'RUNNING') await resume(context, job, row, request.isFlush ?? true);
  else redirectInstance(context.db, row.id, await end(context, row, target));
  return {};
};

/**
 * Whether the request changes anything: asking again for what is there, or on its way, does not.
 * @throws ApiError InvalidInstanceStateTransition (notes, section 5)
 */
function isChange(row: InstanceRow, actual: InstanceState, target: TargetState): boolean {
  const refused = (): ApiError =>
    new ApiError(
      'InvalidInstanceStateTransition',
      409,
      row.expectState === actual || !LIVE.has(actual)
        ? `An instance in state ${actual} cannot go to ${target}.`
        : `An instance in state ${actual} that is on its way to ${row.expectState} cannot go to ${target}.`,
    );
  if (!LIVE.has(actual)) throw refused();
  if (row.expectState === target) return false;
  if (target === 'TERMINATED') return true;
  if (row.expectState === 'TERMINATED' || row.jobType === 'FLINK_BATCH') throw refused();
  const from = target === 'RUNNING' ? 'PAUSED' : 'RUNNING';
  if (actual !== from) throw refused();
  return true;
}

/** Asks the engine to bring an instance to an end. @returns what is to be written down about it */
async function end(
  { clock, engine, settings }: Context,
  row: InstanceRow,
  target: 'PAUSED' | 'TERMINATED',
): Promise<InstanceDirection> {
  const now = clock.now();
  return {
    expectState: target,
    engineMemory: await engine.end(runOf(row), target, now),
    lastOperator: settings.accountId,
    lastOperateTime: now,
  };
}

/**
 * A resumed job is a new instance; the paused one is over and archived. `isFlush` takes what was committed last. Both
 * are written down at once: a job is never left with neither of the two, whatever ends the service in between.
 */
async function resume(context: Context, job: JobRow, row: InstanceRow, isFlush: boolean): Promise<void> {
  const published = isFlush ? findPublished(context.db, job.id) : undefined;
  const next = await begin(context, row.projectName, job, published ?? row, {
    autoScale: published ? published.autoScale : row.autoScale,
    startParameters: row.startParameters,
  });
  const last = await end(context, row, 'TERMINATED');
  context.db.transaction(() => {
    redirectInstance(context.db, row.id, last);
    writeDown(context, job, next);
  });
}

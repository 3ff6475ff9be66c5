import { API_TYPES, INSTANCE_STATES, JOB_TYPES } from '../../services/model.ts';
import { instanceNotFound, jobNotFound } from '../errors.ts';
import type { Observation } from '../engines/engine.ts';
import { listInstances, watchedInstances, type InstanceRow } from '../store/instances.ts';
import { committedJobs, findJob } from '../store/jobs.ts';
import type { Handler } from './context.ts';
import { printedAutoScale, printedInstance, printedSummary, UNKNOWN_DELAY } from './instanceView.ts';
import { jobHeadOf, projectOf } from './lookup.ts';
import { filterText, oneOf, optionalOneOf, pageOf, paging, splitNames } from './rules.ts';
import { CURRENT, lookUpInstance, observe } from './runs.ts';

/** A batch instance is archived this long after its end, ms (notes, section 5). */
const BATCH_ARCHIVE = 2 * 86_400_000;

/** A committed job that has never run has no instance: it is in state UNKNOWN (notes, section 5). */
const neverRun = (jobName: string) => ({
  JobName: jobName,
  ActualState: 'UNKNOWN',
  InputDelay: UNKNOWN_DELAY,
});

/** Answers without an object for a job or an instance that is not there (notes, section 6). */
export const getInstance: Handler<'GetInstance'> = async (context, request) => {
  const project = projectOf(context, request);
  const { missingIs404 } = context.settings;
  const job = findJob(context.db, project.id, request.jobName);
  if (!job && missingIs404) throw jobNotFound(request.jobName);
  const row = job && lookUpInstance(context, job, request.instanceId);
  if (row) {
    const seen = await observe(context, row);
    return { Instance: { ...printedInstance(row, seen), AutoScaleParams: printedAutoScale(row) } };
  }
  if (missingIs404) throw instanceNotFound(request.instanceId);
  return {};
};

export const getInstanceRunSummary: Handler<'GetInstanceRunSummary'> = async (context, request) => {
  const job = jobHeadOf(context, request);
  const row = lookUpInstance(context, job, request.instanceId);
  if (row) return { RunSummary: printedSummary(row, await observe(context, row)) };
  if (request.instanceId === CURRENT && job.isCommitted) return { RunSummary: neverRun(job.jobName) };
  throw instanceNotFound(request.instanceId);
};

/** Jobs that are unknown, not committed or of another type are left out (notes, section 6). */
export const batchGetInstanceRunSummary: Handler<'BatchGetInstanceRunSummary'> = async (context, request) => {
  const project = projectOf(context, request);
  const jobType = oneOf('jobType', request.jobType, JOB_TYPES);
  const names = [...new Set(splitNames(request.jobNames))];
  const jobs = committedJobs(context.db, project.id, jobType, names);
  const keys = new Map(jobs.map(({ jobName, id }) => [jobName, id]));
  const rows = watchedInstances(context.db, [...keys.values()]);
  const summaries = await Promise.all(
    names.map(async name => {
      const key = keys.get(name);
      if (key === undefined) return [];
      const row = rows.get(key);
      return [row ? printedSummary(row, await observe(context, row)) : neverRun(name)];
    }),
  );
  return { RunSummarys: { RunSummary: summaries.flat() } };
};

interface Seen {
  readonly row: InstanceRow;
  readonly seen: Observation;
}

/**
 * Live instances unless archived ones are asked for. Whether a batch instance is archived, the actual state and the
 * end are known to the engine only: filters on those look at every instance, the others are left to the store.
 */
export const listInstance: Handler<'ListInstance'> = async (context, request) => {
  const page = paging(request);
  const jobType = oneOf('jobType', request.jobType, JOB_TYPES);
  const archived = request.isArchived ?? false;
  const actual = optionalOneOf('actualState', request.actualState, INSTANCE_STATES);
  const { endBeginTs, endEndTs } = request;
  const filter = {
    projectId: projectOf(context, request).id,
    jobName: filterText(request.jobName),
    jobType,
    apiType: optionalOneOf('apiType', request.apiType, API_TYPES),
    expectState: optionalOneOf('expectState', request.expectState, INSTANCE_STATES),
    startBegin: request.startBeginTs,
    startEnd: request.startEndTs,
  };
  const isStream = jobType === 'FLINK_STREAM';
  if (isStream && actual === undefined && endBeginTs === undefined && endEndTs === undefined) {
    const { rows, total } = listInstances(context.db, { ...filter, archived }, page);
    const shown = await Promise.all(rows.map(async row => printedInstance(row, await observe(context, row))));
    return { Instances: { Instance: shown }, ...pageOf(page, total) };
  }

  const { rows } = listInstances(context.db, isStream ? { ...filter, archived } : filter);
  const all: Seen[] = await Promise.all(rows.map(async row => ({ row, seen: await observe(context, row) })));
  const now = context.clock.now();
  const wanted = all.filter(
    ({ seen: { actual: state, endTime } }) =>
      (isStream || (endTime !== undefined && endTime <= now - BATCH_ARCHIVE) === archived) &&
      (actual === undefined || state === actual) &&
      (endBeginTs === undefined || (endTime !== undefined && endTime >= endBeginTs)) &&
      (endEndTs === undefined || (endTime !== undefined && endTime <= endEndTs)),
  );
  const shown = wanted
    .slice(page.offset, page.offset + page.limit)
    .map(({ row, seen }) => printedInstance(row, seen));
  return { Instances: { Instance: shown }, ...pageOf(page, wanted.length) };
};

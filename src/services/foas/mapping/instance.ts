import type { Instance, InstanceId, JobName, RunSummary } from '../../model.ts';
import type { Reply } from '../operations.ts';
import { compact, packageNames } from './compact.ts';
import { readApiType, readExpectedState, readJobType, readState } from './enums.ts';

type SummaryRow = NonNullable<Reply<'GetInstanceRunSummary'>['RunSummary']>;
type InstanceRow = NonNullable<Reply<'GetInstance'>['Instance']>;

/** What the service sends for a delay it does not know, ms (notes, section 12). */
const UNKNOWN_DELAY = -99_999_999;

/** Undefined for a row that names no instance: the job has never run. */
export function readRunSummary(row: SummaryRow | undefined, job?: JobName): RunSummary | undefined {
  const name = row?.JobName ?? job;
  if (!row?.Id || !name) return undefined;
  return compact({
    job: name as JobName,
    instanceId: row.Id as InstanceId,
    actual: readState(row.ActualState),
    expected: readExpectedState(row.ExpectState),
    inputDelay: row.InputDelay === UNKNOWN_DELAY ? undefined : row.InputDelay,
    lastErrorTime: row.LastErrorTime,
    lastErrorMessage: row.LastErrorMessage === '' ? undefined : row.LastErrorMessage,
    engineJobHandler: row.EngineJobHandler,
  });
}

export function readInstance(row: InstanceRow | undefined, job?: JobName): Instance | undefined {
  const summary = readRunSummary(row, job);
  if (!row || !summary) return undefined;
  return {
    ...summary,
    ...compact({
      type: readJobType(row.JobType),
      api: readApiType(row.ApiType),
      engineVersion: row.EngineVersion,
      starter: row.Starter,
      lastOperator: row.LastOperator,
      lastOperateTime: row.LastOperateTime,
      startTime: row.StartTime,
      endTime: row.EndTime,
      clusterId: row.ClusterId,
      queueName: row.QueueName,
      packages: packageNames(row.Packages),
      code: row.Code,
      properties: row.Properties,
      plan: row.PlanJson,
    }),
  };
}

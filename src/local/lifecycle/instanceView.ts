import type { Observation } from '../engines/engine.ts';
import type { InstanceRow, WatchedRow } from '../store/instances.ts';
import type { AutoScale } from './autoScaleSettings.ts';

/** What the service says where it does not know the delay (notes, section 12). */
export const UNKNOWN_DELAY = -99_999_999;

export function printedSummary(row: WatchedRow, seen: Observation) {
  return {
    Id: row.id,
    JobName: row.jobName,
    ActualState: seen.actual,
    ExpectState: row.expectState,
    InputDelay: seen.inputDelay ?? UNKNOWN_DELAY,
    EngineJobHandler: seen.handler,
    LastErrorTime: seen.lastError?.time,
    LastErrorMessage: seen.lastError?.message,
  };
}

export function printedInstance(row: InstanceRow, seen: Observation) {
  return {
    ...printedSummary(row, seen),
    ProjectName: row.projectName,
    JobType: row.jobType,
    ApiType: row.apiType,
    Code: row.code,
    PlanJson: row.planJson,
    Properties: row.properties,
    Packages: row.packages,
    EngineVersion: row.engineVersion,
    ClusterId: row.clusterId,
    QueueName: row.queueName,
    Priority: 5,
    Starter: row.starter,
    StartTime: row.startTime,
    EndTime: seen.endTime,
    LastOperator: row.lastOperator,
    LastOperateTime: row.lastOperateTime,
  };
}

/** JSON text of isOnOff, strategyConfigure and maxCU; absent where the job was committed without AutoScale. */
export function printedAutoScale({ autoScale }: InstanceRow): string | undefined {
  if (autoScale === null) return undefined;
  const { isOnOff, strategyConfigure, maxCU } = JSON.parse(autoScale) as AutoScale;
  return JSON.stringify({ isOnOff, strategyConfigure, maxCU });
}

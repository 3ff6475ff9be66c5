import type { JobRow } from '../store/jobs.ts';

/** A job as GetJob, ListJob and GetRefPackageJob print it, FileId excepted. */
export function printedJob(row: JobRow, projectName: string) {
  return {
    JobName: row.jobName,
    JobId: row.jobId,
    ProjectName: projectName,
    JobType: row.jobType,
    ApiType: row.apiType,
    Code: row.code,
    PlanJson: row.planJson,
    Properties: row.properties,
    Packages: row.packages,
    Description: row.description,
    EngineVersion: row.engineVersion,
    ClusterId: row.clusterId,
    QueueName: row.queueName,
    FolderId: row.folderId,
    IsCommitted: row.isCommitted === 1,
    Creator: row.creator,
    CreateTime: row.createTime,
    Modifier: row.modifier,
    ModifyTime: row.modifyTime,
  };
}

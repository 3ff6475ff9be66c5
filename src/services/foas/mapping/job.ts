import type { FolderId, Job, JobChange, JobName, JobSummary, NewJob } from '../../model.ts';
import type { Reply, Request } from '../operations.ts';
import { compact, packageNames } from './compact.ts';
import { readApiType, readJobType } from './enums.ts';

type JobRow = NonNullable<NonNullable<Reply<'ListJob'>['Jobs']>['Job']>[number];

/** Undefined for an answer without a usable job: how a missing one may look (notes, section 6). */
export function readJobSummary(row: JobRow | undefined): JobSummary | undefined {
  if (!row?.JobName) return undefined;
  return compact({
    name: row.JobName as JobName,
    type: readJobType(row.JobType),
    api: readApiType(row.ApiType),
    isCommitted: row.IsCommitted ?? false,
    folderId: row.FolderId as FolderId | undefined,
    engineVersion: row.EngineVersion,
    clusterId: row.ClusterId,
    queueName: row.QueueName,
    packages: packageNames(row.Packages),
    description: row.Description,
    creator: row.Creator,
    modifier: row.Modifier,
    createTime: row.CreateTime,
    modifyTime: row.ModifyTime,
  });
}

export function readJob(row: JobRow | undefined): Job | undefined {
  const summary = readJobSummary(row);
  if (!row || !summary) return undefined;
  return { ...summary, code: row.Code ?? '', properties: row.Properties ?? '', plan: row.PlanJson ?? '' };
}

type JobFields = Omit<Request<'UpdateJob'>, 'projectName' | 'jobName'>;

/** What a change sends; members that are left out stay as they are at the service. */
export function jobFields(change: JobChange): JobFields {
  return compact({
    code: change.code,
    properties: change.properties,
    planJson: change.plan,
    packages: change.packages?.join(','),
    description: change.description,
    engineVersion: change.engineVersion,
    clusterId: change.clusterId,
    queueName: change.queueName,
    folderId: change.folderId,
  });
}

export function newJobFields(job: NewJob): Omit<Request<'CreateJob'>, 'projectName'> {
  return { ...jobFields(job), jobName: job.name, jobType: job.type, apiType: job.api, code: job.code };
}

import { randomUUID } from 'node:crypto';
import { API_TYPES, JOB_TYPES, LIVE } from '../../services/model.ts';
import { ApiError, folderNotFound, jobHasRunningInstance, jobNotFound, packageNotFound } from '../errors.ts';
import { compileJob, type JobTable } from '../sql.ts';
import { hasFolder, rootFolder } from '../store/folders.ts';
import { currentInstance } from '../store/instances.ts';
import {
  deleteJob as removeJob,
  findJob,
  insertJob,
  listJobs,
  updateJob as changeJob,
} from '../store/jobs.ts';
import { unknownPackages } from '../store/packages.ts';
import type { Context, Handler } from './context.ts';
import { printedJob } from './jobView.ts';
import { jobOf, projectOf } from './lookup.ts';
import {
  checkName,
  filterText,
  laterThan,
  oneOf,
  optionalOneOf,
  pageOf,
  paging,
  splitNames,
} from './rules.ts';
import { observe } from './runs.ts';

/** The list as it is stored, every name of it being a package of the project. @throws ApiError PackageNotFound */
function knownPackages({ db }: Context, projectId: number, packages: string): string {
  const names = splitNames(packages);
  const [unknown] = unknownPackages(db, projectId, names);
  if (unknown !== undefined) throw packageNotFound(unknown);
  return names.join(',');
}

/** @throws ApiError FolderNotFound */
function knownFolder({ db }: Context, projectId: number, folderId: string): string {
  if (!hasFolder(db, projectId, folderId)) throw folderNotFound(folderId);
  return folderId;
}

export const createJob: Handler<'CreateJob'> = (context, request) => {
  const { db, clock, settings } = context;
  const project = projectOf(context, request);
  const jobName = checkName('jobName', request.jobName);
  const jobType = oneOf('jobType', request.jobType, JOB_TYPES);
  const apiType = oneOf('apiType', request.apiType, API_TYPES);
  if (findJob(db, project.id, jobName)) {
    throw new ApiError('JobAlreadyExists', 409, `A job named ${jobName} already exists.`);
  }
  const limit = settings.limits?.jobsPerProject;
  if (
    limit !== undefined &&
    listJobs(db, { projectId: project.id }, { limit: 1, offset: 0 }, false).total >= limit
  ) {
    throw new ApiError('QuotaExceeded', 403, `A product limit was reached: ${limit} jobs per project.`);
  }
  const now = clock.now();
  const id = randomUUID().replaceAll('-', '');
  insertJob(db, {
    projectId: project.id,
    jobName,
    jobId: id,
    fileId: String(Number.parseInt(id.slice(0, 8), 16)),
    folderId:
      request.folderId === undefined
        ? rootFolder(db, project.id).id
        : knownFolder(context, project.id, request.folderId),
    jobType,
    apiType,
    code: request.code,
    planJson: request.planJson ?? '',
    properties: request.properties ?? null,
    packages: knownPackages(context, project.id, request.packages ?? ''),
    description: request.description ?? null,
    engineVersion: request.engineVersion ?? 'current',
    clusterId: filterText(request.clusterId) ?? project.clusterId,
    queueName: filterText(request.queueName) ?? `root.${project.name}`,
    creator: settings.accountId,
    modifier: settings.accountId,
    createTime: now,
    modifyTime: now,
  });
  return {};
};

/** What the request does not mention stays as it is; ModifyTime moves with every call. */
export const updateJob: Handler<'UpdateJob'> = (context, request) => {
  const job = jobOf(context, request);
  const { code, planJson, properties, description, engineVersion, clusterId, queueName, folderId, packages } =
    request;
  changeJob(context.db, job.id, {
    code,
    planJson,
    properties,
    description,
    engineVersion,
    clusterId,
    queueName,
    folderId: folderId === undefined ? undefined : knownFolder(context, job.projectId, folderId),
    packages: packages === undefined ? undefined : knownPackages(context, job.projectId, packages),
    modifier: context.settings.accountId,
    modifyTime: laterThan(job.modifyTime, context.clock.now()),
  });
  return {};
};

export const getJob: Handler<'GetJob'> = (context, request) => {
  const job = findJob(context.db, projectOf(context, request).id, request.jobName);
  if (job) return { Job: { ...printedJob(job, request.projectName), FileId: job.fileId } };
  if (context.settings.missingIs404) throw jobNotFound(request.jobName);
  return {};
};

export const listJob: Handler<'ListJob'> = (context, request) => {
  const page = paging(request);
  const { rows, total } = listJobs(
    context.db,
    {
      projectId: projectOf(context, request).id,
      nameContains: filterText(request.jobName),
      jobType: optionalOneOf('jobType', request.jobType, JOB_TYPES),
      apiType: optionalOneOf('apiType', request.apiType, API_TYPES),
      engineVersion: filterText(request.engineVersion),
      clusterId: filterText(request.clusterId),
      queueName: filterText(request.queueName),
      folderId: request.folderId,
    },
    page,
    request.isShowFullField ?? true,
  );
  return { Jobs: { Job: rows.map(row => printedJob(row, request.projectName)) }, ...pageOf(page, total) };
};

export const deleteJob: Handler<'DeleteJob'> = async (context, request) => {
  const job = jobOf(context, request);
  if (job.isCommitted)
    throw new ApiError('JobCommitted', 409, 'The job is committed; take it offline first.');
  const instance = currentInstance(context.db, job.id);
  if (instance && LIVE.has((await observe(context, instance)).actual)) throw jobHasRunningInstance();
  removeJob(context.db, job.id);
  return {};
};

export const validateJob: Handler<'ValidateJob'> = (context, request) => {
  const job = jobOf(context, request);
  const { inputs, outputs, dims } = compileJob(job, request.projectName);
  return {
    JobInOut: {
      Inputs: { Input: inputs.map(printedTable) },
      Outputs: { Output: outputs.map(printedTable) },
      Dims: { Dim: dims.map(printedTable) },
    },
  };
};

function printedTable({ type, alias, name, workspace, properties }: JobTable) {
  return { Type: type, Alias: alias, Name: name, Workspace: workspace, Properties: properties };
}

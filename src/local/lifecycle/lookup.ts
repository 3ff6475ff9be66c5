import { jobNotFound, projectNotFound } from '../errors.ts';
import { findJob, findJobHead, type JobHead, type JobRow } from '../store/jobs.ts';
import { findProject, type ProjectRow } from '../store/projects.ts';
import type { Context } from './context.ts';

/** @throws ApiError ProjectNotFound */
export function projectOf({ db }: Context, request: { readonly projectName: string }): ProjectRow {
  const project = findProject(db, request.projectName);
  if (!project) throw projectNotFound(request.projectName);
  return project;
}

/** @throws ApiError ProjectNotFound, JobNotFound */
export function jobOf(
  context: Context,
  request: { readonly projectName: string; readonly jobName: string },
): JobRow {
  const job = findJob(context.db, projectOf(context, request).id, request.jobName);
  if (!job) throw jobNotFound(request.jobName);
  return job;
}

/** The same without what the job holds. @throws ApiError ProjectNotFound, JobNotFound */
export function jobHeadOf(
  context: Context,
  request: { readonly projectName: string; readonly jobName: string },
): JobHead {
  const job = findJobHead(context.db, projectOf(context, request).id, request.jobName);
  if (!job) throw jobNotFound(request.jobName);
  return job;
}

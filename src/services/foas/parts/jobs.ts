import type { JobService } from '../../jobService.ts';
import type { FoasClient } from '../client.ts';
import { compact } from '../mapping/compact.ts';
import { jobFields, newJobFields, readJob, readJobSummary } from '../mapping/job.ts';
import { readInvalid, readValidation } from '../mapping/validation.ts';
import { readPage } from '../paging.ts';
import { generatePlan } from '../plan.ts';
import { compiling, orUndefined, present } from './shared.ts';

type JobCalls = Pick<
  JobService,
  | 'listJobs'
  | 'getJob'
  | 'createJob'
  | 'updateJob'
  | 'deleteJob'
  | 'validateJob'
  | 'commitJob'
  | 'offlineJob'
  | 'generatePlan'
>;

export function jobCalls(client: FoasClient): JobCalls {
  return {
    async listJobs(projectName, query, options) {
      const page = { pageIndex: query.pageIndex ?? 1, pageSize: query.pageSize ?? 100 };
      const filter = compact({ folderId: query.folderId, jobName: query.nameContains });
      const request = { projectName, ...filter, ...page, isShowFullField: false };
      const reply = await client.call('ListJob', request, options);
      return readPage(reply, present((reply.Jobs?.Job ?? []).map(readJobSummary)), page);
    },

    async getJob(projectName, jobName, options) {
      const reply = await orUndefined(client.call('GetJob', { projectName, jobName }, options));
      return readJob(reply?.Job);
    },

    async createJob(projectName, job, options) {
      await client.call('CreateJob', { projectName, ...newJobFields(job) }, options);
    },

    async updateJob(projectName, jobName, change, options) {
      await client.call('UpdateJob', { projectName, jobName, ...jobFields(change) }, options);
    },

    async deleteJob(projectName, jobName, options) {
      await client.call('DeleteJob', { projectName, jobName }, options);
    },

    async validateJob(projectName, jobName, options) {
      try {
        const reply = await client.call('ValidateJob', { projectName, jobName }, compiling(options));
        return readValidation(reply.JobInOut);
      } catch (error) {
        const outcome = readInvalid(error);
        if (outcome) return outcome;
        throw error;
      }
    },

    async commitJob(projectName, jobName, options) {
      await client.call('CommitJob', { projectName, jobName }, compiling(options));
    },

    async offlineJob(projectName, jobName, options) {
      await client.call('OfflineJob', { projectName, jobName }, options);
    },

    generatePlan: (project, job, request, options) => generatePlan(client, project, job, request, options),
  };
}

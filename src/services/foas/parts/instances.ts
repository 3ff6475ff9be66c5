import type { CallOptions, JobService } from '../../jobService.ts';
import { CURRENT_INSTANCE } from '../../model.ts';
import type { InstanceId, JobName, JobType, ProjectName, RunSummary } from '../../model.ts';
import type { FoasClient } from '../client.ts';
import { compact } from '../mapping/compact.ts';
import { readInstance, readRunSummary } from '../mapping/instance.ts';
import { readPage } from '../paging.ts';
import { compiling, orUndefined, present } from './shared.ts';

type InstanceCalls = Pick<
  JobService,
  'startJob' | 'changeInstanceState' | 'runSummaries' | 'getInstance' | 'listInstances'
>;

/** Names in one batch call: longer addresses are refused by gateways (8 KB is usual, names may be encoded thrice as long). */
const BATCH_CHARACTERS = 2_000;

export function instanceCalls(client: FoasClient): InstanceCalls {
  async function summaries(
    projectName: ProjectName,
    jobs: readonly JobName[],
    jobType: JobType,
    options: CallOptions | undefined,
  ): Promise<readonly RunSummary[]> {
    const request = { projectName, jobNames: jobs.join(','), jobType };
    const reply = await client.call('BatchGetInstanceRunSummary', request, options);
    return present((reply.RunSummarys?.RunSummary ?? []).map(row => readRunSummary(row)));
  }

  return {
    async startJob(projectName, jobName, startTime, options) {
      // A 13 digit ms text (notes, section 12).
      const parameterJson =
        startTime === undefined ? undefined : JSON.stringify({ startOffset: String(Math.round(startTime)) });
      const request = { projectName, jobName, ...compact({ parameterJson }) };
      const reply = await client.call('StartJob', request, compiling(options));
      return (reply.instanceId ?? CURRENT_INSTANCE) as InstanceId;
    },

    async changeInstanceState(projectName, jobName, instanceId, expectState, change = {}, options) {
      const flags = compact({ isFlush: change.flush, triggerCheckpoint: change.triggerCheckpoint });
      await client.call(
        'ModifyInstanceState',
        { projectName, jobName, instanceId, expectState, ...flags },
        options,
      );
    },

    async runSummaries(project, jobs, type, options) {
      const rows: RunSummary[] = [];
      for (const batch of batches(jobs)) rows.push(...(await summaries(project, batch, type, options)));
      return new Map(rows.map(row => [row.job, row]));
    },

    async getInstance(projectName, jobName, instanceId, options) {
      const reply = await orUndefined(
        client.call('GetInstance', { projectName, jobName, instanceId }, options),
      );
      return readInstance(reply?.Instance, jobName);
    },

    async listInstances(projectName, query, options) {
      const page = { pageIndex: query.pageIndex ?? 1, pageSize: query.pageSize ?? 20 };
      const { jobName, type: jobType, actualState, isArchived } = query;
      const filter = compact({ jobName, actualState, isArchived });
      const reply = await client.call('ListInstance', { projectName, jobType, ...filter, ...page }, options);
      const items = present((reply.Instances?.Instance ?? []).map(row => readInstance(row)));
      return readPage(reply, items, page);
    },
  };
}

function batches(jobs: readonly JobName[]): JobName[][] {
  const all: JobName[][] = [];
  let size = BATCH_CHARACTERS;
  for (const job of jobs) {
    size += job.length + 1;
    if (size > BATCH_CHARACTERS) {
      all.push([]);
      size = job.length + 1;
    }
    all.at(-1)?.push(job);
  }
  return all;
}

import { describe, expect, it } from 'vitest';
import type { JobService } from '../services/jobService.ts';
import type {
  ConnectionId,
  Instance,
  InstanceId,
  Job,
  JobName,
  ProjectName,
  RunSummary,
} from '../services/model.ts';
import { Feed } from './feed.ts';

const NAME = 'gmv' as JobName;
const CODE = 'SELECT 1';
const job: Job = {
  name: NAME,
  type: 'FLINK_STREAM',
  api: 'SQL',
  isCommitted: true,
  packages: [],
  code: CODE,
  properties: '',
  plan: '',
};
const instance: Instance = {
  job: NAME,
  instanceId: '7' as InstanceId,
  actual: 'FAILED',
  type: 'FLINK_STREAM',
  api: 'SQL',
  packages: [],
  code: CODE,
  lastErrorMessage: 'boom',
};

/** A feed that has read its job once, and heard from the window's poller since. */
async function fed(change: {
  job?: Partial<Job>;
  instance?: Partial<Instance>;
  heard?: Partial<RunSummary>;
}) {
  const answers: Pick<JobService, 'getJob' | 'getInstance'> = {
    getJob: () => Promise.resolve({ ...job, ...change.job }),
    getInstance: () => Promise.resolve({ ...instance, ...change.instance }),
  };
  const feed = new Feed({
    ref: { connection: 'c' as ConnectionId, project: 'p' as ProjectName, job: NAME },
    service: () => Promise.resolve(answers as JobService),
    latestRun: () => (change.heard ? { ...instance, ...change.heard } : undefined),
    post: () => undefined,
    onJob: () => undefined,
    now: () => 1,
    missing: () => new Error('gone'),
  });
  await feed.readStatus(new AbortController().signal);
  feed.hear();
  return feed;
}

describe('the complaint of an engine', () => {
  it('comes with the code it speaks of', async () => {
    expect((await fed({})).complaint).toEqual({ message: 'boom', code: CODE });
  });

  it.each([
    ['nothing is complained of', { instance: { lastErrorMessage: '' } }],
    ['the job has other code by now', { job: { code: 'SELECT 2' } }],
    ['another instance complains', { heard: { instanceId: '8' as InstanceId } }],
    ['the job is a draft again', { job: { isCommitted: false } }],
  ])('is none to be shown in the code when %s', async (_when, change) => {
    expect((await fed(change)).complaint).toBeUndefined();
  });
});

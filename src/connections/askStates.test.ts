import { describe, expect, it } from 'vitest';
import type { CallOptions, JobService } from '../services/jobService.ts';
import type {
  ConnectionId,
  InstanceId,
  JobName,
  JobType,
  ProjectName,
  RunSummary,
} from '../services/model.ts';
import { askStates, sameSummary } from './askStates.ts';

const summaryOf = (job: JobName): RunSummary => ({
  job,
  instanceId: '9007199254740993' as InstanceId,
  actual: 'RUNNING',
});

/** The one call that matters here, recorded. */
function recorder() {
  const calls: {
    project: string;
    names: readonly string[];
    type: JobType;
    options: CallOptions | undefined;
  }[] = [];
  const service = {
    runSummaries: (project: ProjectName, names: readonly JobName[], type: JobType, options?: CallOptions) => {
      calls.push({ project, names, type, options });
      return Promise.resolve(new Map(names.map(name => [name, summaryOf(name)])));
    },
  };
  return { calls, service: service as unknown as JobService };
}

function watched(stream: number, batch: number) {
  const jobs = new Map<JobName, JobType>();
  for (let i = 0; i < stream; i++) jobs.set(`dwd_stream_${i}` as JobName, 'FLINK_STREAM');
  for (let i = 0; i < batch; i++) jobs.set(`dws_batch_${i}` as JobName, 'FLINK_BATCH');
  return { connection: 'c' as ConnectionId, project: 'p' as ProjectName, jobs };
}

describe('askStates', () => {
  it('makes one call per job type, with the signal', async () => {
    const { calls, service } = recorder();
    const { signal } = new AbortController();
    const states = await askStates(service, watched(3, 2), signal);
    expect(calls.map(({ type, names }) => [type, names.length])).toEqual([
      ['FLINK_STREAM', 3],
      ['FLINK_BATCH', 2],
    ]);
    expect(calls.every(({ options }) => options?.signal === signal)).toBe(true);
    expect(states.size).toBe(5);
  });

  it('makes no call for a type nobody watches', async () => {
    const { calls, service } = recorder();
    await askStates(service, watched(0, 1), new AbortController().signal);
    expect(calls.map(({ type }) => type)).toEqual(['FLINK_BATCH']);
  });

  it('splits a thousand jobs into calls that fit a URL', async () => {
    const { calls, service } = recorder();
    const states = await askStates(service, watched(1_000, 0), new AbortController().signal);
    expect(states.size).toBe(1_000);
    expect(calls.length).toBeLessThan(8);
    for (const { names } of calls) expect(encodeURIComponent(names.join(',')).length).toBeLessThan(4_001);
  });
});

describe('sameSummary', () => {
  const base = summaryOf('a' as JobName);
  it.each<[string, RunSummary | undefined, RunSummary | undefined, boolean]>([
    ['the same facts', base, { ...base }, true],
    ['nothing twice', undefined, undefined, true],
    ['a first state', undefined, base, false],
    ['another state', base, { ...base, actual: 'PAUSED' }, false],
    ['another expectation', base, { ...base, expected: 'PAUSED' }, false],
    ['another delay', base, { ...base, inputDelay: 7 }, false],
    ['another error', base, { ...base, lastErrorTime: 7 }, false],
    ['a new instance', base, { ...base, instanceId: '9007199254740994' as InstanceId }, false],
  ])('compares %s', (_what, a, b, same) => {
    expect(sameSummary(a, b)).toBe(same);
  });
});

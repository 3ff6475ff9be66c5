import { describe, expect, it } from 'vitest';
import { CURRENT_INSTANCE, type JobName } from '../../model.ts';
import { BASE, bodyOf, J, P, queryOf, startService } from '../../testing/canned.ts';
import type { Received } from '../../testing/servers.ts';

describe('instances', () => {
  it('start from a time given as 13 digits of text', async () => {
    const { service, server } = await startService({
      [`POST ${BASE}/jobs/${J}/instance`]: [200, '{"instanceId":9007199254740993}'],
    });
    expect(await service.startJob(P, J, 1_599_794_335_000)).toBe('9007199254740993');
    await service.startJob(P, J, undefined);
    expect(bodyOf(server.received[0])).toEqual({ parameterJson: '{"startOffset":"1599794335000"}' });
    expect(bodyOf(server.received[1])).toEqual({});
  });

  it('change their state as asked', async () => {
    const { service, server } = await startService({
      [`PUT ${BASE}/jobs/${J}/instances/-1/expectstate`]: {},
    });
    await service.changeInstanceState(P, J, CURRENT_INSTANCE, 'PAUSED', { triggerCheckpoint: true });
    await service.changeInstanceState(P, J, CURRENT_INSTANCE, 'RUNNING', { flush: false });
    expect(server.received.map(bodyOf)).toEqual([
      { expectState: 'PAUSED', triggerCheckpoint: 'true' },
      { expectState: 'RUNNING', isFlush: 'false' },
    ]);
  });

  it('are read with exact ids, unknown delays and unknown states', async () => {
    const sample = `{"Instance":{"Id":9007199254740993,"ActualState":"running","ExpectState":"odd","InputDelay":-99999999,
      "Starter":"239960377092765296","LastErrorMessage":"","StartTime":1599794335000,"JobName":"job1","PlanJson":"","Packages":""}}`;
    const { service } = await startService({ [`GET ${BASE}/jobs/${J}/instances/-1`]: [200, sample] });
    expect(await service.getInstance(P, J, CURRENT_INSTANCE)).toEqual({
      job: 'job1',
      instanceId: '9007199254740993',
      actual: 'RUNNING',
      type: 'FLINK_STREAM',
      api: 'SQL',
      starter: '239960377092765296',
      startTime: 1_599_794_335_000,
      packages: [],
      plan: '',
    });
  });

  it.each([
    ['an empty success', {}],
    ['UNKNOWN without an id', { Instance: { ActualState: 'UNKNOWN' } }],
    ['404', [404, { Code: 'InstanceNotFound' }]],
  ])('are not there after %s', async (_how, answer) => {
    const { service } = await startService({ [`GET ${BASE}/jobs/${J}/instances/-1`]: answer });
    expect(await service.getInstance(P, J, CURRENT_INSTANCE)).toBeUndefined();
  });

  it('are summed up in one call, and in few when names are many', async () => {
    const { service, server } = await startService({
      [`GET ${BASE}/runsummary`]: (request: Received) => ({
        RunSummarys: {
          RunSummary: (queryOf(request)['jobNames'] ?? '')
            .split(',')
            .filter(name => name !== 'draft')
            .map((JobName, index) => ({
              JobName,
              Id: index + 1,
              ActualState: 'WAITING',
              ExpectState: 'RUNNING',
            })),
        },
      }),
    });
    const few = await service.runSummaries(P, [J, 'draft' as JobName], 'FLINK_STREAM');
    expect([...few]).toEqual([[J, { job: J, instanceId: '1', actual: 'WAITING', expected: 'RUNNING' }]]);
    expect(queryOf(server.received[0])).toEqual({ jobNames: 'job1,draft', jobType: 'FLINK_STREAM' });

    expect((await service.runSummaries(P, [], 'FLINK_STREAM')).size).toBe(0);
    expect(server.received).toHaveLength(1);

    const many = Array.from({ length: 1000 }, (_, index) => `job_with_a_name_${index}` as JobName);
    expect([...(await service.runSummaries(P, many, 'FLINK_STREAM')).keys()]).toEqual(many);
    expect(server.received.length).toBeLessThan(15);
    expect(Math.max(...server.received.map(request => request.url.length))).toBeLessThan(8_000);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_SIMULATION, SimulatedEngine } from '../engines/simulated/simulatedEngine.ts';
import { temporaryFolder } from '../testing/process.ts';
import {
  memoryService,
  CURRENT,
  INVALID_CODE,
  J,
  P,
  START,
  withJob,
  type MemoryService,
} from '../testing/service.ts';

const { startDelayMs, endDelayMs, batchMs } = DEFAULT_SIMULATION;

async function stateOf(service: MemoryService): Promise<string> {
  const { RunSummary } = await service.call('GetInstanceRunSummary', CURRENT);
  return `${RunSummary?.ExpectState ?? '-'} ${RunSummary?.ActualState ?? '-'}`;
}

const ask = (service: MemoryService, expectState: string, isFlush?: boolean) =>
  service.call('ModifyInstanceState', {
    ...CURRENT,
    expectState,
    ...(isFlush === undefined ? {} : { isFlush }),
  });

const refusal = (service: MemoryService, expectState: string) =>
  service.codeOf('ModifyInstanceState', { ...CURRENT, expectState });

async function running(): Promise<MemoryService> {
  const service = await withJob();
  await service.call('StartJob', J);
  service.clock.advance(startDelayMs);
  return service;
}

describe('the way of a stream job', () => {
  it('leads through UNKNOWN, WAITING, RUNNING, PAUSED, RUNNING to TERMINATED', async () => {
    const service = await withJob();
    expect(await stateOf(service)).toBe('- UNKNOWN');
    const { instanceId } = await service.call('StartJob', J);
    expect(await stateOf(service)).toBe('RUNNING WAITING');
    service.clock.advance(startDelayMs - 1);
    expect(await stateOf(service)).toBe('RUNNING WAITING');
    service.clock.advance(1);
    expect(await stateOf(service)).toBe('RUNNING RUNNING');

    await ask(service, 'paused');
    expect(await stateOf(service)).toBe('PAUSED RUNNING');
    service.clock.advance(endDelayMs);
    expect(await stateOf(service)).toBe('PAUSED PAUSED');

    await ask(service, 'RUNNING');
    expect(await stateOf(service)).toBe('RUNNING WAITING');
    const resumed = (await service.call('GetInstance', CURRENT)).Instance;
    expect(BigInt(resumed?.Id ?? 0)).toBeGreaterThan(BigInt(instanceId ?? 0));
    service.clock.advance(startDelayMs);
    expect(await stateOf(service)).toBe('RUNNING RUNNING');

    await ask(service, 'TERMINATED');
    expect(await stateOf(service)).toBe('TERMINATED RUNNING');
    service.clock.advance(endDelayMs);
    expect(await stateOf(service)).toBe('TERMINATED TERMINATED');
    const { Instance } = await service.call('GetInstance', CURRENT);
    expect(Instance?.EndTime).toBe(service.clock.now());
  });

  it('archives the paused instance when it is resumed', async () => {
    const service = await running();
    const before = (await service.call('GetInstance', CURRENT)).Instance?.Id;
    await ask(service, 'PAUSED');
    service.clock.advance(endDelayMs);
    await ask(service, 'RUNNING');
    const list = async (isArchived: boolean) =>
      (await service.call('ListInstance', { ...P, jobType: 'FLINK_STREAM', isArchived })).Instances?.Instance;
    expect(await list(true)).toMatchObject([{ Id: before, ActualState: 'TERMINATED' }]);
    const live = await list(false);
    expect(live).toHaveLength(1);
    expect(live?.[0]?.Id).not.toBe(before);
    const old = { ...J, instanceId: before!, expectState: 'TERMINATED' };
    expect(await service.codeOf('ModifyInstanceState', old)).toBe('409 InvalidInstanceStateTransition');
  });

  it('resumes with what was committed last, unless isFlush is false', async () => {
    for (const isFlush of [true, false]) {
      const service = await running();
      const old = (await service.call('GetInstance', CURRENT)).Instance?.Code;
      await service.call('UpdateJob', { ...J, code: `-- new\n${old ?? ''}` });
      await service.call('CommitJob', J);
      expect((await service.call('GetInstance', CURRENT)).Instance?.Code).toBe(old);
      await ask(service, 'PAUSED');
      service.clock.advance(endDelayMs);
      await ask(service, 'RUNNING', isFlush);
      const code = (await service.call('GetInstance', CURRENT)).Instance?.Code;
      expect(code).toBe(isFlush ? `-- new\n${old ?? ''}` : old);
    }
  });

  it('keeps the paused instance when the engine cannot begin the new one', async () => {
    const engine = new SimulatedEngine();
    const service = await withJob({}, { engine });
    await service.call('StartJob', J);
    service.clock.advance(startDelayMs);
    await ask(service, 'PAUSED');
    service.clock.advance(endDelayMs);
    engine.start = () => Promise.reject(new Error('no room'));
    await expect(ask(service, 'RUNNING')).rejects.toThrow('no room');
    expect(await stateOf(service)).toBe('PAUSED PAUSED');
  });

  it('refuses transitions that make no sense, and does nothing for those that change nothing', async () => {
    const refused = '409 InvalidInstanceStateTransition';
    const service = await withJob();
    expect(await refusal(service, 'PAUSED')).toBe('404 InstanceNotFound');
    await service.call('StartJob', J);
    expect(await refusal(service, 'PAUSED')).toBe(refused); // WAITING
    expect(await refusal(service, 'RUNNING')).toBeUndefined();
    service.clock.advance(startDelayMs);
    expect(await refusal(service, 'RUNNING')).toBeUndefined();
    expect(await refusal(service, 'WAITING')).toBe('400 InvalidexpectState');
    await ask(service, 'PAUSED');
    expect(await refusal(service, 'PAUSED')).toBeUndefined();
    expect(await refusal(service, 'RUNNING')).toBe(refused); // on its way to PAUSED
    await ask(service, 'TERMINATED');
    expect(await refusal(service, 'PAUSED')).toBe(refused);
    service.clock.advance(endDelayMs);
    for (const state of ['RUNNING', 'PAUSED', 'TERMINATED'])
      expect(await refusal(service, state)).toBe(refused);
  });

  it('starts only what is committed and does not run', async () => {
    const service = await withJob({}, { commit: false });
    expect(await service.codeOf('StartJob', J)).toBe('409 JobNotCommitted');
    await service.call('CommitJob', J);
    await service.call('StartJob', J);
    expect(await service.codeOf('StartJob', J)).toBe('409 JobHasRunningInstance');
    expect(await service.codeOf('OfflineJob', J)).toBe('409 JobHasRunningInstance');
    await ask(service, 'TERMINATED');
    await service.call('StartJob', J);
    service.clock.advance(startDelayMs);
    await ask(service, 'PAUSED');
    service.clock.advance(endDelayMs);
    expect(await service.codeOf('StartJob', J)).toBe('409 JobHasRunningInstance');
    expect(await service.codeOf('OfflineJob', J)).toBe('409 JobHasRunningInstance');
    await ask(service, 'TERMINATED');
    await service.call('OfflineJob', J);
    expect(await service.codeOf('OfflineJob', J)).toBe('409 JobNotCommitted');
    expect((await service.call('GetJob', J)).Job?.IsCommitted).toBe(false);
  });

  it('checks and keeps the parameters of a start', async () => {
    const service = await withJob({ properties: 'blink.checkpoint.interval.ms=1000' });
    const start = (parameterJson: string) => service.codeOf('StartJob', { ...J, parameterJson });
    expect(await start('{')).toBe('400 InvalidparameterJson');
    expect(await start('[]')).toBe('400 InvalidparameterJson');
    expect(await start('{"startOffset":"123"}')).toBe('400 InvalidparameterJson');
    await service.call('StartJob', {
      ...J,
      parameterJson: `{"startOffset":"${START}","blink.checkpoint.interval.ms":"60000"}`,
    });
    const { Instance } = await service.call('GetInstance', CURRENT);
    expect(Instance?.Properties).toBe(
      'blink.checkpoint.interval.ms=1000\nblink.checkpoint.interval.ms=60000',
    );
  });
});

describe('the way of a batch job', () => {
  const batch = { jobType: 'FLINK_BATCH' } as const;

  it('ends in SUCCESS by itself, and can be started again', async () => {
    const service = await withJob(batch);
    const { instanceId } = await service.call('StartJob', J);
    const instance = { ...J, instanceId: instanceId! };
    const state = async () => (await service.call('GetInstance', instance)).Instance?.ActualState;
    service.clock.advance(startDelayMs);
    expect(await state()).toBe('RUNNING');
    service.clock.advance(batchMs);
    expect(await state()).toBe('SUCCESS');
    await service.call('StartJob', J);
    const listed = await service.call('ListInstance', { ...P, jobType: 'FLINK_BATCH' });
    expect(listed.Instances?.Instance?.map(row => row.ActualState)).toEqual(['WAITING', 'SUCCESS']);
  });

  it('ends in FAILED when its code is there to fail', async () => {
    const service = await withJob({
      ...batch,
      code: "-- fail\nCREATE TABLE t (a INT) WITH (type='print');\nINSERT INTO t SELECT a FROM t;",
    });
    const { instanceId } = await service.call('StartJob', J);
    service.clock.advance(startDelayMs + batchMs);
    const { Instance } = await service.call('GetInstance', { ...J, instanceId: instanceId! });
    expect(Instance).toMatchObject({
      ActualState: 'FAILED',
      LastErrorMessage: expect.stringContaining('simulated') as string,
    });
  });

  it('needs the real id of an instance, and does not pause', async () => {
    const service = await withJob(batch);
    const { instanceId } = await service.call('StartJob', J);
    expect(await service.codeOf('GetInstance', CURRENT)).toBe('400 InvalidinstanceId');
    service.clock.advance(startDelayMs);
    const pause = { ...J, instanceId: instanceId!, expectState: 'PAUSED' };
    expect(await service.codeOf('ModifyInstanceState', pause)).toBe('409 InvalidInstanceStateTransition');
  });

  it('is archived two days after its end', async () => {
    const service = await withJob(batch);
    await service.call('StartJob', J);
    const count = async (isArchived: boolean) =>
      (await service.call('ListInstance', { ...P, jobType: 'FLINK_BATCH', isArchived })).TotalCount;
    service.clock.advance(startDelayMs + batchMs + 2 * 86_400_000 - 1);
    expect([await count(false), await count(true)]).toEqual([1, 0]);
    service.clock.advance(1);
    expect([await count(false), await count(true)]).toEqual([0, 1]);
  });
});

describe('CommitJob', () => {
  it('refuses invalid code and publishes nothing then', async () => {
    const service = await withJob({ code: INVALID_CODE }, { commit: false });
    expect(await service.codeOf('CommitJob', J)).toBe('400 JobValidateFailed');
    expect((await service.call('GetJob', J)).Job?.IsCommitted).toBe(false);
  });

  it('leaves the time of change of the draft alone', async () => {
    const service = await withJob({}, { commit: false });
    service.clock.advance(5_000);
    await service.call('CommitJob', J);
    expect((await service.call('GetJob', J)).Job).toMatchObject({ IsCommitted: true, ModifyTime: START });
  });
});

describe('BatchGetInstanceRunSummary', () => {
  it('leaves out what is unknown, not committed or of another type', async () => {
    const service = await withJob();
    const base = { ...P, apiType: 'SQL', code: '' } as const;
    await service.call('CreateJob', { ...base, jobName: 'draft', jobType: 'FLINK_STREAM' });
    await service.call('CreateJob', {
      ...base,
      jobName: 'batch',
      jobType: 'FLINK_BATCH',
      apiType: 'DATASTREAM',
    });
    await service.call('CommitJob', { ...P, jobName: 'batch' });
    await service.call('StartJob', J);
    const ask = async (jobType: string) =>
      (
        await service.call('BatchGetInstanceRunSummary', {
          ...P,
          jobNames: 'job1,no, draft,batch,job1',
          jobType,
        })
      ).RunSummarys?.RunSummary;
    expect(await ask('flink_stream')).toMatchObject([{ JobName: 'job1', ActualState: 'WAITING' }]);
    expect(await ask('FLINK_BATCH')).toEqual([
      { JobName: 'batch', ActualState: 'UNKNOWN', InputDelay: -99_999_999 },
    ]);
    expect(await service.codeOf('BatchGetInstanceRunSummary', { ...P, jobNames: '', jobType: 'x' })).toBe(
      '400 InvalidjobType',
    );
  });
});

describe('a run', () => {
  it('goes on while the service is down', async () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/store.sqlite`;
    const before = await withJob({}, { file });
    await before.call('StartJob', J);
    await before.service.close();
    const after = await memoryService({ file });
    expect(await stateOf(after)).toBe('RUNNING WAITING');
    after.clock.advance(startDelayMs);
    expect(await stateOf(after)).toBe('RUNNING RUNNING');
    await after.service.close();
    folder.remove();
  });
});

describe('instance ids', () => {
  it('are exact beyond 2^53', async () => {
    const first = 2n ** 53n + 1n;
    const service = await withJob({}, { firstInstanceId: first });
    const { instanceId } = await service.call('StartJob', J);
    expect(instanceId).toBe(String(first + 1n));
    const found = await service.call('GetInstance', { ...J, instanceId: String(first + 1n) });
    expect(found.Instance?.Id).toBe(String(first + 1n));
    expect(await service.call('GetInstance', { ...J, instanceId: String(first + 2n) })).toEqual({});
  });
});

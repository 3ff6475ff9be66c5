import { describe, expect, it } from 'vitest';
import { DEFAULT_SIMULATION } from '../engines/simulated/simulatedEngine.ts';
import { CURRENT, J, withJob, type MemoryService } from '../testing/service.ts';

const ON = { ...J, isOnOff: true, maxCU: 10, configure: '{"fetch_delay":1.0,"recommendOnly":true}' } as const;

async function params(service: MemoryService): Promise<unknown> {
  const { Instance } = await service.call('GetInstance', CURRENT);
  return Instance?.AutoScaleParams && JSON.parse(Instance.AutoScaleParams);
}

describe('AutoScale', () => {
  it('needs maxCU and configure when it is on, and stream jobs', async () => {
    const service = await withJob();
    const bad = '400 InvalidAutoScaleParam';
    const commit = (request: object) => service.codeOf('CommitJob', { ...J, ...request });
    expect(await commit({ isOnOff: true })).toBe(bad);
    expect(await commit({ isOnOff: true, maxCU: 1 })).toBe(bad);
    expect(await commit({ isOnOff: true, configure: '{}' })).toBe(bad);
    expect(await commit({ ...ON, configure: '[]' })).toBe(bad);
    expect(await commit({ ...ON, configure: '{' })).toBe(bad);
    expect(await commit({ isOnOff: false })).toBeUndefined();
    expect(await commit(ON)).toBeUndefined();
    const batch = await withJob({ jobType: 'FLINK_BATCH' });
    expect(await batch.codeOf('CommitJob', ON)).toBe(bad);
  });

  it('checks the periods in which it is suspended, in both their forms', async () => {
    const service = await withJob();
    const period = { plan: 'original', policy: 'EVERY_DAY_TIME', startTime: '18:00', endTime: '18:20' };
    const commit = (request: object) => service.codeOf('CommitJob', { ...ON, ...request });
    expect(
      await commit({ suspendPeriods: JSON.stringify([period]), suspendPeriodParam: [period] }),
    ).toBeUndefined();
    const specified = { ...period, policy: 'SPECIFIED_TIME' };
    expect(await commit({ suspendPeriodParam: [specified] })).toBe('400 InvalidAutoScaleParam');
    const day = { startTime: '2026-01-05 18:00', endTime: '2026-01-05 19:00' };
    expect(await commit({ suspendPeriodParam: [{ ...specified, ...day }] })).toBeUndefined();
    expect(await commit({ suspendPeriods: '{}' })).toBe('400 InvalidAutoScaleParam');
    expect(await commit({ suspendPeriods: '[1]' })).toBe('400 InvalidAutoScaleParam');
    expect(await commit({ suspendPeriodParam: [{ ...period, plan: 'X' }] })).toBe(
      '400 InvalidsuspendPeriodParam.plan',
    );
  });

  it('is switched while the job runs, and shows in the instance', async () => {
    const service = await withJob({ planJson: '{"nodes":[]}' });
    const set = (configJson: string) => service.codeOf('UpdateAutoScaleConfig', { ...CURRENT, configJson });
    await service.call('CommitJob', ON);
    expect(await set('{"autoscale.enable":"false"}')).toBe('409 InstanceNotRunning');
    await service.call('StartJob', J);
    service.clock.advance(DEFAULT_SIMULATION.startDelayMs);
    const shown = { strategyConfigure: { fetch_delay: 1, recommendOnly: true }, maxCU: 10 };
    expect(await params(service)).toEqual({ isOnOff: true, ...shown });
    expect(await set('{"autoscale.enable":"false"}')).toBeUndefined();
    expect(await params(service)).toEqual({ isOnOff: false, ...shown });
    expect(await set('{"AutoScale.Enable":true}')).toBe('400 InvalidAutoScaleParam');
    const { Instance } = await service.call('GetInstance', CURRENT);
    const byId = { ...J, instanceId: Instance!.Id!, configJson: '{}' };
    expect(await service.codeOf('UpdateAutoScaleConfig', byId)).toBe('400 InvalidinstanceId');

    const [plan] = (await service.call('GetInstanceHistoryAutoScalePlanList', CURRENT)).PlanList?.Plan ?? [];
    const content = await service.call('GetInstanceHistoryAutoScalePlanContent', {
      ...CURRENT,
      planName: plan!,
    });
    expect(content.PlanContent).toBe('{"nodes":[]}');
    expect((await service.call('GetJobLatestAutoScalePlan', J)).PlanJson).toBe('{"nodes":[]}');
    const unknown = { ...CURRENT, planName: 'x' };
    expect(await service.codeOf('GetInstanceHistoryAutoScalePlanContent', unknown)).toBe('404 PlanNotFound');
  });

  it('knows no plan of a job that never had it on', async () => {
    const service = await withJob();
    await service.call('StartJob', J);
    expect((await service.call('GetJobLatestAutoScalePlan', J)).PlanJson).toBeUndefined();
    expect(await params(service)).toBeUndefined();
    const off = { ...CURRENT, configJson: '{"autoscale.enable":true}' };
    service.clock.advance(DEFAULT_SIMULATION.startDelayMs);
    expect(await service.codeOf('UpdateAutoScaleConfig', off)).toBe('400 InvalidAutoScaleParam');
  });
});

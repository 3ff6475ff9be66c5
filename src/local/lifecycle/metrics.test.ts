import { describe, expect, it } from 'vitest';
import { readSpec } from '../../services/testing/spec.ts';
import { DEFAULT_SIMULATION } from '../engines/simulated/simulatedEngine.ts';
import { CURRENT, J, START, withJob, type MemoryService } from '../testing/service.ts';

const names = readSpec().metrics.map(({ name }) => name);
const HOUR = 3_600_000;

interface Asked {
  readonly start?: number;
  readonly end?: number;
  readonly step?: string;
}

async function ask(
  service: MemoryService,
  metrics: readonly string[],
  { start, end, step = '20s-avg' }: Asked = {},
) {
  const now = service.clock.now();
  const queries = metrics.map(name => ({ metric: `blink.demo.job1.${name}`, downsample: step }));
  const { Metrics } = await service.call('GetInstanceMetric', {
    ...J,
    metricJson: JSON.stringify({
      start: start ?? now - 2 * HOUR,
      end: end ?? now,
      limit: 'avg:sample:50',
      queries,
    }),
  });
  return (Metrics?.Metric ?? []).map(({ MetricName, Dps, ...rest }) => ({
    name: MetricName?.slice('blink.demo.job1.'.length),
    points: Object.entries(Dps ?? {}).map(([time, value]) => [Number(time), Number(value)] as const),
    ...rest,
  }));
}

async function runningFor(ms: number): Promise<MemoryService> {
  const service = await withJob();
  await service.call('StartJob', J);
  service.clock.advance(DEFAULT_SIMULATION.startDelayMs + ms);
  return service;
}

describe('GetInstanceMetric', () => {
  it('has a series for every metric of the description', async () => {
    const service = await runningFor(3 * HOUR);
    const series = await ask(service, names);
    expect(names).toHaveLength(40);
    expect(series.map(({ name }) => name)).toEqual(names);
    for (const { name, points, Tags } of series) {
      expect([name, points.length]).toEqual([name, 360]);
      expect(points.every(([, value]) => Number.isFinite(value) && value >= 0)).toBe(true);
      expect(Tags).toMatchObject({ engine: 'simulated' });
    }
  });

  it('reads more than it parses and parses more than it writes, at every moment', async () => {
    const service = await runningFor(3 * HOUR);
    const [read, parsed, written] = await ask(service, ['tps.rate', 'parserTps.rate', 'sink.outTps.rate']);
    for (const [index, [time, value]] of read!.points.entries()) {
      const rest = [parsed!.points[index]![1], written!.points[index]![1]] as const;
      expect([time, value >= rest[0] && rest[0] >= rest[1]]).toEqual([time, true]);
    }
  });

  it('tells the same whenever and in whatever grain it is asked', async () => {
    const service = await runningFor(3 * HOUR);
    const end = service.clock.now() - 600_000;
    const window = { start: end - HOUR, end, step: '60s-avg' };
    const first = await ask(service, ['delay'], window);
    service.clock.advance(300_000);
    expect(await ask(service, ['delay'], window)).toEqual(first);
  });

  it('begins with the run, has a gap where the job was paused, and goes on after it', async () => {
    const service = await runningFor(600_000);
    await service.call('ModifyInstanceState', { ...CURRENT, expectState: 'PAUSED' });
    service.clock.advance(600_000);
    expect(await service.codeOf('GetInstanceMetric', { ...J, metricJson: '{}' })).toBe(
      '400 InvalidMetricJson',
    );
    const { start, end } = { start: START - HOUR, end: service.clock.now() };
    const metricJson = JSON.stringify({ start, end, queries: [{ metric: 'x' }] });
    expect(await service.codeOf('GetInstanceMetric', { ...J, metricJson })).toBe('409 InstanceNotRunning');
    await service.call('ModifyInstanceState', { ...CURRENT, expectState: 'RUNNING' });
    service.clock.advance(600_000);
    const [series] = await ask(service, ['tps.rate'], { step: '10s-avg' });
    const minutes = series!.points.map(([time]) => (time * 1000 - START) / 60_000);
    expect(minutes[0]).toBeGreaterThan(0);
    expect(minutes[0]).toBeLessThan(0.2);
    expect(minutes.filter(minute => minute > 10.5 && minute < 19.9)).toEqual([]);
    expect(minutes.filter(minute => minute > 20.2).length).toBeGreaterThan(50);
  });

  it.each([
    ['', 'JSON'],
    ['[]', 'object'],
    [{ start: 1, end: 2 }, 'two hours'],
    [{ start: START - 3 * HOUR, end: START }, 'two hours'],
    [{ start: START, end: START - 1 }, 'before'],
    [{ start: '1', end: START }, 'times'],
    [{ start: START - 1, end: START, limit: 'all' }, 'limit'],
    [{ start: START - 1, end: START, queries: [] }, 'queries'],
    [{ start: START - 1, end: START, queries: [{}] }, 'metric'],
    [{ start: START - 1, end: START, queries: [{ metric: 'a', downsample: '20s' }] }, 'downsample'],
    [{ start: START - 1, end: START, queries: [{ metric: 'a', granularity: 'x' }] }, 'granularity'],
    [{ start: START - 1, end: START, queries: [{ metric: 'a', aggregator: 'sum' }] }, 'aggregator'],
    [{ start: START - HOUR, end: START, queries: [{ metric: 'a', downsample: '100ms-avg' }] }, 'second'],
  ])('refuses the document %j', async (document, why) => {
    const service = await withJob();
    const metricJson =
      typeof document === 'string' ? document : JSON.stringify({ queries: [{ metric: 'a' }], ...document });
    const asked = service.call('GetInstanceMetric', { ...J, metricJson });
    await expect(asked).rejects.toMatchObject({
      code: 'InvalidMetricJson',
      message: expect.stringContaining(why) as string,
    });
  });

  it('refuses more queries than a caller can have use for', async () => {
    const service = await withJob();
    await service.call('StartJob', J);
    service.clock.advance(5_000);
    const asked = (count: number) => {
      const queries = Array.from({ length: count }, () => ({ metric: 'blink.demo.job1.delay' }));
      const now = service.clock.now();
      const metricJson = JSON.stringify({ start: now - 1, end: now, queries });
      return service.codeOf('GetInstanceMetric', { ...J, metricJson });
    };
    expect(await asked(100)).toBeUndefined();
    expect(await asked(101)).toBe('400 InvalidMetricJson');
  });

  it('matches project and job as a whole, even with dots in their names', async () => {
    const service = await withJob({ jobName: 'a.b' }, { commit: false });
    const job = { ...J, jobName: 'a.b' };
    await service.call('CommitJob', job);
    await service.call('StartJob', job);
    service.clock.advance(600_000);
    const end = service.clock.now();
    const queries = ['blink.demo.a.b.delay', 'blink.demo.a.delay', 'delay'].map(metric => ({ metric }));
    const metricJson = JSON.stringify({ start: end - HOUR, end, queries });
    const { Metrics } = await service.call('GetInstanceMetric', { ...job, metricJson });
    expect(Metrics?.Metric?.map(({ MetricName }) => MetricName)).toEqual(['blink.demo.a.b.delay']);
  });
});

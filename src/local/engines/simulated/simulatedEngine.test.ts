import { describe, expect, it } from 'vitest';
import { VALID_CODE } from '../../testing/service.ts';
import type { RunnableJob, Run } from '../engine.ts';
import { failovers } from './failovers.ts';
import { traitsOf } from './memory.ts';
import { profileOf } from './profile.ts';
import { DEFAULT_SIMULATION, SimulatedEngine } from './simulatedEngine.ts';

const START = Date.UTC(2026, 0, 5, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const engine = new SimulatedEngine();

const JOB: RunnableJob = {
  project: 'p',
  job: 'j',
  jobType: 'FLINK_STREAM',
  apiType: 'SQL',
  code: VALID_CODE,
  properties: '# every half minute\nblink.checkpoint.interval.ms = 30000\npassword=x',
  planJson: '',
  engineVersion: 'blink-3.6.8',
};

async function start(change: Partial<RunnableJob> = {}): Promise<Run> {
  const job = { ...JOB, ...change };
  return { ...job, id: '7', startTime: START, memory: await engine.start(job, START) };
}

/** ms at which the run of `start` begins to process. */
const RUNNING = START + DEFAULT_SIMULATION.startDelayMs;

interface Checkpoints {
  readonly counts: Record<'total' | 'completed' | 'failed' | 'in_progress' | 'restored', number>;
  readonly history: readonly {
    id: number;
    status: string;
    trigger_timestamp: number;
    state_size: number;
    discarded?: boolean;
  }[];
  readonly latest: { readonly completed: { readonly id: number } | null };
}

describe('checkpoints', () => {
  const at = async (run: Run, time: number) => JSON.parse(await engine.checkpoints(run, time)) as Checkpoints;

  it('come at the interval of the properties, ten rows of them, the newest first', async () => {
    const run = await start();
    expect((await at(run, RUNNING + 29_999)).counts.total).toBe(0);
    const { counts, history, latest } = await at(run, RUNNING + HOUR);
    expect(counts.total).toBe(120);
    expect(counts.completed + counts.failed + counts.in_progress).toBe(120);
    expect(counts.failed).toBeLessThan(20);
    expect(history.map(({ id }) => id)).toEqual([120, 119, 118, 117, 116, 115, 114, 113, 112, 111]);
    expect(history.map(row => row.trigger_timestamp - RUNNING)).toEqual(history.map(({ id }) => id * 30_000));
    const kept = history.filter(row => row.discarded === false);
    expect(kept.map(({ id }) => id)).toEqual([latest.completed?.id]);
  });

  it('are counted as they are listed, one by one', async () => {
    const run = await start();
    const seen = new Map<number, string>();
    for (let n = 1; n <= 200; n++) {
      const { counts, history } = await at(run, RUNNING + n * 30_000 + 29_000);
      for (const { id, status } of history) seen.set(id, status);
      const failed = [...seen.values()].filter(status => status === 'FAILED').length;
      expect([n, counts.total, counts.failed]).toEqual([n, n, failed]);
    }
    expect([...seen.values()].filter(status => status === 'FAILED').length).toBeGreaterThan(3);
  });

  it('of a run of a year are told at once', async () => {
    const run = await start({ properties: 'blink.checkpoint.interval.ms=1000' });
    const before = performance.now();
    const { counts } = await at(run, RUNNING + 365 * DAY);
    expect(counts.total).toBe(365 * 86_400);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('grow with the state', async () => {
    const run = await start();
    const [early] = (await at(run, RUNNING + 5 * 60_000)).history;
    const [late] = (await at(run, RUNNING + 3 * HOUR)).history;
    expect(late!.state_size).toBeGreaterThan(early!.state_size * 2);
  });
});

describe('failovers', () => {
  it('happen now and then, and show in errors, rate and delay', async () => {
    const run = await start();
    const now = RUNNING + 3 * DAY;
    const times = failovers(profileOf(run), [{ from: RUNNING, to: now }], RUNNING, now);
    expect(times.length).toBeGreaterThan(10);
    expect(times.length).toBeLessThan(90);
    const last = times.at(-1)!;
    const seen = await engine.observe(run, now);
    expect(seen.lastError).toEqual({ time: last, message: expect.stringContaining('(simulated)') as string });
    const exceptions = JSON.parse(await engine.exceptions(run, now)) as {
      timestamp: number;
      truncated: boolean;
      'all-exceptions': { timestamp: number }[];
    };
    expect(exceptions.timestamp).toBe(last);
    expect(exceptions['all-exceptions'].map(row => row.timestamp)).toEqual(times.toReversed().slice(0, 20));

    const around = { start: last - 60_000, end: last + 60_000, step: 1_000, downsample: 'max' as const };
    const points = async (metric: string) =>
      (await engine.series([run], { metric, ...around }, now))[0]!.points;
    const peak = (series: readonly (readonly [number, number])[], from: number, to: number) =>
      Math.max(
        ...series.filter(([time]) => time >= last + from && time <= last + to).map(([, value]) => value),
      );
    const rate = await points('task_failover.rate');
    expect([peak(rate, -60_000, -2_000), peak(rate, 2_000, 50_000) > 0]).toEqual([0, true]);
    const delay = await points('delay');
    expect(peak(delay, 0, 20_000)).toBeGreaterThan(2 * peak(delay, -60_000, -2_000));
    expect(peak(await points('tps.rate'), 2_000, 14_000)).toBe(0);
  });

  it('leave a young run in peace, and a healthy one without an error', async () => {
    const run = await start();
    const seen = await engine.observe(run, RUNNING + 60_000);
    expect(seen.lastError).toBeUndefined();
    expect(JSON.parse(await engine.exceptions(run, RUNNING + 60_000))).toMatchObject({
      'root-exception': null,
    });
  });

  it('come often to a job that is there to fail', async () => {
    const [usual, failing] = [await start(), await start({ code: `-- fail\n${VALID_CODE}` })];
    const now = RUNNING + DAY;
    const count = (run: Run) => failovers(profileOf(run), [{ from: RUNNING, to: now }], RUNNING, now).length;
    expect(count(failing)).toBeGreaterThan(2 * count(usual));
  });
});

interface Detail {
  readonly state: string;
  readonly 'end-time': number;
  readonly vertices: readonly {
    id: string;
    name: string;
    status: string;
    metrics: { tps: number; delay: number };
  }[];
  readonly 'status-counts': Record<string, number>;
  readonly plan: {
    nodes: readonly { id: string; description: string; inputs?: readonly { id: string }[] }[];
  };
}

describe('the graph of a run', () => {
  const at = async (run: Run, time: number) => JSON.parse(await engine.detail(run, time)) as Detail;

  it('has the operators of the code, tied by ids that do not change', async () => {
    const run = await start();
    const detail = await at(run, RUNNING + HOUR);
    expect(detail.state).toBe('RUNNING');
    expect(detail.vertices.map(({ name }) => name)).toEqual([
      'Source: datahub-src',
      'Calc(select: (id, name))',
      'Sink: print-snk',
    ]);
    expect(detail['status-counts']).toMatchObject({ RUNNING: 3, CANCELED: 0 });
    const ids = detail.vertices.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every(id => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(detail.plan.nodes.map(({ inputs }) => inputs?.map(({ id }) => id) ?? [])).toEqual([
      [],
      [ids[0]],
      [ids[1]],
    ]);
    expect((await at(run, RUNNING + 2 * HOUR)).vertices.map(({ id }) => id)).toEqual(ids);
  });

  it('outlives the run, without rates, and is escaped as the engine does it', async () => {
    const run = await start({ code: VALID_CODE.replace('FROM src', 'FROM src WHERE id > 1') });
    const memory = await engine.end(run, 'TERMINATED', RUNNING + HOUR);
    const detail = await at({ ...run, memory }, RUNNING + 2 * HOUR);
    expect(detail.state).toBe('CANCELED');
    expect(detail['end-time']).toBe(RUNNING + HOUR + DEFAULT_SIMULATION.endDelayMs);
    expect(detail.vertices.map(({ metrics }) => [metrics.tps, metrics.delay])).toEqual([
      [-1, -1],
      [-1, -1],
      [-1, -1],
    ]);
    expect(detail.plan.nodes[1]?.description).toBe('Calc(where: (id &gt; 1), select: (id, name))');
  });
});

describe('a run', () => {
  it('carries the word simulated and its properties in its configuration', async () => {
    const config = JSON.parse(await engine.config(await start())) as {
      'execution-config': { 'user-config': Record<string, string> };
    };
    expect(config['execution-config']['user-config']).toMatchObject({
      Engine: 'simulated',
      'blink.checkpoint.interval.ms': '30000',
      password: 'x',
      stsAccesskey: expect.any(String) as string,
    });
  });

  it('has a handler that says simulated once it runs, and an end that YARN has a word for', async () => {
    const run = await start();
    expect((await engine.observe(run, START)).handler).toBeUndefined();
    expect((await engine.observe(run, RUNNING)).handler).toMatch(
      /^simulated_application_[0-9]+_[0-9]+\|[0-9a-f]{32}$/,
    );
    expect(await engine.finalState(run, RUNNING)).toBe('RUNNING');
    const memory = await engine.end(run, 'TERMINATED', RUNNING);
    expect(await engine.finalState({ ...run, memory }, RUNNING + DAY)).toBe('KILLED');
  });

  it('holds what its plan asks for', async () => {
    const planJson = '{"nodes":[{"id":1,"parallelism":4,"vcore":0.5,"heap_memory":1024}]}';
    const use = await engine.resource(await start({ planJson }), RUNNING);
    expect(use).toMatchObject({ allocatedVcores: 200, allocatedMb: 4096 });
    expect(use.totalVcores).toBeLessThan(use.allocatedVcores);
    const planless = await engine.resource(await start(), RUNNING);
    expect(planless.allocatedVcores).toBe(75);
  });

  it('ends at once when it was only waiting or paused', async () => {
    const run = await start();
    const memory = await engine.end(run, 'TERMINATED', START + 1);
    expect(await engine.observe({ ...run, memory }, START + 1)).toMatchObject({
      actual: 'TERMINATED',
      endTime: START + 1,
    });
  });
});

describe('the settings of a job', () => {
  it.each([
    ['blank lines', '\n'],
    ['blanks on one line', ' '],
  ])('are read in no time behind 100,000 %s', async (_what, filler) => {
    const settings = `a${filler.repeat(100_000)}\n blink.main.class=x.Y\n  blink.checkpoint.interval.ms: 60000  `;
    const job = { ...JOB, apiType: 'DATASTREAM' as const, code: settings, properties: settings };
    const run: Run = { ...job, id: '1', startTime: START, memory: await engine.start(job, START) };
    const { user } = process.cpuUsage();
    expect(profileOf(run).checkpointInterval).toBe(60_000);
    expect(traitsOf(job)).toEqual({ checkpointInterval: 60_000 });
    expect(await engine.config(run)).toContain('"blink.checkpoint.interval.ms":"60000"');
    expect(await engine.detail(run, START)).toContain('Process: Y');
    // ms; looking for a line from each blank before it takes many seconds.
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1_000);
  });
});

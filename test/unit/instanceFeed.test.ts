import { afterAll, beforeAll, expect, it } from 'vitest';
import { Feed } from '../../src/instance/feed.ts';
import { createFoasClient } from '../../src/services/foas/client.ts';
import { createFoasJobService } from '../../src/services/foas/jobService.ts';
import { createHttp } from '../../src/services/http.ts';
import type { ConnectionId, Job, JobName, ProjectName, RunSummary } from '../../src/services/model.ts';
import { DEFAULT_METRICS } from '../../src/webviews/instance/charts.ts';
import { toPanel, type ToPanel } from '../../src/webviews/instance/messages.ts';
import { startLocalService, type LocalService } from '../ui/service.ts';

const http = createHttp();
let local: LocalService;

beforeAll(async () => {
  local = await startLocalService('sample');
}, 60_000);

afterAll(async () => {
  await http.close();
  await local.stop();
});

const CHOICE = { metrics: DEFAULT_METRICS, rangeSeconds: 900 } as const;
const { signal } = new AbortController();

/** A feed on the sample project of a real service, and what it said. */
function feedOf(job: string) {
  const said: ToPanel[] = [];
  const jobs: Job[] = [];
  const heard: { run: RunSummary | undefined } = { run: undefined };
  const service = createFoasJobService(
    createFoasClient({
      http,
      origin: local.url,
      regionId: local.regionId,
      credentials: { accessKeyId: local.accessKeyId, accessKeySecret: local.accessKeySecret },
    }),
  );
  const feed = new Feed({
    ref: { connection: 'local' as ConnectionId, project: 'retail_demo' as ProjectName, job: job as JobName },
    service: () => Promise.resolve(service),
    latestRun: () => heard.run,
    post: message => said.push(toPanel.read(message, '')),
    onJob: each => jobs.push(each),
    now: Date.now,
    missing: () => new Error('gone'),
  });
  return { feed, said, jobs, heard };
}

it('reads state and points of a running job', async () => {
  const { feed, said, jobs } = feedOf('order_gmv_minute');
  expect(await feed.readStatus(signal)).toBe(true);
  expect(await feed.readStatus(signal)).toBe(false);
  await feed.readPoints(CHOICE, signal);
  const [status, , points] = said;
  expect(status).toMatchObject({
    status: { phase: 'running', expected: 'running', actions: ['pause', 'stop'], isSimulated: true },
  });
  expect(points?.type === 'points' && new Set(points.series.map(({ metric }) => metric))).toEqual(
    new Set(DEFAULT_METRICS),
  );
  for (const each of points?.type === 'points' ? points.series : [])
    expect(each.points.length).toBeGreaterThan(50);
  expect(jobs).toHaveLength(1);
});

it('reads a batch job by the id of its instance', async () => {
  const { feed, said } = feedOf('risk_daily_reconcile');
  await feed.readStatus(signal);
  expect(said[0]).toMatchObject({ status: { isBatch: true } });
  expect(said[0]?.type === 'status' && said[0].status.instanceId).toMatch(/^\d+$/);
});

it('asks for nothing but the job while it is a draft', async () => {
  const { feed, said } = feedOf('hello_print');
  expect(await feed.readStatus(signal)).toBe(false);
  await feed.readPoints(CHOICE, signal);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ status: { phase: 'draft', actions: ['commit'] } });
});

it('fails for a job that is not there, and says nothing after it was called off', async () => {
  await expect(feedOf('no_such_job').feed.readStatus(signal)).rejects.toThrow('gone');
  const { feed, said } = feedOf('order_gmv_minute');
  await expect(feed.readStatus(AbortSignal.abort())).rejects.toMatchObject({ kind: 'aborted' });
  expect(said).toEqual([]);
});

it('says what the window’s poller heard, once', async () => {
  const { feed, said, heard } = feedOf('order_gmv_minute');
  expect(feed.hear()).toBe(false);
  await feed.readStatus(signal);
  heard.run = {
    job: 'order_gmv_minute' as JobName,
    instanceId: '7' as RunSummary['instanceId'],
    actual: 'PAUSED',
  };
  expect(feed.hear()).toBe(true);
  expect(said.at(-1)).toMatchObject({
    status: { phase: 'paused', actions: ['resume', 'stop'], instanceId: '7' },
  });
  expect(feed.isRunning).toBe(false);
  expect(feed.hear()).toBe(false);
  expect(said).toHaveLength(2);
  heard.run = { ...heard.run };
  expect(feed.hear()).toBe(false);
});

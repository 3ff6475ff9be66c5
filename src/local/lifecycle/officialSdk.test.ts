import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manualClock } from '../clock.ts';
import { DEFAULT_SIMULATION } from '../engines/simulated/simulatedEngine.ts';
import { openService, type LocalService } from '../service.ts';
import { KEYS } from '../testing/client.ts';
import { VALID_CODE } from '../testing/service.ts';

const { startDelayMs, endDelayMs } = DEFAULT_SIMULATION;
const clock = manualClock(Date.now());

/** The package's own types leave this class out. */
interface RoaClient {
  request(
    method: string,
    path: string,
    query: object,
    body: string,
    headers: Readonly<Record<string, string>>,
    options: object,
  ): Promise<unknown>;
}
const { ROAClient } = createRequire(import.meta.url)('@alicloud/pop-core') as {
  readonly ROAClient: new (config: object) => RoaClient;
};

let service: LocalService;
let client: RoaClient;
beforeAll(async () => {
  service = await openService({ file: ':memory:', keys: KEYS, clock, firstInstanceId: 2n ** 53n });
  client = new ROAClient({ ...KEYS, endpoint: await service.listen(0), apiVersion: '2018-11-11' });
});
afterAll(() => service.close());

const PROJECT = '/api/v2/projects/demo';
const JOB = `${PROJECT}/jobs/sdk job 中`;

interface Answer {
  readonly RequestId: string;
  readonly SessionId?: string;
  readonly PlanJsonInfo?: { readonly Status: string; readonly PlanJson?: string };
  readonly Job?: { readonly JobName: string; readonly IsCommitted: boolean };
  readonly RunSummary?: { readonly ActualState: string };
  readonly instanceId?: unknown;
  readonly Folder?: { readonly FolderId: number };
  readonly Jobs?: { readonly Job: readonly { readonly JobName: string }[] };
}

function request(method: string, path: string, query: object = {}, body?: object): Promise<Answer> {
  const text = body ? JSON.stringify(body) : '';
  const headers = { 'Content-Type': 'application/json' };
  return client.request(method, encodeURI(path), query, text, headers, {
    timeout: 10_000,
  }) as Promise<Answer>;
}

const state = async (): Promise<string | undefined> =>
  (await request('GET', `${JOB}/instances/-1/runsummary`)).RunSummary?.ActualState;

const ask = (expectState: string) => request('PUT', `${JOB}/instances/-1/expectstate`, {}, { expectState });

it('the official SDK takes a job through its whole life', async () => {
  await request('POST', '/api/v2/projects', {}, { name: 'demo', deployType: 'public' });
  await request('POST', `${PROJECT}/folders`, {}, { path: '/目录 1' });
  const { Folder } = await request('GET', `${PROJECT}/folders`, { path: '/目录 1' });
  await request('POST', `${PROJECT}/packages`, {}, { packageName: 'a.jar', type: 'JAR', ossPath: 'a.jar' });
  const job = {
    jobName: 'sdk job 中',
    jobType: 'FLINK_STREAM',
    apiType: 'SQL',
    packages: 'a.jar',
    code: VALID_CODE,
  };
  await request('POST', `${PROJECT}/jobs`, {}, { ...job, folderId: Folder?.FolderId });

  const { SessionId: sessionId } = await request('GET', `${JOB}/planjson`, {
    expectedCore: 1,
    expectedGB: 4,
  });
  const check = async () => (await request('GET', `${JOB}/planjson/check`, { sessionId })).PlanJsonInfo;
  expect((await check())?.Status).toBe('Session in run');
  clock.advance(2_000);
  await request('PUT', JOB, {}, { planJson: (await check())?.PlanJson });

  await request('PUT', `${JOB}/commit`);
  expect((await request('GET', JOB)).Job).toMatchObject({ JobName: 'sdk job 中', IsCommitted: true });
  expect((await request('GET', `${PROJECT}/packages/a.jar/jobs`)).Jobs?.Job).toHaveLength(1);
  expect(await state()).toBe('UNKNOWN');
  const { instanceId } = await request(
    'POST',
    `${JOB}/instance`,
    {},
    { parameterJson: '{"startOffset":"1600000000000"}' },
  );
  // The SDK reads large numbers exactly.
  expect(String(instanceId)).toBe(String(2n ** 53n + 1n));
  expect(await state()).toBe('WAITING');
  clock.advance(startDelayMs);
  expect(await state()).toBe('RUNNING');
  await ask('PAUSED');
  clock.advance(endDelayMs);
  expect(await state()).toBe('PAUSED');
  await ask('RUNNING');
  clock.advance(startDelayMs);
  expect(await state()).toBe('RUNNING');
  await expect(request('PUT', `${JOB}/offline`)).rejects.toMatchObject({ code: 'JobHasRunningInstance' });
  await ask('TERMINATED');
  clock.advance(endDelayMs);
  await request('PUT', `${JOB}/offline`);
  await request('DELETE', JOB);
  await request('DELETE', `${PROJECT}/packages/a.jar`);
  await request('DELETE', `${PROJECT}/folders`, { path: '/目录 1' });
  expect((await request('GET', JOB)).Job).toBeUndefined();
});

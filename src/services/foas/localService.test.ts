import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type Http } from '../http.ts';
import type { JobService } from '../jobService.ts';
import { CURRENT_INSTANCE, LIVE, ROOT_FOLDER } from '../model.ts';
import type { FolderPath, InstanceState, JobName, MetricSeries, PackageName, ProjectName } from '../model.ts';
import { failureOf } from '../testing/foas.ts';
import { startLocalService, type RunningService } from '../testing/localService.ts';
import { createFoasClient, type CallTrace, type FoasClient } from './client.ts';
import { createFoasJobService } from './jobService.ts';
import type { SignatureForm } from './sign/sign.ts';

// Client and local service speak over a real connection, each from its own process.

const P = '实时 demo' as ProjectName;
const J = "job_*'()+~" as JobName;
const CODE = `CREATE TABLE src (a VARCHAR, b BIGINT) WITH (type = 'random');
CREATE TABLE dst (a VARCHAR) WITH (type = 'print');
INSERT INTO dst SELECT a FROM src; -- 中文
`;

let local: RunningService;
let http: Http;
let service: JobService;
const traces: CallTrace[] = [];

function connect(more: Partial<Parameters<typeof createFoasClient>[0]> = {}): FoasClient {
  const { url, accessKeyId, accessKeySecret } = local;
  return createFoasClient({ http, origin: url, credentials: { accessKeyId, accessKeySecret }, ...more });
}

beforeAll(async () => {
  local = await startLocalService(
    '--start-delay-ms',
    '20',
    '--end-delay-ms',
    '20',
    '--plan-delay-ms',
    '20',
    '--first-instance-id',
    '9007199254740993',
  );
  http = createHttp({ environment: {} });
  const client = connect({ regionId: local.regionId, onCall: trace => traces.push(trace) });
  service = createFoasJobService(client);
  await client.call('CreateProject', { name: P, deployType: 'cell', clusterId: await anyCluster(client) });
}, 60_000);

afterAll(async () => {
  await http.close();
  await local.close();
});

async function anyCluster(client: FoasClient): Promise<string> {
  const reply = await client.call('ListCluster', {});
  return reply.Clusters?.Cluster?.[0]?.ClusterId ?? '';
}

/** Polls like the editor does, without a fixed wait. */
async function until(...states: readonly InstanceState[]): Promise<void> {
  await expect
    .poll(async () => (await service.getInstance(P, J, CURRENT_INSTANCE))?.actual, {
      interval: 20,
      timeout: 10_000,
    })
    .toSatisfy((state: InstanceState) => states.includes(state));
}

describe('against the local service', () => {
  it('a job lives its whole life', async () => {
    expect((await service.listProjects()).map(project => project.name)).toContain(P);
    const folderId = await service.createFolder(P, '/目录' as FolderPath);
    expect(await service.listFolders(P, ROOT_FOLDER)).toEqual([{ id: folderId, path: '/目录' }]);
    expect(await service.getJob(P, J)).toBeUndefined();

    await service.createJob(P, { name: J, type: 'FLINK_STREAM', api: 'SQL', code: CODE, folderId });
    const job = await service.getJob(P, J);
    expect(job).toMatchObject({
      name: J,
      code: CODE,
      folderId,
      isCommitted: false,
      type: 'FLINK_STREAM',
      api: 'SQL',
    });
    await service.updateJob(P, J, { properties: 'k=v' });
    expect(await service.getJob(P, J)).toMatchObject({ code: CODE, properties: 'k=v' });
    expect((await service.listJobs(P, { folderId })).items.map(each => each.name)).toEqual([J]);

    expect(await service.getInstance(P, J, CURRENT_INSTANCE)).toBeUndefined();
    const plan = await service.generatePlan(P, J, {});
    expect(JSON.parse(plan)).toHaveProperty('nodes');
    await service.updateJob(P, J, { plan });
    await service.commitJob(P, J);
    expect((await service.getJob(P, J))?.isCommitted).toBe(true);

    const first = await service.startJob(P, J, Date.now());
    expect(BigInt(first)).toBeGreaterThan(2n ** 53n);
    await until('RUNNING');
    expect((await service.getInstance(P, J, CURRENT_INSTANCE))?.instanceId).toBe(first);
    expect((await failureOf(service.deleteJob(P, J))).kind).toBe('conflict');
    expect([...(await service.runSummaries(P, [J, 'other' as JobName], 'FLINK_STREAM')).keys()]).toEqual([J]);

    await service.changeInstanceState(P, J, CURRENT_INSTANCE, 'PAUSED', { triggerCheckpoint: true });
    await until('PAUSED');
    await service.changeInstanceState(P, J, CURRENT_INSTANCE, 'RUNNING', { flush: true });
    await until('RUNNING');
    expect((await service.getInstance(P, J, CURRENT_INSTANCE))?.instanceId).not.toBe(first);
    const archived = await service.listInstances(P, { type: 'FLINK_STREAM', jobName: J, isArchived: true });
    expect(archived.items.map(each => each.instanceId)).toContain(first);

    await service.changeInstanceState(P, J, CURRENT_INSTANCE, 'TERMINATED');
    await until('TERMINATED');
    await service.offlineJob(P, J);
    await service.deleteJob(P, J);
    expect(await service.getJob(P, J)).toBeUndefined();
    await service.deleteFolder(P, '/目录' as FolderPath);
  });

  it('a running instance can be looked into', async () => {
    const name = 'looked_into' as JobName;
    await service.createJob(P, { name, type: 'FLINK_STREAM', api: 'SQL', code: CODE });
    await service.commitJob(P, name);
    const id = await service.startJob(P, name, undefined);
    await expect
      .poll(async () => (await service.getInstance(P, name, id))?.actual, { interval: 20, timeout: 10_000 })
      .toBe('RUNNING');
    const [checkpoints, graph, failures, config] = await Promise.all([
      service.checkpoints(P, name, id),
      service.graph(P, name, id),
      service.failures(P, name, id),
      service.instanceConfig(P, name, id),
    ]);
    for (const embedded of [checkpoints, graph, failures, config]) expect(embedded.value).toBeDefined();
    expect(graph.value?.vertices.length).toBeGreaterThan(0);
    expect((await service.instanceResource(P, name, id)).totalVcores).toBeGreaterThan(0);
    // There are no points before the first interval of a second is over.
    const metrics = [...service.capabilities.metrics];
    const look = async (): Promise<readonly MetricSeries[]> => {
      const now = Date.now();
      return service.metrics(P, name, id, { metrics, start: now - 30_000, end: now, step: 1 });
    };
    await expect
      .poll(async () => (await look()).length, { interval: 100, timeout: 10_000 })
      .toBe(metrics.length);
    const series = await look();
    expect(series.map(each => each.metric).sort()).toEqual(metrics.sort());
    expect(series.every(each => each.points.length > 0)).toBe(true);
    expect(LIVE.has((await service.getInstance(P, name, CURRENT_INSTANCE))?.actual ?? 'UNKNOWN')).toBe(true);
  });

  it('code is validated', async () => {
    const name = 'checked' as JobName;
    await service.createJob(P, { name, type: 'FLINK_STREAM', api: 'SQL', code: CODE });
    const good = await service.validateJob(P, name);
    expect(good).toMatchObject({ valid: true, inputs: [{ name: 'src' }], outputs: [{ name: 'dst' }] });
    await service.updateJob(P, name, { code: 'SELEC 1;' });
    const bad = await service.validateJob(P, name);
    expect(bad).toMatchObject({ valid: false });
  });

  it('packages come and go', async () => {
    const name = 'a b.jar' as PackageName;
    await service.createPackage(P, { name, type: 'JAR', ossPath: 'x/a b.jar', tag: '标签' });
    expect(await service.getPackage(P, name)).toMatchObject({
      name,
      type: 'JAR',
      ossPath: 'x/a b.jar',
      tag: '标签',
    });
    expect((await service.listPackages(P)).map(each => each.name)).toEqual([name]);
    expect(await service.packageUsers(P, name)).toEqual([]);
    await service.deletePackage(P, name);
    expect(await service.listPackages(P)).toEqual([]);
  });

  it.each(['roa', 'rpc', 'acs3'] satisfies SignatureForm[])(
    'every request signed by %s is accepted, a wrong key is not',
    async form => {
      const right = connect({ signature: form });
      const folder = { projectName: P, path: "/ *'()!~+é中" };
      await right.call('CreateFolder', folder);
      expect((await right.call('GetFolder', folder)).Folder?.Path).toBe(folder.path);
      await right.call('DeleteFolder', folder);
      const wrong = connect({
        signature: form,
        credentials: { ...local, accessKeySecret: 'not-the-secret' },
      });
      const failure = await failureOf(wrong.call('GetFolder', folder));
      expect(failure).toMatchObject({ kind: 'signature' });
      expect(JSON.stringify([failure, failure.message])).not.toContain(local.accessKeyId);
    },
  );

  it('a clock that is off is told', async () => {
    const clock = { now: () => Date.now() + 3600_000, random: () => 0, sleep: () => Promise.resolve() };
    const failure = await failureOf(connect({ clock }).call('ListProject', {}));
    expect(failure.kind).toBe('clock-skew');
    expect(Math.abs((failure.skewSeconds ?? 0) - 3600)).toBeLessThan(5);
  });

  it('every call had a request id', () => {
    expect(traces.length).toBeGreaterThan(30);
    expect(traces.filter(trace => !trace.requestId)).toEqual([]);
  });
});

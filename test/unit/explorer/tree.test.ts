import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobNode, MoreNode, Node } from '../../../src/explorer/nodes.ts';
import { Tree } from '../../../src/explorer/tree.ts';
import type { FolderPath, JobName } from '../../../src/services/model.ts';
import { CONNECTION, copyJob, createJob, PROJECT, startWorld, worldOf } from './world.ts';

const path = (text: string) => text as FolderPath;
const ref = { connection: CONNECTION, project: PROJECT };

let world: Awaited<ReturnType<typeof startWorld>>;
let tree: Tree;

beforeAll(async () => {
  world = await startWorld();
  const { service } = world;
  const orders = await service.createFolder(PROJECT, path('/订单'));
  const live = await service.createFolder(PROJECT, path('/订单/实时'));
  const big = await service.createFolder(PROJECT, path('/big'));
  await service.createFolder(PROJECT, path('/empty'));
  for (const name of ['dwd_orders', '订单明细', 'job10', 'job9']) await createJob(service, orders, name);
  await createJob(service, live, 'ads_Orders_rt');
  await createJob(service, big, 'big_0');
  copyJob(
    world.local,
    'big_0',
    Array.from({ length: 619 }, (_, n) => `big_${n + 1}`),
  );
});

afterAll(async () => {
  await world.local.close();
});

beforeEach(() => {
  world.forget();
  tree = new Tree(world.connections);
});

async function open(...labels: string[]): Promise<readonly Node[]> {
  let nodes = await tree.children();
  nodes = await tree.children(nodes[0]);
  nodes = await tree.children(nodes[0]);
  for (const label of labels) {
    const folder = nodes.find(node => node.kind === 'folder' && node.folder.path.endsWith(`/${label}`));
    nodes = await tree.children(folder);
  }
  return nodes;
}

function labels(nodes: readonly Node[]): string[] {
  return nodes.map(node => {
    if (node.kind === 'job') return node.job.name;
    if (node.kind === 'folder') return node.folder.path;
    return node.kind === 'notice' ? node.notice.kind : node.kind;
  });
}

describe('the tree of a project', () => {
  it('asks for nothing before it is opened', async () => {
    await tree.children();
    expect(world.calls).toEqual([]);
  });

  it('shows folders, jobs and groups', async () => {
    expect(labels(await open())).toEqual(['/big', '/empty', '/订单', 'packages', 'queues']);
  });

  it('sorts as a person does', async () => {
    expect(labels(await open('订单'))).toEqual(['/订单/实时', 'dwd_orders', 'job9', 'job10', '订单明细']);
  });

  it('offers to create a job in an empty folder', async () => {
    const [only, ...others] = await open('empty');
    expect(only).toMatchObject({ kind: 'notice', notice: { kind: 'noJobs', folder: { path: '/empty' } } });
    expect(others).toEqual([]);
  });

  it('asks once, and again only when told to forget', async () => {
    await open('订单');
    const asked = world.calls.length;
    await open('订单');
    expect(world.calls.length).toBe(asked);
    tree.forget(CONNECTION);
    await open('订单');
    expect(world.calls.length).toBe(2 * asked);
  });

  it('keeps the object of a row over a refresh, and drops what is gone', async () => {
    const before = (await open('订单')).find(node => node.kind === 'job') as JobNode;
    tree.data(ref).forgetAll();
    const after = (await open('订单')).find(node => node.kind === 'job');
    expect(after).toBe(before);
    await world.service.deleteJob(PROJECT, 'job9' as JobName);
    tree.data(ref).forgetAll();
    expect(labels(await open('订单'))).not.toContain('job9');
    expect(tree.jobNodes(`${CONNECTION}\n${PROJECT}\njob9`)).toEqual([]);
  });
});

describe('a folder of many jobs', () => {
  it('is read in pages: five at first, the rest when asked for', async () => {
    const first = await open('big');
    expect(first.filter(({ kind }) => kind === 'job')).toHaveLength(500);
    const more = first.at(-1) as MoreNode;
    expect(more).toMatchObject({ kind: 'more', left: 120 });
    expect(world.calls.filter(name => name === 'ListJob')).toHaveLength(5 + 1);
    tree.data(ref).loadMore(more.folder.path);
    const all = await open('big');
    expect(all.map(({ kind }) => kind)).toEqual(Array.from({ length: 620 }, () => 'job'));
    expect(new Set(labels(all)).size).toBe(620);
    expect(world.calls.filter(name => name === 'ListJob')).toHaveLength(7 + 1);
  });

  it('is read on until a job is found', async () => {
    const job = await tree.findJob({ ...ref, job: 'big_99' as JobName }, path('/big'));
    expect(job).toMatchObject({ kind: 'job', folder: { path: '/big' } });
    expect(job?.parent).toMatchObject({
      kind: 'folder',
      parent: { kind: 'project', parent: { kind: 'connection' } },
    });
  });

  it('has no row for a job that is not there', async () => {
    expect(await tree.findJob({ ...ref, job: 'nobody' as JobName }, path('/订单'))).toBeUndefined();
    expect(await tree.findJob({ ...ref, job: 'nobody' as JobName }, path('/none'))).toBeUndefined();
  });
});

describe('a filter', () => {
  it('finds jobs in folders that were never opened, and marks the words', async () => {
    tree.setFilter('ORDERS');
    const [orders] = await open();
    const inside = await tree.children(orders);
    expect(labels(inside)).toEqual(['/订单/实时', 'dwd_orders']);
    expect(inside[1]).toMatchObject({ highlights: [[4, 10]] });
    expect(labels(await tree.children(inside[0]))).toEqual(['ads_Orders_rt']);
  });

  it('finds Chinese names of folders and shows all that is in them', async () => {
    tree.setFilter('实时');
    const [orders] = await open();
    const [live] = await tree.children(orders);
    expect(live).toMatchObject({ kind: 'folder', highlights: [[0, 2]], folder: { path: '/订单/实时' } });
    expect(labels(await tree.children(live))).toEqual(['ads_Orders_rt']);
  });

  it('needs all words', async () => {
    tree.setFilter('ord rt');
    const [orders] = await open();
    const [live, ...others] = await tree.children(orders);
    expect(others).toEqual([]);
    expect(labels(await tree.children(live))).toEqual(['ads_Orders_rt']);
  });

  it('says when nothing matches, and that there is more than it shows', async () => {
    tree.setFilter('no_such_name');
    expect(labels(await open())).toEqual(['noMatch']);
    tree.setFilter('big_');
    expect(labels(await open())).toEqual(['/big', 'tooManyMatches']);
  });

  it('gives everything back when it is cleared', async () => {
    tree.setFilter('orders');
    await open();
    tree.setFilter('');
    expect(labels(await open())).toEqual(['/big', '/empty', '/订单', 'packages', 'queues']);
  });
});

it('shows what went wrong as a row, and reads again afterwards', async () => {
  let error: Error | undefined = Object.assign(new Error('refused'), {
    name: 'ServiceError',
    kind: 'denied',
  });
  tree = new Tree(worldOf(world.url, () => error).connections);
  const [connection] = await tree.children();
  const [row] = await tree.children(connection);
  expect(row).toMatchObject({ kind: 'notice', notice: { kind: 'error', error } });
  error = undefined;
  expect(await tree.children(connection)).toMatchObject([{ kind: 'project' }]);
});

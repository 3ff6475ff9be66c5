import { afterAll, beforeAll, expect, it } from 'vitest';
import { Tree } from '../../../src/explorer/tree.ts';
import type { FolderPath, JobName } from '../../../src/services/model.ts';
import { CONNECTION, copyJob, createJob, PROJECT, startWorld } from './world.ts';

const FOLDERS = 50;
const JOBS_EACH = 200;

let world: Awaited<ReturnType<typeof startWorld>>;

beforeAll(async () => {
  world = await startWorld();
  for (let folder = 0; folder < FOLDERS; folder++) {
    const id = await world.service.createFolder(PROJECT, `/f${folder}` as FolderPath);
    await createJob(world.service, id, `job_${folder}_0`);
    copyJob(
      world.local,
      `job_${folder}_0`,
      Array.from({ length: JOBS_EACH - 1 }, (_, n) => `job_${folder}_${n + 1}`),
    );
  }
});

afterAll(async () => {
  await world.local.close();
});

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  const ms = performance.now() - started;
  console.log(`${what}: ${ms.toFixed(0)} ms, ${world.calls.length} calls`);
  return { result, ms };
}

it('stays usable with 10,000 jobs in 50 folders', async () => {
  const tree = new Tree(world.connections);
  world.forget();
  const [connection] = await tree.children();
  const [project] = await tree.children(connection);
  const { result: top } = await timed('open the project', () => tree.children(project));
  expect(top.filter(({ kind }) => kind === 'folder')).toHaveLength(FOLDERS);
  expect(world.calls.filter(name => name === 'ListJob')).toHaveLength(1);

  world.forget();
  const { result: jobs, ms } = await timed('expand a folder of 200 jobs', () => tree.children(top[0]));
  expect(jobs).toHaveLength(JOBS_EACH);
  expect(ms).toBeLessThan(2000);
  expect(world.calls.toSorted()).toEqual(['ListChildFolder', 'ListJob', 'ListJob']);

  world.forget();
  const before = process.memoryUsage().heapUsed;
  await timed('expand all 50 folders', () => Promise.all(top.map(node => tree.children(node))));
  const mb = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  console.log(`10,000 rows: ${mb.toFixed(1)} MB, at most ${world.mostAtOnce()} calls at once`);
  expect(world.mostAtOnce()).toBeLessThanOrEqual(4);
  expect(world.calls.filter(name => name === 'ListJob')).toHaveLength(2 * (FOLDERS - 1));
  expect(mb).toBeLessThan(100);

  world.forget();
  tree.setFilter('job_49_199');
  const { result: found, ms: filterMs } = await timed('filter for one job', () => tree.children(project));
  expect(found).toHaveLength(1);
  expect(await tree.children(found[0])).toMatchObject([{ kind: 'job', job: { name: 'job_49_199' } }]);
  expect(filterMs).toBeLessThan(2000);

  tree.setFilter('');
  world.forget();
  const fresh = new Tree(world.connections);
  const ref = { connection: CONNECTION, project: PROJECT, job: 'job_37_150' as JobName };
  const { result: row } = await timed('find one job for a reveal', () =>
    fresh.findJob(ref, '/f37' as FolderPath),
  );
  expect(row).toMatchObject({ kind: 'job' });
}, 60_000);

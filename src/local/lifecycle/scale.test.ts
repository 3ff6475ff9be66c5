import { expect, it } from 'vitest';
import { memoryService, NEW_JOB, P } from '../testing/service.ts';

const FOLDERS = 50;
const JOBS = 10_000;

async function timed<T>(work: () => Promise<T>): Promise<[result: T, ms: number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

it(`answers at once with ${JOBS} jobs in ${FOLDERS} folders`, async () => {
  const { call, service } = await memoryService();
  await call('CreateProject', { name: P.projectName, deployType: 'public' });
  const { db } = service.context;
  const folders: string[] = [];
  db.run('BEGIN');
  for (let n = 0; n < FOLDERS; n++) {
    folders.push((await call('CreateFolder', { ...P, path: `/f${n}` })).FolderId!);
  }
  for (let n = 0; n < JOBS; n++) {
    const jobName = `job${String(n).padStart(5, '0')}`;
    await call('CreateJob', { ...P, ...NEW_JOB, jobName, folderId: folders[n % FOLDERS]! });
  }
  db.run('COMMIT');

  const limits = { folder: 100, lastPage: 100, batch: 100, one: 20 };
  const [folder, folderMs] = await timed(() =>
    call('ListJob', { ...P, folderId: folders[7]!, pageSize: 100, isShowFullField: false }),
  );
  expect(folder).toMatchObject({ TotalCount: 200, TotalPage: 2 });
  const [last, lastMs] = await timed(() =>
    call('ListJob', { ...P, pageSize: 100, pageIndex: 100, isShowFullField: false }),
  );
  expect(last.Jobs?.Job?.at(-1)?.JobName).toBe('job09999');
  for (let n = 0; n < 200; n++) {
    const jobName = `job${String(n).padStart(5, '0')}`;
    await call('CommitJob', { ...P, jobName });
    await call('StartJob', { ...P, jobName });
  }
  const jobNames = Array.from({ length: 200 }, (_, n) => `job${String(n).padStart(5, '0')}`).join(',');
  const [batch, batchMs] = await timed(() =>
    call('BatchGetInstanceRunSummary', { ...P, jobNames, jobType: 'FLINK_STREAM' }),
  );
  expect(batch.RunSummarys?.RunSummary).toHaveLength(200);
  const [, oneMs] = await timed(() => call('GetJob', { ...P, jobName: 'job05000' }));
  await service.close();
  const taken = { folder: folderMs, lastPage: lastMs, batch: batchMs, one: oneMs };
  console.log(taken);
  for (const [what, ms] of Object.entries(taken))
    expect([what, ms < limits[what as keyof typeof limits]]).toEqual([what, true]);
}, 60_000);

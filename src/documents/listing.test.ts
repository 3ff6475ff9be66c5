import { describe, expect, it } from 'vitest';
import type { JobQuery, JobService } from '../services/jobService.ts';
import type { Folder, FolderId, FolderPath, JobSummary, ProjectName } from '../services/model.ts';
import { Folders } from './folders.ts';
import { childrenOf } from './listing.ts';

const PROJECT = 'demo' as ProjectName;
const FOLDERS: Folder[] = ['/', '/a', '/a/b', '/c'].map((path, index) => ({
  id: `9007199254740993${index}` as FolderId,
  path: path as FolderPath,
}));
const idOf = (path: string) => FOLDERS.find(folder => folder.path === path)!.id;
const job = (name: string, path: string, api = 'SQL') =>
  ({ name, api, folderId: idOf(path) }) as unknown as JobSummary;

/** @param rootFilters whether the service filters by the root's id, or has none for it */
function serviceOf(jobs: readonly JobSummary[], rootFilters = true, calls: string[] = []): JobService {
  return {
    capabilities: { folders: true },
    getFolder: (_project: ProjectName, path: FolderPath) => {
      calls.push(`get ${path}`);
      if (path === '/' && !rootFilters) return Promise.resolve(undefined);
      return Promise.resolve(FOLDERS.find(folder => folder.path === path));
    },
    listFolders: (_project: ProjectName, parent: FolderPath) => {
      calls.push(`list ${parent}`);
      const depth = parent === '/' ? 1 : parent.split('/').length;
      const below = parent === '/' ? '/' : `${parent}/`;
      return Promise.resolve(
        FOLDERS.filter(
          ({ path }) => path !== '/' && path.startsWith(below) && path.split('/').length === depth + 1,
        ),
      );
    },
    listJobs: (_project: ProjectName, { folderId, pageIndex = 1, pageSize = 10 }: JobQuery) => {
      calls.push(`jobs ${pageIndex}`);
      const all = jobs.filter(one => folderId === undefined || one.folderId === folderId);
      return Promise.resolve({
        items: all.slice((pageIndex - 1) * pageSize, pageIndex * pageSize),
        pageIndex,
        totalPages: Math.ceil(all.length / pageSize),
        totalCount: all.length,
      });
    },
  } as unknown as JobService;
}

describe('children of a folder', () => {
  it('are its folders and three files of each of its jobs', async () => {
    const service = serviceOf([
      job('top', '/'),
      job('orders', '/a'),
      job('etl', '/a', 'DATASTREAM'),
      job('x', '/a/b'),
    ]);
    expect(await childrenOf(service, PROJECT, '/a' as FolderPath)).toEqual({
      folders: ['b'],
      files: [
        ...['orders.sql', 'orders.properties', 'orders.plan.json'],
        ...['etl.conf', 'etl.properties', 'etl.plan.json'],
      ],
    });
  });

  it.each([true, false])(
    'of the root are those of no other folder (root has an id: %s)',
    async rootFilters => {
      const rootless = { name: 'old', api: 'SQL' } as unknown as JobSummary;
      const inRoot = rootFilters ? job('top', '/') : rootless;
      const service = serviceOf([inRoot, job('orders', '/a')], rootFilters);
      const { folders, files } = await childrenOf(service, PROJECT, '/' as FolderPath);
      expect(folders).toEqual(['a', 'c']);
      expect(files.filter(name => name.endsWith('.sql'))).toEqual([`${inRoot.name}.sql`]);
    },
  );

  it('are read through all pages', async () => {
    const jobs = Array.from({ length: 1234 }, (_, i) => job(`job${i}`, '/a'));
    const { files } = await childrenOf(serviceOf(jobs), PROJECT, '/a' as FolderPath);
    expect(files).toHaveLength(3 * 1234);
  });
});

describe('folders', () => {
  it('finds the path of an id, nearest first', async () => {
    const calls: string[] = [];
    const path = await new Folders().pathOf(serviceOf([], true, calls), PROJECT, idOf('/a/b'));
    expect(path).toBe('/a/b');
    expect(calls).toEqual(['get /', 'list /', 'list /a', 'list /c']);
  });

  it('knows whether a job lies in a folder', async () => {
    const folders = new Folders();
    const holds = (path: string, one: JobSummary) =>
      folders.holds(serviceOf([]), 'local', PROJECT, path as FolderPath, one);
    expect(await holds('/a', job('x', '/a'))).toBe(true);
    expect(await holds('/c', job('x', '/a'))).toBe(false);
    expect(await holds('/nowhere', job('x', '/a'))).toBe(false);
    expect(await holds('/', { name: 'x' } as unknown as JobSummary)).toBe(true);
  });

  it('asks once for a folder, again after a while, and after a move', async () => {
    const calls: string[] = [];
    let now = 0;
    const folders = new Folders(() => now);
    const ask = () => folders.idOf(serviceOf([], true, calls), 'local', PROJECT, '/a' as FolderPath);
    await Promise.all([ask(), ask()]);
    expect(calls).toHaveLength(1);
    folders.forget();
    await ask();
    now += 11_000;
    await ask();
    expect(calls).toHaveLength(3);
  });
});

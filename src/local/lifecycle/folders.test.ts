import { beforeEach, describe, expect, it } from 'vitest';
import { NEW_JOB, P, withProject, type MemoryService } from '../testing/service.ts';
import { PUBLIC_LIMITS } from './context.ts';

let service: MemoryService;
beforeEach(async () => {
  service = await withProject();
});

async function children(path: string): Promise<(string | undefined | null)[]> {
  const answer = await service.call('ListChildFolder', { ...P, path });
  return (answer.Folders?.Folder ?? []).map(folder => folder.Path);
}

describe('folders', () => {
  it('are made below a parent that is there, once', async () => {
    const made = await service.call('CreateFolder', { ...P, path: '/订单' });
    expect(made.FolderId).toMatch(/^\d+$/);
    await service.call('CreateFolder', { ...P, path: '/订单/实时 大屏' });
    expect(await children('/')).toEqual(['/订单']);
    expect(await children('/订单')).toEqual(['/订单/实时 大屏']);
    expect(await service.codeOf('CreateFolder', { ...P, path: '/订单' })).toBe('409 FolderAlreadyExists');
    expect(await service.codeOf('CreateFolder', { ...P, path: '/' })).toBe('409 FolderAlreadyExists');
    expect(await service.codeOf('CreateFolder', { ...P, path: '/a/b' })).toBe('404 FolderNotFound');
  });

  it.each(['relative', '', '/a/../b', '/./a', '//a', '/a\u0007'])('refuses the path %j', async path => {
    expect(await service.codeOf('CreateFolder', { ...P, path })).toBe('400 Invalidpath');
  });

  it('answers without a folder, or with 404, for one that is not there', async () => {
    expect(await service.call('GetFolder', { ...P, path: '/no' })).toEqual({});
    const strict = await withProject({ settings: { missingIs404: true } });
    expect(await strict.codeOf('GetFolder', { ...P, path: '/no' })).toBe('404 FolderNotFound');
    const root = await service.call('GetFolder', { ...P, path: '/' });
    expect(root.Folder?.Path).toBe('/');
  });

  it('are deleted only when empty, and never the root', async () => {
    const { FolderId } = await service.call('CreateFolder', { ...P, path: '/a' });
    await service.call('CreateFolder', { ...P, path: '/a/b' });
    expect(await service.codeOf('DeleteFolder', { ...P, path: '/a' })).toBe('409 FolderNotEmpty');
    await service.call('DeleteFolder', { ...P, path: '/a/b' });
    await service.call('CreateJob', { ...P, ...NEW_JOB, folderId: FolderId! });
    expect(await service.codeOf('DeleteFolder', { ...P, path: '/a' })).toBe('409 FolderNotEmpty');
    await service.call('DeleteJob', { ...P, jobName: 'job1' });
    await service.call('DeleteFolder', { ...P, path: '/a' });
    expect(await children('/')).toEqual([]);
    expect(await service.codeOf('DeleteFolder', { ...P, path: '/' })).toBe('400 Invalidpath');
    expect(await service.codeOf('DeleteFolder', { ...P, path: '/a' })).toBe('404 FolderNotFound');
  });

  it('move with everything in them', async () => {
    const { FolderId } = await service.call('CreateFolder', { ...P, path: '/a' });
    await service.call('CreateFolder', { ...P, path: '/a/b' });
    await service.call('CreateFolder', { ...P, path: '/x' });
    await service.call('CreateJob', { ...P, ...NEW_JOB, folderId: FolderId! });
    await service.call('MVFolder', { ...P, srcPath: '/a', destPath: '/x/y' });
    expect(await children('/x/y')).toEqual(['/x/y/b']);
    expect((await service.call('GetFolder', { ...P, path: '/x/y' })).Folder?.FolderId).toBe(FolderId);
    expect((await service.call('GetJob', { ...P, jobName: 'job1' })).Job?.FolderId).toBe(FolderId);
    expect(await service.call('GetFolder', { ...P, path: '/a' })).toEqual({});
  });

  it('do not move into themselves, onto others or to nowhere', async () => {
    for (const path of ['/a', '/a/b', '/c']) await service.call('CreateFolder', { ...P, path });
    const move = (srcPath: string, destPath: string) =>
      service.codeOf('MVFolder', { ...P, srcPath, destPath });
    expect(await move('/a', '/a/b/a')).toBe('400 InvaliddestPath');
    expect(await move('/a', '/c')).toBe('409 FolderAlreadyExists');
    expect(await move('/a', '/a')).toBe('409 FolderAlreadyExists');
    expect(await move('/a', '/no/a')).toBe('404 FolderNotFound');
    expect(await move('/no', '/d')).toBe('404 FolderNotFound');
    expect(await move('/', '/d')).toBe('400 InvalidsrcPath');
    expect(await children('/')).toEqual(['/a', '/c']);
  });

  it('have the limits of the public product only where they are asked for', async () => {
    const limited = await withProject({ settings: { limits: PUBLIC_LIMITS } });
    let path = '';
    for (let level = 1; level <= 5; level++) {
      path += `/l${level}`;
      await limited.call('CreateFolder', { ...P, path });
    }
    expect(await limited.codeOf('CreateFolder', { ...P, path: `${path}/l6` })).toBe('403 QuotaExceeded');
    await limited.call('CreateFolder', { ...P, path: '/f6' });
    const move = (srcPath: string, destPath: string) =>
      limited.codeOf('MVFolder', { ...P, srcPath, destPath });
    expect(await move('/l1', '/f6/l1')).toBe('403 QuotaExceeded');
    expect(await move('/l1/l2', '/f6/l2')).toBeUndefined();
    for (let n = 7; n <= 50; n++) await limited.call('CreateFolder', { ...P, path: `/f${n}` });
    expect(await limited.codeOf('CreateFolder', { ...P, path: '/f51' })).toBe('403 QuotaExceeded');
  });
});

import { describe, expect, it } from 'vitest';
import { J, NEW_JOB, P, START, withProject } from '../testing/service.ts';

const JAR = { ...P, packageName: 'a.jar', type: 'jar', ossPath: 'p/a.jar' } as const;
const A = { ...P, packageName: 'a.jar' } as const;

describe('packages', () => {
  it('are registered, read, changed and removed', async () => {
    const service = await withProject();
    await service.call('CreatePackage', { ...JAR, tag: '{"k":1}', md5: '' });
    expect((await service.call('GetPackage', A)).Package).toMatchObject({
      PackageName: 'a.jar',
      ProjectName: 'demo',
      Type: 'JAR',
      OssPath: 'p/a.jar',
      Tag: '{"k":1}',
      Md5: '',
      OriginName: null,
      ModifyTime: START,
    });
    await service.call('UpdatePackage', { ...A, description: 'd' });
    expect((await service.call('GetPackage', A)).Package).toMatchObject({
      Description: 'd',
      OssPath: 'p/a.jar',
      ModifyTime: START + 1,
    });
    await service.call('DeletePackage', A);
    expect(await service.codeOf('GetPackage', A)).toBe('404 PackageNotFound');
    expect(await service.codeOf('DeletePackage', A)).toBe('404 PackageNotFound');
    expect(await service.codeOf('UpdatePackage', A)).toBe('404 PackageNotFound');
  });

  it('refuses what cannot be registered', async () => {
    const service = await withProject();
    await service.call('CreatePackage', JAR);
    expect(await service.codeOf('CreatePackage', JAR)).toBe('409 PackageAlreadyExists');
    expect(await service.codeOf('CreatePackage', { ...JAR, type: 'exe' })).toBe('400 Invalidtype');
    expect(await service.codeOf('CreatePackage', { ...JAR, packageName: 'a,b' })).toBe(
      '400 InvalidpackageName',
    );
  });

  it('are found by a part of their name, their type and their tag', async () => {
    const service = await withProject();
    await service.call('CreatePackage', JAR);
    await service.call('CreatePackage', { ...JAR, packageName: 'b.py', type: 'PYTHON', tag: 't' });
    const names = async (request: object) =>
      (await service.call('ListPackage', { ...P, ...request })).Packages?.Package?.map(
        item => item.PackageName,
      );
    expect(await names({})).toEqual(['a.jar', 'b.py']);
    expect(await names({ packageName: '.j' })).toEqual(['a.jar']);
    expect(await names({ type: 'python' })).toEqual(['b.py']);
    expect(await names({ tag: 't' })).toEqual(['b.py']);
    expect(await names({ packageName: '%' })).toEqual([]);
  });

  it('are held by committed jobs, not by drafts', async () => {
    const service = await withProject();
    await service.call('CreatePackage', JAR);
    await service.call('CreatePackage', { ...JAR, packageName: 'aa.jar' });
    await service.call('CreateJob', { ...P, ...NEW_JOB, packages: ' aa.jar , a.jar' });
    expect((await service.call('GetJob', J)).Job?.Packages).toBe('aa.jar,a.jar');
    const users = async (packageName: string) =>
      (await service.call('GetRefPackageJob', { ...P, packageName })).Jobs?.Job?.map(job => job.JobName);
    expect(await users('a.jar')).toEqual([]);
    await service.call('CommitJob', J);
    expect(await users('a.jar')).toEqual(['job1']);
    expect(await service.codeOf('DeletePackage', A)).toBe('409 PackageReferenced');
    // The draft lets go of the package, what is published does not.
    await service.call('UpdateJob', { ...J, packages: 'aa.jar' });
    expect(await service.codeOf('DeletePackage', A)).toBe('409 PackageReferenced');
    await service.call('CommitJob', J);
    expect(await service.codeOf('DeletePackage', A)).toBeUndefined();
  });
});

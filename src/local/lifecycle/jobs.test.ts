import { describe, expect, it } from 'vitest';
import { INVALID_CODE, J, NEW_JOB, P, START, VALID_CODE, withJob, withProject } from '../testing/service.ts';

describe('jobs', () => {
  it('are made as drafts in the root, with names of types in any case', async () => {
    const service = await withProject();
    await service.call('CreateJob', { ...P, ...NEW_JOB, jobType: 'flink_Stream', apiType: 'sql' });
    const { Job } = await service.call('GetJob', J);
    const root = await service.call('GetFolder', { ...P, path: '/' });
    expect(Job).toMatchObject({
      JobName: 'job1',
      ProjectName: 'demo',
      JobType: 'FLINK_STREAM',
      ApiType: 'SQL',
      Code: VALID_CODE,
      IsCommitted: false,
      Packages: '',
      PlanJson: '',
      FolderId: root.Folder?.FolderId,
      QueueName: 'root.demo',
      CreateTime: START,
      ModifyTime: START,
    });
  });

  it('refuses what makes no job', async () => {
    const service = await withJob();
    const create = (change: object) => service.codeOf('CreateJob', { ...P, ...NEW_JOB, ...change });
    expect(await create({})).toBe('409 JobAlreadyExists');
    expect(await create({ jobName: 'a/b' })).toBe('400 InvalidjobName');
    expect(await create({ jobName: 'a,b' })).toBe('400 InvalidjobName');
    expect(await create({ jobName: ' ' })).toBe('400 InvalidjobName');
    expect(await create({ jobName: 'b', jobType: 'FLINK' })).toBe('400 InvalidjobType');
    expect(await create({ jobName: 'b', apiType: 'JAVA' })).toBe('400 InvalidapiType');
    expect(await create({ jobName: 'b', folderId: '999999' })).toBe('404 FolderNotFound');
    expect(await create({ jobName: 'b', packages: 'no.jar' })).toBe('404 PackageNotFound');
    expect(await service.codeOf('CreateJob', { ...NEW_JOB, projectName: 'no' })).toBe('404 ProjectNotFound');
  });

  it('keep what an update does not mention, and move ModifyTime with every update', async () => {
    const service = await withJob({ properties: 'a=b', description: 'd' });
    const times = [START];
    for (let n = 0; n < 5; n++) {
      // The clock stands still: the time of change has to move all the same.
      await service.call('UpdateJob', { ...J, code: `-- ${n}` });
      times.push((await service.call('GetJob', J)).Job?.ModifyTime ?? 0);
    }
    expect(times).toEqual([START, START + 1, START + 2, START + 3, START + 4, START + 5]);
    const { Job } = await service.call('GetJob', J);
    expect(Job).toMatchObject({ Code: '-- 4', Properties: 'a=b', Description: 'd', CreateTime: START });
    await service.call('UpdateJob', { ...J, description: '', properties: '' });
    expect((await service.call('GetJob', J)).Job).toMatchObject({
      Description: '',
      Properties: '',
      Code: '-- 4',
    });
  });

  it('go to another folder by an update, and are listed by folder', async () => {
    const service = await withJob();
    const { FolderId } = await service.call('CreateFolder', { ...P, path: '/f' });
    const inFolder = async () => (await service.call('ListJob', { ...P, folderId: FolderId! })).TotalCount;
    expect(await inFolder()).toBe(0);
    await service.call('UpdateJob', { ...J, folderId: FolderId! });
    expect(await inFolder()).toBe(1);
    expect(await service.codeOf('UpdateJob', { ...J, folderId: '12345678901' })).toBe('404 FolderNotFound');
  });

  it('are listed in pages of ten from one on, with nothing past the end', async () => {
    const service = await withProject();
    for (let n = 10; n < 33; n++) await service.call('CreateJob', { ...P, ...NEW_JOB, jobName: `job${n}` });
    const names = async (request: object) =>
      (await service.call('ListJob', { ...P, ...request })).Jobs?.Job?.map(job => job.JobName);
    const first = await service.call('ListJob', P);
    expect(first).toMatchObject({ PageIndex: 1, PageSize: 10, TotalPage: 3, TotalCount: 23 });
    expect(first.Jobs?.Job).toHaveLength(10);
    expect(await names({ pageIndex: 3 })).toEqual(['job30', 'job31', 'job32']);
    expect(await names({ pageIndex: 4 })).toEqual([]);
    expect(await names({ jobName: 'b3' })).toEqual(['job30', 'job31', 'job32']);
    expect(await names({ jobType: 'flink_batch' })).toEqual([]);
    expect(await service.codeOf('ListJob', { ...P, pageIndex: 0 })).toBe('400 InvalidpageIndex');
    expect(await service.codeOf('ListJob', { ...P, pageSize: 0 })).toBe('400 InvalidpageSize');
  });

  it('are listed without their long members when that is asked for', async () => {
    const service = await withJob();
    const short = await service.call('ListJob', { ...P, isShowFullField: false });
    expect(short.Jobs?.Job?.[0]).toMatchObject({
      JobName: 'job1',
      Code: null,
      Properties: null,
      PlanJson: null,
    });
    const full = await service.call('ListJob', P);
    expect(full.Jobs?.Job?.[0]?.Code).toBe(VALID_CODE);
  });

  it('are not there without an error, or with one where that is set', async () => {
    const service = await withProject();
    expect(await service.call('GetJob', J)).toEqual({});
    expect(await service.codeOf('UpdateJob', J)).toBe('404 JobNotFound');
    const strict = await withProject({ settings: { missingIs404: true } });
    expect(await strict.codeOf('GetJob', J)).toBe('404 JobNotFound');
  });

  it('are deleted as drafts only', async () => {
    const service = await withJob();
    expect(await service.codeOf('DeleteJob', J)).toBe('409 JobCommitted');
    await service.call('OfflineJob', J);
    await service.call('DeleteJob', J);
    expect(await service.call('GetJob', J)).toEqual({});
    expect(await service.codeOf('DeleteJob', J)).toBe('404 JobNotFound');
  });
});

describe('ValidateJob', () => {
  it('names the tables of valid code by their role', async () => {
    const service = await withJob();
    const { JobInOut } = await service.call('ValidateJob', J);
    expect(JobInOut?.Inputs?.Input).toMatchObject([
      { Type: 'datahub', Alias: 'src', Properties: { topic: 'in' } },
    ]);
    expect(JobInOut?.Outputs?.Output).toMatchObject([{ Type: 'print', Alias: 'snk' }]);
    expect(JobInOut?.Dims?.Dim).toEqual([]);
  });

  it('refuses invalid code with the text of the compiler', async () => {
    const service = await withJob({ code: INVALID_CODE }, { commit: false });
    await expect(service.call('ValidateJob', J)).rejects.toMatchObject({
      code: 'JobValidateFailed',
      status: 400,
      message: expect.stringMatching(/ERR_ID[\s\S]*line 1/) as string,
    });
  });

  it('does not compile the settings of a DataStream job', async () => {
    const service = await withJob({ apiType: 'DATASTREAM', code: 'blink.main.class=a.B' });
    const { JobInOut } = await service.call('ValidateJob', J);
    expect(JobInOut?.Inputs?.Input).toEqual([]);
  });
});

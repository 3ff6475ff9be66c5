import { describe, expect, it } from 'vitest';
import type { FolderPath } from '../../model.ts';
import { BASE, bodyOf, J, P, queryOf, startService } from '../../testing/canned.ts';
import { failureOf } from '../../testing/foas.ts';

describe('jobs', () => {
  // The sample of the 2021 edition: lower first letters, FileId as a bare number.
  const sample = `{"requestId":"2C6E","job":{"createTime":1595493794000,"planJson":"","apiType":"datastream","fileId":75724,
    "jobType":"flink_stream","engineVersion":"blink-3.5.0-hotfix","jobName":"job1","folderId":9007199254740993,"packages":"a.jar, b.jar",
    "code":"blink.main.class=x","isCommitted":true,"modifyTime":1597743765000,"properties":"k:v","description":""}}`;

  it('are read from the documented sample', async () => {
    const { service } = await startService({ [`GET ${BASE}/jobs/${J}`]: [200, sample] });
    expect(await service.getJob(P, J)).toEqual({
      name: 'job1',
      type: 'FLINK_STREAM',
      api: 'DATASTREAM',
      isCommitted: true,
      folderId: '9007199254740993',
      engineVersion: 'blink-3.5.0-hotfix',
      packages: ['a.jar', 'b.jar'],
      description: '',
      createTime: 1_595_493_794_000,
      modifyTime: 1_597_743_765_000,
      code: 'blink.main.class=x',
      properties: 'k:v',
      plan: '',
    });
  });

  it.each([
    ['an empty success', { RequestId: 'r' }],
    ['a success with an empty job', { RequestId: 'r', Job: {} }],
    ['404', [404, { Code: 'JobNotFound', Message: 'no' }]],
  ])('are not there after %s', async (_how, answer) => {
    const { service } = await startService({ [`GET ${BASE}/jobs/${J}`]: answer });
    expect(await service.getJob(P, J)).toBeUndefined();
  });

  it('are not missing when it is the key or the address that is wrong', async () => {
    const { service } = await startService({
      [`GET ${BASE}/jobs/${J}`]: [404, { Code: 'InvalidAccessKeyId.NotFound', Message: 'x' }],
    });
    expect((await failureOf(service.getJob(P, J))).kind).toBe('signature');
    expect((await failureOf(service.getFolder(P, '/' as FolderPath))).kind).toBe('invalid');
  });

  it('are listed without their texts, page by page', async () => {
    const row = { JobName: 'j', ApiType: 'SQL', JobType: 'FLINK_BATCH', IsCommitted: false };
    const { service, server } = await startService({
      [`GET ${BASE}/jobs`]: {
        PageIndex: 2,
        PageSize: 50,
        TotalPage: 3,
        TotalCount: 101,
        Jobs: { Job: [row, {}] },
      },
    });
    const page = await service.listJobs(P, { nameContains: 'j', pageIndex: 2, pageSize: 50 });
    expect(page).toMatchObject({ pageIndex: 2, totalPages: 3, totalCount: 101 });
    expect(page.items).toEqual([
      { name: 'j', type: 'FLINK_BATCH', api: 'SQL', isCommitted: false, packages: [] },
    ]);
    expect(queryOf(server.received[0])).toEqual({
      jobName: 'j',
      pageIndex: '2',
      pageSize: '50',
      isShowFullField: 'false',
    });
  });

  it('are changed by the named members alone', async () => {
    const { service, server } = await startService({ [`PUT ${BASE}/jobs/${J}`]: {} });
    await service.updateJob(P, J, { code: '', packages: [] });
    expect(bodyOf(server.received[0])).toEqual({ code: '', packages: '' });
  });

  it('of a kind this version does not know are read with care', async () => {
    const { service } = await startService({
      [`GET ${BASE}/jobs/${J}`]: { Job: { JobName: 'job1', ApiType: 'PYTHON', JobType: 'X' } },
    });
    expect(await service.getJob(P, J)).toMatchObject({ api: 'DATASTREAM', type: 'FLINK_STREAM', code: '' });
  });
});

describe('validation', () => {
  const path = `GET ${BASE}/jobs/${J}/validate`;

  it('tells the tables of valid code', async () => {
    const table = { Type: 'rds', Workspace: P, Name: 'result', Alias: 'r', Properties: { url: 'u', n: 1 } };
    const { service } = await startService({
      [path]: { JobInOut: { Inputs: { Input: [table] }, Outputs: { Output: [] }, Dims: {} } },
    });
    expect(await service.validateJob(P, J)).toEqual({
      valid: true,
      inputs: [{ alias: 'r', name: 'result', type: 'rds', workspace: P, properties: { url: 'u', n: '1' } }],
      outputs: [],
      dims: [],
    });
  });

  const text =
    'ERR_ID:\n     PAR-00000001\nCAUSE:\n     sql parse context error:\nEncountered "FORM" at line 3, column 8.';
  it.each([
    ['of any code', 400, 'JobValidateFailed'],
    ['with a code of its own', 400, 'SomethingElse'],
    ['that comes as a fault of the server', 500, 'InternalError'],
  ])('tells a finding %s unshortened', async (_how, status, code) => {
    const { service, server } = await startService({
      [path]: [status, { Code: code, Message: text, RequestId: 'R' }],
    });
    expect(await service.validateJob(P, J)).toEqual({ valid: false, code, message: text, requestId: 'R' });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    [404, 'JobNotFound', 'not-found'],
    [403, 'Forbidden.RAM', 'denied'],
    [400, 'InvalidprojectName', 'invalid'],
    [400, 'MissingjobName', 'invalid'],
    [400, 'SignatureDoesNotMatch', 'signature'],
  ])('takes %i %s for what it is', async (status, code, kind) => {
    const { service } = await startService({ [path]: [status, { Code: code, Message: 'no' }] });
    expect((await failureOf(service.validateJob(P, J))).kind).toBe(kind);
  });
});

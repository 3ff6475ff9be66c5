import { request } from 'node:http';
import { XMLParser } from 'fast-xml-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../clock.ts';
import { openService, type LocalService, type ServiceOptions } from '../service.ts';
import { callOperation, fetchText, KEYS, send } from '../testing/client.ts';
import { VALID_CODE } from '../testing/service.ts';

let service: LocalService;
let url: string;

async function open(options: Partial<ServiceOptions> = {}): Promise<void> {
  service = await openService({ file: ':memory:', keys: KEYS, ...options });
  url = await service.listen(0);
}

beforeEach(() => open());
afterEach(() => service.close());

const project = { projectName: 'demo' };
const createProject = () => callOperation(url, 'CreateProject', { name: 'demo', deployType: 'public' });

async function codeOf(
  answer: Promise<{ status: number; json: () => Record<string, unknown> }>,
): Promise<string> {
  const { status, json } = await answer;
  return status === 200 ? '200' : `${status} ${String(json()['Code'])}`;
}

describe('bodies', () => {
  it('are read as JSON, as the flat JSON of texts that the Java SDK sends, and as forms', async () => {
    await createProject();
    const bodies: [string, string][] = [
      ['application/json;charset=utf-8', '{"path":"/j"}'],
      ['application/x-www-form-urlencoded', 'path=%2Ff+%E4%B8%AD'],
      ['text/plain', '{"path":"/n"}'],
      ['text/plain', 'path=%2Fm'],
    ];
    for (const [type, body] of bodies) {
      const headers = { 'content-type': type };
      const answer = await fetchSigned('POST', '/api/v2/projects/demo/folders', body, headers);
      expect([body, answer.status]).toEqual([body, 200]);
    }
    const { Folders } = (await callOperation(url, 'ListChildFolder', { ...project, path: '/' })).json() as {
      Folders: { Folder: { Path: string }[] };
    };
    expect(Folders.Folder.map(folder => folder.Path)).toEqual(['/f 中', '/j', '/m', '/n']);
  });

  it('may be absent, and may carry what nobody knows', async () => {
    await createProject();
    await callOperation(url, 'CreateJob', {
      ...project,
      jobName: 'j',
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code: VALID_CODE,
    });
    expect(await codeOf(fetchSigned('PUT', '/api/v2/projects/demo/jobs/j/commit', '', {}))).toBe('200');
    const body = '{"__proto__":{"a":1},"unknown":[1],"description":null}';
    const update = fetchSigned('PUT', '/api/v2/projects/demo/jobs/j', body, {
      'content-type': 'application/json',
    });
    expect(await codeOf(update)).toBe('200');
  });

  it('carry texts for numbers and booleans, and repeat lists as flat keys', async () => {
    await createProject();
    await callOperation(url, 'CreateJob', {
      ...project,
      jobName: 'j',
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code: VALID_CODE,
    });
    const commit = {
      isOnOff: 'true',
      maxCU: '2.0',
      configure: '{}',
      'suspendPeriodParam.1.plan': 'ORIGINAL',
      'suspendPeriodParam.1.policy': 'EVERY_DAY_TIME',
      'suspendPeriodParam.1.startTime': '18:00',
      'suspendPeriodParam.1.endTime': '19:00',
    };
    const path = '/api/v2/projects/demo/jobs/j/commit';
    const json = { 'content-type': 'application/json' };
    expect(await codeOf(fetchSigned('PUT', path, JSON.stringify(commit), json))).toBe('200');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await codeOf(fetchSigned('PUT', path, new URLSearchParams(commit).toString(), form))).toBe('200');
    const bad = { ...commit, 'suspendPeriodParam.1.endTime': '25:00' };
    expect(await codeOf(fetchSigned('PUT', path, JSON.stringify(bad), json))).toBe(
      '400 InvalidAutoScaleParam',
    );
  });

  it.each([
    ['{"path":', 'InvalidRequestBody'],
    ['[1]', 'InvalidRequestBody'],
    ['"x"', 'InvalidRequestBody'],
    ['{"path":{"a":1}}', 'Invalidpath'],
    ['{}', 'Missingpath'],
    ['{"path":null}', 'Missingpath'],
  ])('%s is refused with %s', async (body, code) => {
    await createProject();
    const answer = fetchSigned('POST', '/api/v2/projects/demo/folders', body, {
      'content-type': 'application/json',
    });
    expect(await codeOf(answer)).toBe(`400 ${code}`);
  });

  it('are refused when they are too large', async () => {
    const body = JSON.stringify({ path: 'x'.repeat(9_000_000) });
    const answer = fetchSigned('POST', '/api/v2/projects/demo/folders', body, {
      'content-type': 'application/json',
    });
    expect(await codeOf(answer)).toBe('413 RequestBodyTooLarge');
  });

  function fetchSigned(method: string, path: string, body: string, headers: Record<string, string>) {
    return send(url, method, path, { body, headers });
  }
});

describe('parameters', () => {
  it.each([
    [{ pageSize: 'x' }, '400 InvalidpageSize'],
    [{ pageSize: '99999999999' }, '400 InvalidpageSize'],
    [{ pageSize: '1.5' }, '400 InvalidpageSize'],
    [{ pageSize: '' }, '200'],
    [{ folderId: 'x' }, '400 InvalidfolderId'],
    [{ folderId: '9223372036854775808' }, '400 InvalidfolderId'],
    [{ folderId: '9223372036854775807' }, '200'],
    [{ isShowFullField: 'maybe' }, '400 InvalidisShowFullField'],
    [{ isShowFullField: 'TRUE' }, '200'],
    [{ unknown: 'x', ServiceCode: 'foas' }, '200'],
  ])('%j is answered with %s', async (query, expected) => {
    await createProject();
    const given = Object.fromEntries(Object.entries(query)) as Record<string, string>;
    expect(await codeOf(callOperation(url, 'ListJob', project, { query: given }))).toBe(expected);
  });
});

describe('a request signed in its query', () => {
  it('may carry what belongs into the body there too', async () => {
    await createProject();
    const query = { path: '/in query' };
    expect(await codeOf(send(url, 'POST', '/api/v2/projects/demo/folders', { form: 'rpc', query }))).toBe(
      '200',
    );
    const acs3 = send(url, 'GET', '/api/v2/projects/demo/folders', { form: 'acs3', query });
    expect((await acs3).json()).toMatchObject({ Folder: { Path: '/in query' } });
  });
});

describe('formats', () => {
  const parse = (xml: string) =>
    new XMLParser({ parseTagValue: false }).parse(xml) as Record<string, unknown>;
  const list = (headers: Record<string, string>, query: Record<string, string> = {}) =>
    callOperation(url, 'ListProject', {}, { headers, query });

  it('are XML unless JSON is asked for, Format winning over Accept', async () => {
    await createProject();
    const xml = await list({ accept: '*/*' });
    expect(xml.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    expect(parse(xml.text)).toMatchObject({
      ListProjectResponse: { TotalCount: '1', Projects: { Project: { Name: 'demo', State: 'ENABLE' } } },
    });
    const json = await list({ accept: 'application/json' });
    expect(json.headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(json.json()).toMatchObject({ TotalCount: 1, Projects: { Project: [{ Name: 'demo' }] } });
    expect((await list({ accept: 'application/json' }, { Format: 'xml' })).text).toMatch(/^<\?xml/);
    expect((await list({ accept: 'text/xml' }, { Format: 'json' })).text).toMatch(/^\{/);
  });

  it('keep every character of a text in both', async () => {
    await createProject();
    const code = `-- <b>&amp; ]]> "q" 'a' 中文 😀\r\n\ttab\n`;
    await callOperation(url, 'CreateJob', {
      ...project,
      jobName: 'j',
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code,
    });
    const json = (await callOperation(url, 'GetJob', { ...project, jobName: 'j' })).json() as {
      Job: { Code: string };
    };
    expect(json.Job.Code).toBe(code);
    const xml = await callOperation(
      url,
      'GetJob',
      { ...project, jobName: 'j' },
      { headers: { accept: 'text/xml' } },
    );
    const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });
    const { GetJobResponse } = parser.parse(xml.text) as { GetJobResponse: { Job: { Code: string } } };
    expect(GetJobResponse.Job.Code).toBe(code);
  });

  it('leave out what has no value and keep empty texts; ids are bare numbers', async () => {
    await service.close();
    await open({ firstInstanceId: 2n ** 60n });
    await createProject();
    const job = { ...project, jobName: 'j' };
    await callOperation(url, 'CreateJob', {
      ...job,
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code: VALID_CODE,
      description: '',
    });
    const { text } = await callOperation(url, 'GetJob', job);
    expect(text).toContain('"Description":""');
    expect(text).not.toContain('null');
    expect(text).not.toContain('Properties');
    await callOperation(url, 'CommitJob', job);
    expect((await callOperation(url, 'StartJob', job)).text).toMatch(/"instanceId":1152921504606846977\b/);
    const current = { ...job, instanceId: '1152921504606846977' };
    expect((await callOperation(url, 'GetInstance', current)).text).toContain('"Id":1152921504606846977,');
  });

  it('print errors in both, as the service does', async () => {
    const xml = await callOperation(url, 'GetProject', project, { headers: { accept: 'text/xml' } });
    expect(xml.status).toBe(404);
    expect(parse(xml.text)).toMatchObject({
      Error: {
        Code: 'ProjectNotFound',
        Message: 'The project demo does not exist.',
        HostId: new URL(url).host,
      },
    });
    const json = (await callOperation(url, 'GetProject', project)).json();
    expect(Object.keys(json)).toEqual(['RequestId', 'HostId', 'Code', 'Message']);
    expect(json['RequestId']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  });
});

describe('routes', () => {
  it('answer clearly for what is not there', async () => {
    expect(await codeOf(send(url, 'GET', '/api/v2/nothing'))).toBe('404 InvalidAction.NotFound');
    const wrong = await send(url, 'PUT', '/api/v2/projects');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, GET']);
    expect(
      await codeOf(
        callOperation(url, 'CreateQueue', { clusterId: 'c', queueName: 'q', maxVcore: 1, maxMemMB: 1 }),
      ),
    ).toBe('501 NotImplemented');
    const bad = await fetchText(`${url}/api/v2/projects/%zz`, { headers: { accept: 'application/json' } });
    expect([bad.status, bad.json()['Code']]).toEqual([400, 'InvalidEncoding']);
    expect(
      await codeOf(callOperation(url, 'ListProject', {}, { headers: { 'x-acs-version': '2019-01-01' } })),
    ).toBe('400 InvalidVersion');
  });

  it('take names of any script, and names that need encoding', async () => {
    const name = "项目 a*b'(c)!~+&=?#%20";
    expect(await codeOf(callOperation(url, 'CreateProject', { name, deployType: 'PUBLIC' }))).toBe('200');
    const got = await callOperation(url, 'GetProject', { projectName: name });
    expect(got.json()).toMatchObject({ Project: { Name: name } });
  });

  it('do not answer for other hosts', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${url}/-/health`, { headers: { host: 'evil.example' } }, response => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('rights', () => {
  it('refuse operations by name', async () => {
    await service.close();
    await open({ policy: { deny: ['ListProject'] } });
    expect(await codeOf(callOperation(url, 'ListProject', {}))).toBe('403 Forbidden.RAM');
    expect(await codeOf(createProject())).toBe('200');
    await service.close();
    await open({ policy: { allow: ['ListProject'] } });
    expect(await codeOf(callOperation(url, 'ListProject', {}))).toBe('200');
    expect(await codeOf(createProject())).toBe('403 Forbidden.RAM');
  });
});

describe('ordered faults', () => {
  const order = (faults: unknown) =>
    send(url, 'PUT', '/-/faults', {
      body: JSON.stringify({ faults }),
      headers: { 'content-type': 'application/json' },
    });

  it('fail an operation as often as asked', async () => {
    expect((await order([{ operation: 'ListProject', status: 429, retryAfter: 2, times: 1 }])).status).toBe(
      200,
    );
    expect(await codeOf(createProject())).toBe('200');
    const failed = await callOperation(url, 'ListProject', {});
    expect([failed.status, failed.headers.get('retry-after'), failed.json()['Code']]).toEqual([
      429,
      '2',
      'Throttling.User',
    ]);
    expect(await codeOf(callOperation(url, 'ListProject', {}))).toBe('200');
    await order([{ operation: '*', status: 500 }]);
    expect(await codeOf(callOperation(url, 'ListProject', {}))).toBe('500 InternalError');
    await order([]);
    expect(await codeOf(callOperation(url, 'ListProject', {}))).toBe('200');
  });

  it('may come after the operation was carried out, and may only make it slow', async () => {
    await order([{ operation: 'CreateProject', status: 503, after: true, times: 1 }]);
    expect(await codeOf(createProject())).toBe('503 ServiceUnavailable');
    expect(await codeOf(callOperation(url, 'GetProject', project))).toBe('200');
    await order([{ operation: 'GetProject', delayMs: 150 }]);
    const before = performance.now();
    expect(await codeOf(callOperation(url, 'GetProject', project))).toBe('200');
    expect(performance.now() - before).toBeGreaterThanOrEqual(149);
  });

  it('are taken only in their form and with a signature', async () => {
    expect((await order([{ operation: 1 }])).status).toBe(400);
    expect((await order([{ operation: '*', nonsense: 1 }])).status).toBe(400);
    expect((await order([{ operation: '*', status: 200 }])).status).toBe(400);
    expect((await order({})).status).toBe(400);
    const unsigned = await fetchText(`${url}/-/faults`, { method: 'PUT', body: '{"faults":[]}' });
    expect(unsigned.status).toBe(400);
  });
});

describe('a failure inside', () => {
  it('is a 500 without details, told to whoever runs the service', async () => {
    await service.close();
    const told: unknown[] = [];
    await open({ clock: manualClock(Date.now()), onInternalError: error => told.push(error) });
    service.context.db.close();
    const answer = await callOperation(url, 'ListProject', {});
    expect([answer.status, answer.json()['Code']]).toEqual([500, 'InternalError']);
    expect(answer.text).not.toContain('database');
    expect(told).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { failureOf, inTurn, json, KEYS, startClient } from '../testing/foas.ts';
import type { Received } from '../testing/servers.ts';
import { parseRoaAuthorization, roaSignature, roaStringToSign } from './sign/roa.ts';

const getJob = { projectName: 'p', jobName: 'j' };

describe('requests', () => {
  it('put parameters where they belong and are signed as they arrive', async () => {
    const { server, client } = await startClient(json(200, { RequestId: 'r' }), { regionId: 'cn-shanghai' });
    await client.call('ListJob', {
      projectName: '项目 a/b',
      pageIndex: 2,
      jobName: "*'()+ ~",
      isShowFullField: false,
    });
    await client.call('CreateJob', {
      projectName: 'p',
      jobName: 'j',
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code: "SELECT '中文';\n",
      folderId: '9007199254740993',
    });
    const [list, create] = server.received as [Received, Received];
    expect(list.url).toBe(
      '/api/v2/projects/%E9%A1%B9%E7%9B%AE%20a%2Fb/jobs?isShowFullField=false&jobName=%2A%27%28%29%2B%20~&pageIndex=2',
    );
    expect(list.headers).toMatchObject({
      accept: 'application/json',
      regionid: 'cn-shanghai',
      'x-acs-version': '2018-11-11',
      'x-acs-action': 'ListJob',
      'x-acs-security-token': KEYS.securityToken,
    });
    expect(JSON.parse(create.body)).toEqual({
      jobName: 'j',
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code: "SELECT '中文';\n",
      folderId: '9007199254740993',
    });
    for (const request of server.received) {
      const [path = '', search = ''] = request.url.split('?');
      const query = Object.fromEntries(
        search
          .split('&')
          .filter(Boolean)
          .map(pair => pair.split('=').map(decodeURIComponent) as [string, string]),
      );
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const authorization = parseRoaAuthorization(headers['authorization'] ?? '');
      const expected = roaSignature(
        roaStringToSign({ method: request.method, path, query, headers }),
        KEYS.accessKeySecret,
      );
      expect(authorization).toEqual({ accessKeyId: KEYS.accessKeyId, signature: expected });
    }
  });

  it('flatten a repeat list as SDKs do', async () => {
    const { server, client } = await startClient(json(200, {}));
    const suspendPeriodParam = [{ plan: 'ORIGINAL', startTime: '18:20' }, { policy: 'EVERY_DAY_TIME' }];
    await client.call('CommitJob', { ...getJob, isOnOff: true, maxCU: 2.5, suspendPeriodParam });
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
      isOnOff: 'true',
      maxCU: '2.5',
      'suspendPeriodParam.1.plan': 'ORIGINAL',
      'suspendPeriodParam.1.startTime': '18:20',
      'suspendPeriodParam.2.policy': 'EVERY_DAY_TIME',
    });
  });

  it('are signed anew with every attempt', async () => {
    const { server, client } = await startClient(inTurn(json(503, {}), json(200, {})));
    await client.call('GetJob', getJob);
    const nonces = server.received.map(request => request.headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(2);
  });

  it.each([
    ['a missing path value', { projectName: 'p', jobName: '' }],
    ['a path that leads elsewhere', { projectName: '..', jobName: 'j' }],
  ])('with %s are not sent', async (_what, request) => {
    const { server, client } = await startClient(json(200, {}));
    expect((await failureOf(client.call('GetJob', request))).kind).toBe('invalid');
    const odd = { projectName: 'p', jobName: 'j', instanceId: '1; DROP' };
    await client.call('GetInstance', odd);
    expect(server.received.map(each => each.url)).toEqual([
      '/api/v2/projects/p/jobs/j/instances/1%3B%20DROP',
    ]);
    const noInteger = client.call('ListJob', { projectName: 'p', pageIndex: 1.5 });
    expect((await failureOf(noInteger)).code).toBe('InvalidpageIndex');
    expect(server.received).toHaveLength(1);
  });

  it('with keys that cannot be are not sent, and the key is not quoted', async () => {
    const { server, client } = await startClient(json(200, {}), {
      credentials: { ...KEYS, accessKeySecret: 'ab\ncd１' },
    });
    const failure = await failureOf(client.call('GetJob', getJob));
    expect(failure).toMatchObject({ kind: 'signature' });
    expect(failure.message).toContain('accessKeySecret');
    expect(failure.message).not.toContain('ab');
    expect(server.received).toHaveLength(0);
  });
});

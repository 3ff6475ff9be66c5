import { describe, expect, it } from 'vitest';
import { createHttp } from '../http.ts';
import { testClock } from '../testing/clock.ts';
import { closing, failureOf, json, KEYS, startClient } from '../testing/foas.ts';
import { unusedPort } from '../testing/servers.ts';
import { createFoasClient } from './client.ts';

const getJob = { projectName: 'p', jobName: 'j' };

describe('errors', () => {
  it.each([
    [404, 'JobNotFound', 'not-found'],
    [404, 'InvalidAccessKeyId.NotFound', 'signature'],
    [404, 'InvalidAction.NotFound', 'invalid'],
    [400, 'SignatureDoesNotMatch', 'signature'],
    [400, 'InvalidSecurityToken.Expired', 'signature'],
    [403, 'Forbidden.RAM', 'denied'],
    [409, 'JobCommitted', 'conflict'],
    [400, 'Throttling.Api', 'throttled'],
    [400, 'InvalidinstanceId', 'invalid'],
    [418, 'NeverHeardOf', 'invalid'],
    [500, 'InternalError', 'server'],
  ])('%i %s is %s', async (status, code, kind) => {
    const body = {
      RequestId: 'R-1',
      HostId: 'h',
      Code: code,
      Message: 'said so',
      Recommend: 'https://error.example',
    };
    const { client } = await startClient(json(status, body));
    const failure = await failureOf(client.call('StartJob', getJob));
    expect(failure).toMatchObject({
      name: 'ServiceError',
      operation: 'StartJob',
      kind,
      status,
      code,
      message: 'said so',
      requestId: 'R-1',
      recommend: 'https://error.example',
    });
  });

  it('are read from XML too', async () => {
    const { client } = await startClient((_request, response) =>
      response
        .writeHead(404, { 'content-type': 'text/xml;charset=utf-8' })
        .end(
          '<?xml version="1.0"?><Error><RequestId>R-2</RequestId><Code>JobNotFound</Code><Message>no &lt;j&gt;</Message></Error>',
        ),
    );
    expect(await failureOf(client.call('GetJob', getJob))).toMatchObject({
      kind: 'not-found',
      code: 'JobNotFound',
      message: 'no <j>',
      requestId: 'R-2',
    });
  });

  it('say how far the clock is off', async () => {
    const clock = testClock(Date.parse('2024-01-01T00:20:00Z'));
    const answer = json(
      400,
      { Code: 'InvalidTimeStamp.Expired', Message: 'Specified time stamp or date value is expired.' },
      { date: 'Mon, 01 Jan 2024 00:00:00 GMT' },
    );
    const ahead = await failureOf((await startClient(answer, { clock })).client.call('GetJob', getJob));
    expect(ahead).toMatchObject({ kind: 'clock-skew', skewSeconds: 1200 });
    expect(ahead.message).toContain('20 min ahead of');
    clock.time = Date.parse('2023-12-31T23:59:00Z');
    const behind = await failureOf((await startClient(answer, { clock })).client.call('GetJob', getJob));
    expect(behind).toMatchObject({ skewSeconds: -60 });
    expect(behind.message).toContain('60 s behind');
  });

  it('tell a page from an answer', async () => {
    const { client } = await startClient((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html>Please log in</html>'),
    );
    const failure = await failureOf(client.call('GetJob', getJob));
    expect(failure).toMatchObject({ kind: 'server', status: 200 });
    expect(failure.message).toMatch(/127\.0\.0\.1:\d+ answered GetJob with HTTP status 200 .*text\/html/);
  });

  it.each(['null', '[]', '"text"', '{"Job"', '<!DOCTYPE x [<!ENTITY a "b">]><GetJobResponse/>'])(
    'refuse %s as a success',
    async text => {
      const { client } = await startClient((_request, response) => response.writeHead(200).end(text));
      expect((await failureOf(client.call('GetJob', getJob))).kind).toBe('server');
    },
  );

  it.each([
    [200, ''],
    [200, ' \n'],
    [204, ''],
  ])('refuse a success (%s, %j) without content where an object is asked for', async (status, text) => {
    const { client } = await startClient((_request, response) => response.writeHead(status).end(text));
    const failure = await failureOf(client.call('GetJob', getJob));
    expect(failure).toMatchObject({ kind: 'server', status });
    expect(failure.message).toMatch(/answered GetJob with HTTP status 20\d without any content\. Check/);
    // Whereas there is nothing to be said of a write but that it was done.
    expect(await client.call('DeleteJob', getJob)).toEqual({ RequestId: '' });
  });

  it('carry what the transport found', async () => {
    const http = closing(createHttp({ environment: {} }));
    const origin = `http://127.0.0.1:${await unusedPort()}`;
    const client = createFoasClient({ http, origin, credentials: KEYS, clock: testClock() });
    expect(await failureOf(client.call('StartJob', getJob))).toMatchObject({
      kind: 'network',
      code: 'ECONNREFUSED',
      retryable: true,
    });
  });

  it('of the tag operations come inside a success', async () => {
    const { client } = await startClient(
      json(200, { Success: false, Code: 'NoSuchTag', Message: 'none', RequestId: 'r' }),
    );
    expect(await failureOf(client.call('UntagResources', {}))).toMatchObject({
      code: 'NoSuchTag',
      message: 'none',
    });
  });
});

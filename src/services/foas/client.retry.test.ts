import { describe, expect, it } from 'vitest';
import { testClock } from '../testing/clock.ts';
import { failureOf, inTurn, json, startClient } from '../testing/foas.ts';
import type { Answer } from '../testing/servers.ts';

const getJob = { projectName: 'p', jobName: 'j' };

describe('retry', () => {
  const busy = json(400, { Code: 'Throttling.User', Message: 'slow down' });

  it.each([
    ['503', json(503, { Code: 'ServiceUnavailable' })],
    ['500', json(500, { Code: 'InternalError' })],
    ['429', json(429, {})],
    ['a throttling code', busy],
    ['a broken connection', (_request, response) => response.socket?.destroy()],
    ['a page of a gateway', (_request, response) => response.writeHead(502).end('<html>bad gateway</html>')],
  ])('repeats a GET after %s', async (_what, failure) => {
    const { server, client, traces } = await startClient(
      inTurn(failure, failure, json(200, { RequestId: 'ok' })),
    );
    expect((await client.call('GetJob', getJob)).RequestId).toBe('ok');
    expect(server.received).toHaveLength(3);
    expect(traces.map(trace => trace.attempt)).toEqual([1, 2, 3]);
  });

  it.each([
    ['POST', 'StartJob'],
    ['PUT', 'OfflineJob'],
    ['DELETE', 'DeleteJob'],
  ] as const)('never repeats a %s', async (_method, name) => {
    for (const failure of [
      busy,
      json(503, {}),
      ((_request, response) => response.socket?.destroy()) as Answer,
    ]) {
      const { server, client } = await startClient(inTurn(failure, json(200, {})));
      expect((await failureOf(client.call(name, getJob))).retryable).toBe(true);
      expect(server.received).toHaveLength(1);
    }
  });

  it('waits with full jitter, at least as long as asked for, and gives up after four attempts', async () => {
    const clock = testClock();
    const { server, client } = await startClient(
      inTurn(json(503, {}), json(503, {}, { 'retry-after': '2' }), json(503, {}, { 'retry-after': '600' })),
      { clock, timeoutMs: 60_000 },
    );
    expect((await failureOf(client.call('GetJob', getJob))).status).toBe(503);
    expect(server.received).toHaveLength(4);
    expect(clock.waits).toEqual([100, 2_000, 10_000]);
  });

  it('waits as long as a gateway asks for on a page of its own', async () => {
    const clock = testClock();
    const page: Answer = (_request, response) =>
      response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '3' }).end('<html>busy</html>');
    const { client } = await startClient(inTurn(page, json(200, {})), { clock });
    await client.call('GetJob', getJob);
    expect(clock.waits).toEqual([3_000]);
  });

  it('does not begin a wait that outlasts the time limit', async () => {
    const clock = testClock();
    const { client } = await startClient(json(503, {}, { 'retry-after': '9' }), { clock });
    await failureOf(client.call('GetJob', getJob, { timeoutMs: 5_000 }));
    expect(clock.waits).toEqual([]);
  });

  it('stops repeating when the budget of the client is spent', async () => {
    const { server, client } = await startClient(json(503, {}));
    for (let i = 0; i < 6; i++) await failureOf(client.call('GetJob', getJob));
    // Ten retries are there to spend; six calls would like eighteen.
    expect(server.received).toHaveLength(6 + 10);
  });

  it.each([
    ['400', json(400, { Code: 'InvalidjobName' })],
    ['403', json(403, { Code: 'Forbidden.RAM' })],
    ['404', json(404, {})],
    ['501', json(501, { Code: 'NotImplemented' })],
  ])('asks once when the answer is %s', async (_status, answer) => {
    const { server, client } = await startClient(answer);
    expect((await failureOf(client.call('GetJob', getJob))).retryable).toBe(false);
    expect(server.received).toHaveLength(1);
  });

  it('ends at once when the caller gives up', async () => {
    const controller = new AbortController();
    const { client } = await startClient((_request, response) => {
      controller.abort();
      response.writeHead(503).end('{}');
    });
    const failure = await failureOf(client.call('GetJob', getJob, { signal: controller.signal }));
    expect(failure).toMatchObject({ kind: 'aborted', operation: 'GetJob' });
  });
});

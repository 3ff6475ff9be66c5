import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp, type Http, type HttpRequest } from './http.ts';
import type { NetworkSettings } from './http/settings.ts';
import { startServer, unusedPort, type Answer } from './testing/servers.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.close()));
});

async function serve(answer: Answer): ReturnType<typeof startServer> {
  const server = await startServer(answer);
  open.push(server);
  return server;
}

function client(settings: NetworkSettings = { environment: {} }): Http {
  const http = createHttp(settings);
  open.push(http);
  return http;
}

function get(origin: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', origin, path: '/', headers: {}, timeoutMs: 5_000, ...more };
}

describe('http', () => {
  it('sends exactly what it is given and reads the whole answer', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(201, { 'x-a': '1', 'content-type': 'text/plain' }).end('中文'),
    );
    const reply = await client().send({
      method: 'POST',
      origin: server.origin,
      path: '/a%20b/%2E?x=%2F&y=',
      headers: { date: 'Tue, 23 Feb 2016 12:46:24 GMT', 'x-b': '2' },
      body: '{"é":1}',
      timeoutMs: 5_000,
    });
    expect(reply).toMatchObject({ status: 201, headers: { 'x-a': '1' }, body: '中文' });
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        url: '/a%20b/%2E?x=%2F&y=',
        body: '{"é":1}',
        headers: { date: 'Tue, 23 Feb 2016 12:46:24 GMT' },
      },
    ]);
  });

  it('keeps its connection', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const http = client();
    for (let i = 0; i < 20; i++) await http.send(get(server.origin));
    expect(server.received).toHaveLength(20);
    // Two, since the next request may begin before the pool has noted that the last one ended.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it.each(['GET', 'POST', 'PUT', 'DELETE'])(
    'never repeats a %s by itself when the connection breaks',
    async method => {
      const server = await serve((request, response) =>
        request.url === '/break' ? response.socket?.destroy() : response.end('ok'),
      );
      const http = client();
      await http.send(get(server.origin));
      const broken = http.send(
        get(server.origin, { method, path: '/break', ...(method === 'GET' ? {} : { body: '{}' }) }),
      );
      await expect(broken).rejects.toMatchObject({ name: 'HttpError', kind: 'network' });
      await http.send(get(server.origin));
      expect(server.received.filter(request => request.url === '/break')).toHaveLength(1);
    },
  );

  it('follows no redirect', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    );
    expect((await client().send(get(server.origin))).status).toBe(302);
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['before the answer', () => undefined],
    ['within the answer', (_request, response) => response.write('half')],
  ] as [string, Answer][])('ends at its time limit %s', async (_when, answer) => {
    const server = await serve(answer);
    const late = client().send(get(server.origin, { timeoutMs: 100 }));
    await expect(late).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('0.1 s') as string,
    });
  });

  // Within 5 s: the limit of connecting alone, which must not be what ends it, is 10 s.
  it('ends at its time limit while it still connects', { timeout: 5_000 }, async () => {
    const mute = createServer();
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const sockets: { destroy(): unknown }[] = [];
    mute.on('connection', socket => sockets.push(socket));
    open.push({
      close: async () => {
        for (const socket of sockets) socket.destroy();
        mute.close();
        await once(mute, 'close');
      },
    });
    const { port } = mute.address() as AddressInfo;
    const late = client().send(get(`https://127.0.0.1:${port}`, { timeoutMs: 100 }));
    await expect(late).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('ends when it is aborted, and sends nothing when it already was', async () => {
    const controller = new AbortController();
    const server = await serve(() => {
      controller.abort();
    });
    const http = client();
    const call = http.send(get(server.origin, { signal: controller.signal }));
    await expect(call).rejects.toMatchObject({ kind: 'aborted' });
    await expect(http.send(get(server.origin, { signal: controller.signal }))).rejects.toMatchObject({
      kind: 'aborted',
    });
    expect(server.received).toHaveLength(1);
  });

  it('says that nobody listens', async () => {
    const port = await unusedPort();
    await expect(client().send(get(`http://localhost:${port}`))).rejects.toMatchObject({
      kind: 'network',
      code: 'ECONNREFUSED',
    });
  });

  it.each([
    'http://foas.aliyuncs.com',
    'http://10.0.0.1:8080',
    'http://127.0.0.1.example.com',
    'ftp://127.0.0.1',
    'foas',
  ])('refuses %s before anything is sent', async origin => {
    await expect(client().send(get(origin))).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('gives up an answer larger than 64 MB', async () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    const server = await serve((_request, response) => {
      for (let i = 0; i < 66; i++) response.write(block);
      response.end();
    });
    await expect(client().send(get(server.origin))).rejects.toMatchObject({ kind: 'server' });
  });
});

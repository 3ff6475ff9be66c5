import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sign } from '../../services/foas/sign/sign.ts';
import { openService, type LocalService } from '../service.ts';
import { callOperation, KEYS } from '../testing/client.ts';

let service: LocalService;
let url: string;
let host: string;
let open: Socket[];
beforeEach(async () => {
  service = await openService({ file: ':memory:', keys: KEYS });
  url = await service.listen(0);
  host = new URL(url).host;
  open = [];
  await callOperation(url, 'CreateProject', { name: 'demo', deployType: 'public' });
});
afterEach(async () => {
  for (const socket of open) socket.destroy();
  await service.close();
});

const FOLDERS = '/api/v2/projects/demo/folders';
const LIST = '/api/v2/projects';
/** For expect.poll: a busy machine is no fault. */
const PATIENCE = { timeout: 10_000 };
let nonce = 0;

/** The bytes of a signed request. @param target what stands for the path in the first line, where that differs */
function signed(method: string, path: string, body = '', target = path): string {
  const stamp = { date: new Date(), nonce: `server-test-${nonce++}` };
  const headers = { accept: 'application/json', host };
  const made = sign('roa', { method, path, query: {}, headers, body }, KEYS, stamp).headers;
  const lines = Object.entries(made).map(([name, value]) => `${name}: ${value}`);
  const length = body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  return [`${method} ${target} HTTP/1.1`, ...lines, ...length, '', body].join('\r\n');
}

const newFolder = (path: string): string => signed('POST', FOLDERS, JSON.stringify({ path }));

async function connection(): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  open.push(socket);
  await once(socket, 'connect');
  return socket;
}

interface Received {
  text: string;
}

function receive(socket: Socket): Received {
  const received = { text: '' };
  socket.setEncoding('utf8').on('data', (text: string) => (received.text += text));
  return received;
}

/** What comes back on a connection of its own until the service ends it. */
async function exchange(bytes: string): Promise<string> {
  const socket = await connection();
  const received = receive(socket);
  socket.write(bytes);
  await once(socket, 'close');
  return received.text;
}

const statuses = (text: string): string[] =>
  Array.from(text.matchAll(/HTTP\/1\.1 (\d+)/g), ([, code]) => code ?? '');

describe('what is no request', () => {
  it.each([
    [
      'a method that nobody knows',
      () => `BREW ${LIST} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      400,
      'InvalidRequest',
    ],
    ['no HTTP at all', () => '\u0016\u0003\u0001\u0002\r\n\r\n', 400, 'InvalidRequest'],
    [
      'two lengths of one body',
      () => `POST ${LIST} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      400,
      'InvalidRequest',
    ],
    [
      'headers without an end',
      () => `GET ${LIST} HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${'x'.repeat(1_100_000)}`,
      431,
      'RequestHeaderTooLarge',
    ],
    ['no host', () => `GET ${LIST} HTTP/1.1\r\nConnection: close\r\n\r\n`, 403, 'InvalidHost'],
  ])('is refused like any other: %s', async (_what, bytes, status, code) => {
    const answer = await exchange(bytes());
    expect(statuses(answer)).toEqual([String(status)]);
    expect(answer).toMatch(/content-type: text\/xml;charset=utf-8\r\n/i);
    expect(answer).toMatch(
      new RegExp(
        `<Error><RequestId>[0-9A-F-]{36}</RequestId><HostId></HostId><Code>${code}</Code><Message>.+</Error>$`,
      ),
    );
  });
});

describe('a request', () => {
  it('may name more jobs in its address than a server usually takes', async () => {
    const jobNames = Array.from({ length: 3_000 }, (_, n) => `任务 ${n}`).join(',');
    const query = { projectName: 'demo', jobNames, jobType: 'FLINK_STREAM' };
    expect((await callOperation(url, 'BatchGetInstanceRunSummary', query)).status).toBe(200);
  });

  it('may have the whole address in its first line, as proxies send it', async () => {
    const socket = await connection();
    const received = receive(socket);
    socket.write(signed('GET', LIST, '', url + LIST));
    await expect.poll(() => received.text, PATIENCE).toContain('"Name":"demo"');
  });

  it('that is too large is answered in a way that callers see who send it all before they read', async () => {
    const socket = await connection();
    socket.pause();
    const chunk = 'x'.repeat(1_000_000);
    socket.write(
      `POST ${LIST} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/json\r\nContent-Length: 20000000\r\n\r\n`,
    );
    for (let sent = 0; sent < 20; sent++) {
      await new Promise<void>((resolve, reject) => {
        socket.write(chunk, error => {
          if (error) reject(error);
          else resolve();
        });
      });
    }
    const received = receive(socket);
    socket.resume();
    await expect.poll(() => received.text, PATIENCE).toContain('"Code":"RequestBodyTooLarge"');
    expect(statuses(received.text)).toEqual(['413']);
  });
});

describe('the end of the service', () => {
  it('leaves no request without an answer that had been sent before', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, connection));
    const received = sockets.map(receive);
    // Several on each, sent ahead of the answers.
    const wanted = sockets.map((_, n) => [`/a${n}`, `/b${n}`, `/c${n}`]);
    for (const [n, socket] of sockets.entries()) socket.write((wanted[n] ?? []).map(newFolder).join(''));
    const closed = sockets.map(socket => once(socket, 'close'));
    await Promise.all([service.close(), ...closed]);
    expect(received.map(({ text }) => statuses(text))).toEqual(wanted.map(() => ['200', '200', '200']));
  });

  it('refuses what comes afterwards in the words of the service, and does not carry it out', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>(resolve => (open = resolve));
    const meet = vi.spyOn(service.faults, 'meet').mockImplementation(() => gate);
    const [answer, refuse] = [vi.spyOn(service.front, 'answer'), vi.spyOn(service.front, 'refuse')];
    const socket = await connection();
    const received = receive(socket);
    socket.write(signed('GET', LIST));
    await expect.poll(() => meet.mock.calls.length, PATIENCE).toBe(1);
    const ended = Promise.all([service.close(), once(socket, 'close')]);
    await refusing();
    const refused = refuse.mock.calls.length;
    socket.write(newFolder('/late'));
    await expect.poll(() => refuse.mock.calls.length, PATIENCE).toBe(refused + 1);
    open();
    await ended;
    expect(statuses(received.text)).toEqual(['200', '503']);
    expect(received.text).toContain('"Code":"ServiceUnavailable"');
    expect(answer).toHaveBeenCalledTimes(1);
  });
});

/** Resolves when the service takes no more requests. */
async function refusing(): Promise<void> {
  await expect.poll(async () => (await fetch(`${url}/-/health`)).status, PATIENCE).toBe(503);
}

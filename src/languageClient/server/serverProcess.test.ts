import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { startServerProcess, type ServerProcess } from './serverProcess.ts';

const SERVER = new URL('../../server/main.ts', import.meta.url).pathname;
const PARENT = new URL('testParent.ts', import.meta.url).pathname;

const started: ServerProcess[] = [];
const start = (entry: string, onLine: (line: string) => void = () => undefined) => {
  const process = startServerProcess(entry, onLine);
  started.push(process);
  return process;
};

afterEach(() => {
  for (const process of started.splice(0)) process.kill();
});

const METHOD_NOT_FOUND = -32601;

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: {} },
};

describe('the server’s process', () => {
  it('answers over the channel, and ends when it is killed', async () => {
    const server = start(SERVER);
    server.child.send(initialize);
    const answer = await Promise.race([once(server.child, 'message'), server.ended]);
    expect(answer[0]).toMatchObject({ result: { serverInfo: { name: 'Blink SQL' } } });
    // The heartbeat relies on it: what the server does not know it answers, too, and at once.
    server.child.send({ jsonrpc: '2.0', id: 2, method: 'blink/ping' });
    const pong = await Promise.race([once(server.child, 'message'), server.ended]);
    expect(pong[0]).toMatchObject({ id: 2, error: { code: METHOD_NOT_FOUND } });
    server.kill();
    expect(await server.ended).toBe('SIGKILL');
  });

  it('says why it ended by itself, and hands on what it wrote', async () => {
    const lines: string[] = [];
    const server = start('/no/such/server.cjs', line => lines.push(line));
    const closed = once(server.child, 'close');
    expect(await server.ended).toBe('exit code 1');
    await closed;
    expect(lines.join('\n')).toContain('Cannot find module');
  });

  it('does not outlive a parent that is killed', async () => {
    const parent = spawn(process.execPath, [PARENT, SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    expect(line).toBe('the server answers');
    parent.kill('SIGKILL');
    // The server holds the other end of this pipe, too: it is closed once both have ended, and never before.
    await once(parent, 'close');
  });
});

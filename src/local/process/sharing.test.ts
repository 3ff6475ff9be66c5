import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callOperation, fetchText, KEYS } from '../testing/client.ts';
import { bundleService, startProcess, temporaryFolder, type Started } from '../testing/process.ts';

const bundleFolder = temporaryFolder();
let file: string;
beforeAll(async () => {
  file = await bundleService(bundleFolder.path);
});
afterAll(() => {
  bundleFolder.remove();
});

let folder: ReturnType<typeof temporaryFolder>;
let started: Started[];
beforeEach(() => {
  folder = temporaryFolder();
  started = [];
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  folder.remove();
});

/** As a window starts it: with an IPC channel that ends with the window. */
function start(args: readonly string[] = [], env: Record<string, string> = {}, ipc = true): Started {
  const one = startProcess(file, ['--data', folder.path, ...(ipc ? ['--exit-with-parent'] : []), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  started.push(one);
  return one;
}

const isUp = async (url: string): Promise<boolean> =>
  (await callOperation(url, 'ListProject', {})).status === 200;

const isGone = (url: string): Promise<boolean> =>
  fetchText(`${url}/-/health`, {}).then(
    () => false,
    () => true,
  );

describe('one process', () => {
  it('prints one line, serves, and ends in time on SIGTERM and SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const one = start([], {}, false);
      const line = await one.nextLine();
      expect(line).toEqual({
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
        regionId: 'cn-hangzhou',
        ...KEYS,
      });
      expect(await isUp(line.url)).toBe(true);
      const before = Date.now();
      one.child.kill(signal);
      expect(await one.ended).toBe(0);
      expect(Date.now() - before).toBeLessThan(3_000);
      expect(one.errors()).toBe('');
    }
  });

  it('makes keys once and keeps them to its owner', async () => {
    const none = { BLINK_LOCAL_ACCESS_KEY_ID: '', BLINK_LOCAL_ACCESS_KEY_SECRET: '' };
    const lines = [];
    for (let n = 0; n < 2; n++) {
      const one = start([], none, false);
      lines.push(await one.nextLine());
      one.child.kill('SIGTERM');
      await one.ended;
    }
    expect(lines[0]).toEqual(lines[1]);
    expect(lines[0]?.accessKeySecret.length).toBeGreaterThan(30);
    expect(statSync(`${folder.path}/access-key.json`).mode & 0o777).toBe(0o600);
  });

  it('writes keys that it was given nowhere', async () => {
    const secret = 'a-secret-that-is-looked-for';
    const one = start([], { BLINK_LOCAL_ACCESS_KEY_SECRET: secret }, false);
    await one.nextLine();
    one.child.kill('SIGTERM');
    await one.ended;
    for (const name of readdirSync(folder.path)) {
      expect([name, readFileSync(`${folder.path}/${name}`).includes(secret)]).toEqual([name, false]);
    }
  });

  it('says what is wrong with its command line', async () => {
    const one = start(['--seed', 'full'], {}, false);
    expect(await one.ended).toBe(2);
    expect(one.errors()).toContain('--seed is none or sample, not "full"');
  });

  it('says that its port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const one = start(['--port', String(port)], {}, false);
    expect(await one.ended).toBe(1);
    expect(one.errors()).toContain('EADDRINUSE');
    holder.close();
  });

  it('takes another port when the one from before is taken by somebody else', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const before = { url: `http://127.0.0.1:${port}`, pid: 1, regionId: 'x' };
    writeFileSync(`${folder.path}/service.json`, JSON.stringify(before));
    const { url } = await start().nextLine();
    expect(url).not.toBe(before.url);
    expect(await isUp(url)).toBe(true);
    holder.close();
  });

  it('takes any port when the one from before was noted down wrongly', async () => {
    for (const url of ['no address', 7, null]) {
      writeFileSync(`${folder.path}/service.json`, JSON.stringify({ url, pid: 1, regionId: 'x' }));
      const one = start([], {}, false);
      expect(await isUp((await one.nextLine()).url)).toBe(true);
      one.child.kill('SIGTERM');
      await one.ended;
    }
  });

  it('comes back at the same address with its data after kill -9', async () => {
    const first = start();
    const { url } = await first.nextLine();
    await callOperation(url, 'CreateProject', { name: 'kept', deployType: 'PUBLIC' });
    first.child.kill('SIGKILL');
    await first.ended;
    const again = await start().nextLine();
    expect(again.url).toBe(url);
    expect((await callOperation(url, 'GetProject', { projectName: 'kept' })).status).toBe(200);
  });
});

describe('a captured request', () => {
  it('cannot be sent again to the service that comes after a kill -9 or an orderly end', async () => {
    const once = { nonce: 'captured', date: new Date() };
    const replay = (url: string) =>
      callOperation(url, 'CreateProject', { name: 'twice', deployType: 'PUBLIC' }, once);
    const one = start([], {}, false);
    expect((await replay((await one.nextLine()).url)).status).toBe(200);
    for (const [signal, how] of [
      ['SIGKILL', 'SIGKILL'],
      ['SIGTERM', 0],
    ] as const) {
      const before = started.at(-1) ?? one;
      before.child.kill(signal);
      expect(await before.ended).toBe(how);
      const { url } = await start([], {}, false).nextLine();
      expect((await replay(url)).json()['Code']).toBe('SignatureNonceUsed');
      expect(await isUp(url)).toBe(true);
    }
  });
});

describe('a window', () => {
  it('that closes its channel ends its service', async () => {
    const one = start();
    const { url } = await one.nextLine();
    one.child.disconnect();
    expect(await one.ended).toBe(0);
    expect(await isGone(url)).toBe(true);
  });

  it('that is killed ends its service', async () => {
    // The window is a process of its own, so that it can die as a window does.
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ${JSON.stringify([file, '--data', folder.path, '--exit-with-parent'])},
        { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      child.on('spawn', () => console.error('child ' + child.pid));
    `;
    const env = {
      ...process.env,
      BLINK_LOCAL_ACCESS_KEY_ID: KEYS.accessKeyId,
      BLINK_LOCAL_ACCESS_KEY_SECRET: KEYS.accessKeySecret,
    };
    const window = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(createInterface({ input: window.stdout }), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    expect(await isUp(url)).toBe(true);
    // The pipe closes when the last process that writes to it has ended: window and service both.
    const closed = once(window.stdout, 'close');
    window.kill('SIGKILL');
    await closed;
    expect(await isGone(url)).toBe(true);
  });

  it('shares the service of another one, which lives until both are gone', async () => {
    const first = start();
    const line = await first.nextLine();
    const second = start();
    const shared = await second.nextLine();
    expect(shared).toEqual({ ...line, alreadyRunning: true, pid: first.child.pid });
    expect(second.errors()).toContain(`already running at ${line.url} (pid ${first.child.pid})`);

    first.child.disconnect();
    expect(await isUp(line.url)).toBe(true);
    second.child.disconnect();
    expect(await second.ended).toBe(0);
    expect(await first.ended).toBe(0);
    expect(await isGone(line.url)).toBe(true);
  });

  it('takes over at the same address, with the data, when the service is killed', async () => {
    const first = start();
    const { url } = await first.nextLine();
    await callOperation(url, 'CreateProject', { name: 'kept', deployType: 'PUBLIC' });
    const second = start();
    const third = start();
    await Promise.all([second.nextLine(), third.nextLine()]);
    first.child.kill('SIGKILL');
    await first.ended;
    await expect
      .poll(
        () =>
          callOperation(url, 'GetProject', { projectName: 'kept' }).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(200);
    const { pid } = JSON.parse(readFileSync(`${folder.path}/service.json`, 'utf8')) as { pid: number };
    expect([second.child.pid, third.child.pid]).toContain(pid);
  });

  it('with another key is refused', async () => {
    const first = start();
    const { url } = await first.nextLine();
    const second = start([], { BLINK_LOCAL_ACCESS_KEY_ID: 'other', BLINK_LOCAL_ACCESS_KEY_SECRET: 'other' });
    expect(await second.ended).toBe(3);
    expect(second.errors()).toContain(`The service at ${url} uses another access key. Close the window`);
  });

  it('is one of many that start at once', async () => {
    const windows = Array.from({ length: 6 }, () => start());
    const lines = await Promise.all(windows.map(window => window.nextLine()));
    expect(new Set(lines.map(({ url }) => url)).size).toBe(1);
    expect(lines.filter(({ alreadyRunning }) => !alreadyRunning)).toHaveLength(1);
  });

  it('is one of many that start at once where no keys have been made yet', async () => {
    const none = { BLINK_LOCAL_ACCESS_KEY_ID: '', BLINK_LOCAL_ACCESS_KEY_SECRET: '' };
    const windows = Array.from({ length: 6 }, () => start([], none));
    const lines = await Promise.all(windows.map(window => window.nextLine()));
    expect(new Set(lines.map(({ accessKeySecret }) => accessKeySecret)).size).toBe(1);
  });
});

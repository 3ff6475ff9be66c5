import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalStartError, startLocalProcess } from './process.ts';

let folder: string;
const keys = { accessKeyId: 'LOCALID', accessKeySecret: 'LOCALSECRET' };
/** Answers like the service of a new data folder, with the keys it was given for that. */
const ANSWER = `
  const { BLINK_LOCAL_FIRST_ACCESS_KEY_ID: accessKeyId, BLINK_LOCAL_FIRST_ACCESS_KEY_SECRET: accessKeySecret } = process.env;
  console.log(JSON.stringify({ url: 'http://127.0.0.1:1', regionId: 'cn-test', accessKeyId, accessKeySecret }));
  process.on('disconnect', () => process.exit(0));`;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'blink-local-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(script: string, timeoutMs?: number, onFirstLine?: () => void) {
  const entry = join(folder, 'service.mjs');
  writeFileSync(entry, script);
  const lines: string[] = [];
  const started = startLocalProcess({
    entry,
    dataDir: folder,
    firstKeys: keys,
    onLine: line => {
      lines.push(line);
      onFirstLine?.();
    },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { started, lines };
}

describe('startLocalProcess', () => {
  it('reads where the service answers, with the keys it gave', async () => {
    const { started } = start(ANSWER);
    const { address, stop } = await started;
    expect(address()).toEqual({ url: 'http://127.0.0.1:1', regionId: 'cn-test', ...keys });
    await stop();
  });

  it('follows the service to another address', async () => {
    const script = `${ANSWER}
      const say = url => console.log(JSON.stringify({ url, regionId: 'cn-test', accessKeyId, accessKeySecret }));
      say('http://127.0.0.1:2'); console.error('moved');`;
    let moved: () => void = () => undefined;
    const seen = new Promise<void>(resolve => (moved = resolve));
    const { started } = start(script, undefined, moved);
    const { address, stop } = await started;
    await seen;
    await stop();
    expect(address().url).toBe('http://127.0.0.1:2');
  });

  it('ends by itself when it is let go of', async () => {
    const { ended, release } = await start(ANSWER).started;
    release();
    expect(await ended).toMatchObject({ code: 0, signal: null });
  });

  it('gives the keys by the environment, not by the command line', async () => {
    const file = join(folder, 'argv.json');
    const script = `import { writeFileSync } from 'node:fs';
      writeFileSync(${JSON.stringify(file)}, JSON.stringify([process.argv, process.execArgv, process.env.NODE_OPTIONS ?? null]));${ANSWER}`;
    const { stop } = await start(script).started;
    await stop();
    const said = readFileSync(file, 'utf8');
    expect(said).not.toContain('LOCALSECRET');
    const [argv, execArgv, options] = JSON.parse(said) as [string[], string[], string | null];
    expect(argv.slice(2)).toEqual([
      '--port',
      '0',
      '--data',
      folder,
      '--seed',
      'sample',
      '--exit-with-parent',
    ]);
    expect([execArgv, options]).toEqual([[], null]);
  });

  it('leaves it to the data folder where it knows no keys, whatever the environment of the editor says', async () => {
    process.env['BLINK_LOCAL_ACCESS_KEY_ID'] = 'STRAY';
    try {
      const names = `Object.keys(process.env).filter(name => name.startsWith('BLINK_LOCAL_')).join()`;
      const entry = join(folder, 'service.mjs');
      writeFileSync(
        entry,
        `console.log(JSON.stringify({ url: ${names}, regionId: '', accessKeyId: '', accessKeySecret: '' }))`,
      );
      const { address } = await startLocalProcess({ entry, dataDir: folder, onLine: () => undefined });
      expect(address().url).toBe('');
    } finally {
      delete process.env['BLINK_LOCAL_ACCESS_KEY_ID'];
    }
  });

  it('hands on what the service writes to standard error', async () => {
    const { started, lines } = start(`console.error('ready\\nto go');${ANSWER}`);
    const { stop, ended } = await started;
    await stop();
    expect((await ended).lastLines).toEqual(['ready', 'to go']);
    expect(lines).toEqual(['ready', 'to go']);
  });

  it('fails with the last words of a service that ends at once', async () => {
    const { started } = start(`console.error('the folder is not writable'); process.exit(3);`);
    const error = await started.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LocalStartError);
    expect((error as LocalStartError).end).toEqual({
      code: 3,
      signal: null,
      lastLines: ['the folder is not writable'],
    });
  });

  it('fails when it says something else, and leaves no process behind', async () => {
    const { started } = start(
      `console.log('pid ' + process.pid); console.error(process.pid); setInterval(() => {}, 1000);`,
    );
    await expect(started).rejects.toThrow('said something else');
  });

  it('fails when it stays silent, and leaves no process behind', async () => {
    const { started, lines } = start(`console.error(process.pid); setInterval(() => {}, 1000);`, 1_000);
    await expect(started).rejects.toThrow('no answer within 1 s');
    const pid = Number(lines[0]);
    expect(pid).toBeGreaterThan(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('tells when the service ends by itself', async () => {
    const { started } = start(
      `${ANSWER} process.once('message', () => {}); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);`,
    );
    const { ended } = await started;
    expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  });
});

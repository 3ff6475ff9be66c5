/** Who has which keys, where several processes share a data folder. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyPair } from '../http/authenticate.ts';
import { callOperation } from '../testing/client.ts';
import {
  bundleService,
  startProcess,
  temporaryFolder,
  type ServiceLine,
  type Started,
} from '../testing/process.ts';

const bundleFolder = temporaryFolder();
let bundle: string;
beforeAll(async () => {
  bundle = await bundleService(bundleFolder.path);
});
afterAll(() => {
  bundleFolder.remove();
});

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let started: Started[];
beforeEach(() => {
  folder = temporaryFolder();
  file = `${folder.path}/access-key.json`;
  started = [];
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  folder.remove();
});

const FORMER = { accessKeyId: 'LOCALformer', accessKeySecret: 'former-secret' };

/** The service as a window starts it, with what an earlier version of the window had. */
function start(former?: KeyPair, given?: KeyPair): Started {
  const one = startProcess(bundle, ['--data', folder.path, '--exit-with-parent'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      BLINK_LOCAL_ACCESS_KEY_ID: given?.accessKeyId ?? '',
      BLINK_LOCAL_ACCESS_KEY_SECRET: given?.accessKeySecret ?? '',
      BLINK_LOCAL_FIRST_ACCESS_KEY_ID: former?.accessKeyId ?? '',
      BLINK_LOCAL_FIRST_ACCESS_KEY_SECRET: former?.accessKeySecret ?? '',
    },
  });
  started.push(one);
  return one;
}

const pairOf = ({ accessKeyId, accessKeySecret }: ServiceLine): KeyPair => ({ accessKeyId, accessKeySecret });
const kept = () => JSON.parse(readFileSync(file, 'utf8')) as KeyPair;
const works = async (line: ServiceLine) =>
  (await callOperation(line.url, 'ListProject', {}, { keys: pairOf(line) })).status === 200;

describe('windows on one data folder', () => {
  it('get the same keys, which work, when all of them start first, whatever each had before', async () => {
    const had = [undefined, FORMER, { ...FORMER, accessKeySecret: 'other' }, undefined];
    const lines = await Promise.all(had.map(former => start(former).nextLine()));
    expect(new Set(lines.map(({ accessKeySecret }) => accessKeySecret)).size).toBe(1);
    expect(await Promise.all(lines.map(works))).toEqual([true, true, true, true]);
    expect(kept()).toEqual(lines.map(pairOf)[0]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keep the keys of an earlier version', async () => {
    const one = start(FORMER);
    expect(pairOf(await one.nextLine())).toEqual(FORMER);
    one.child.disconnect();
    await one.ended;
    expect(pairOf(await start({ ...FORMER, accessKeySecret: 'later' }).nextLine())).toEqual(FORMER);
  });

  it('join the service of an earlier version, which keeps its keys elsewhere, and note them down', async () => {
    const old = start(undefined, FORMER);
    await old.nextLine();
    expect(pairOf(await start(FORMER).nextLine())).toEqual(FORMER);
    expect(pairOf(await start().nextLine())).toEqual(FORMER);
    expect(kept()).toEqual(FORMER);
  });

  it('are told when that service has keys they do not know, and leave none of their own behind', async () => {
    const { url } = await start(undefined, FORMER).nextLine();
    for (const former of [undefined, { ...FORMER, accessKeySecret: 'other' }]) {
      const one = start(former);
      expect(await one.ended).toBe(3);
      expect(one.errors()).toContain(`The service at ${url} uses another access key.`);
    }
    expect(() => kept()).toThrow('ENOENT');
  });
});

describe('a key file that was deleted', () => {
  it('comes back as it was while its service runs', async () => {
    const line = await start().nextLine();
    rmSync(file);
    const second = await start().nextLine();
    expect(pairOf(second)).toEqual(pairOf(line));
    expect([kept(), statSync(file).mode & 0o777]).toEqual([pairOf(line), 0o600]);
    expect(await works(second)).toBe(true);
  });

  it('comes back as it was when its service dies and a window that knew it takes its place', async () => {
    const first = start();
    const line = await first.nextLine();
    const second = start();
    await second.nextLine();
    rmSync(file);
    first.child.kill('SIGKILL');
    await expect.poll(() => works(line).catch(() => false), { timeout: 10_000 }).toBe(true);
    expect(kept()).toEqual(pairOf(line));
  });

  it('is made anew when no service runs', async () => {
    const first = start();
    const { accessKeySecret } = await first.nextLine();
    first.child.disconnect();
    await first.ended;
    rmSync(file);
    const line = await start().nextLine();
    expect(line.accessKeySecret).not.toBe(accessKeySecret);
    expect(await works(line)).toBe(true);
  });
});

describe('a key file that cannot be used', () => {
  it('is an error of its own, with the file and what to do, whether or not a service runs', async () => {
    const spoil = () => {
      rmSync(file, { force: true });
      mkdirSync(file);
    };
    spoil();
    const alone = start();
    expect(await alone.ended).toBe(4);
    expect(alone.errors()).toContain(`${file} cannot be read (EISDIR). Delete it to have a new one made.`);
    rmSync(file, { recursive: true });
    const running = await start().nextLine();
    rmSync(file);
    writeFileSync(file, '{');
    const joining = start();
    expect(await joining.ended).toBe(4);
    expect(joining.errors()).toContain(`${file} does not hold an access key.`);
    rmSync(file);
    expect(pairOf(await start().nextLine())).toEqual(pairOf(running));
  });
});

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { taskEnvironment } from '../../scripts/bootstrap/environment.mjs';
import { isInstalled } from '../../scripts/bootstrap/install.mjs';
import { root } from '../../scripts/bootstrap/paths.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blink-sql-bootstrap-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('an installation', () => {
  const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  };

  function install(packages: object | undefined): boolean {
    writeFileSync(join(folder, 'package-lock.json'), lock(wanted));
    mkdirSync(join(folder, 'node_modules'));
    if (packages) writeFileSync(join(folder, 'node_modules', '.package-lock.json'), lock(packages));
    return isInstalled(folder);
  }

  it('is complete with every package that is not optional', () => {
    expect(install({ 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it('is incomplete with another version', () => {
    expect(install({ 'node_modules/a': { version: '1.0.1' } })).toBe(false);
  });

  it('is incomplete when it was interrupted', () => {
    expect(install(undefined)).toBe(false);
  });
});

describe('the environment of a task', () => {
  it('keeps what a person told npm, and drops what npm tells its scripts', () => {
    const kept = {
      PATH: '/bin',
      npm_config_registry: 'r',
      npm_config_cache: 'c',
      npm_execpath: 'npm-cli.js',
    };
    const dropped = {
      NODE_OPTIONS: '--inspect',
      npm_lifecycle_event: 'x',
      npm_package_name: 'x',
      INIT_CWD: '/',
    };
    expect(taskEnvironment({ ...kept, ...dropped })).toEqual(kept);
  });
});

describe('the mutex', () => {
  /** Starts a process that appends "in" and, a moment later, "out" to a log while it holds the mutex. */
  function contender(): Promise<number | null> {
    const program = `
      import { appendFileSync } from 'node:fs';
      import { withMutex } from ${JSON.stringify(join(root, 'scripts/bootstrap/mutex.mjs'))};
      await withMutex(${JSON.stringify(join(folder, 'lock'))}, async () => {
        appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'in ');
        await new Promise(resolve => setTimeout(resolve, 30));
        appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'out ');
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' });
    return new Promise(done => child.once('exit', done));
  }

  it('lets one process in at a time, and clears the lock of a dead one', async () => {
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise(done => dead.once('exit', done));
    writeFileSync(join(folder, 'lock'), String(dead.pid));
    const codes = await Promise.all(Array.from({ length: 4 }, contender));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('in out '.repeat(4));
  });

  it('clears a lock whose number another process has got since, and one that was never written', async () => {
    writeFileSync(join(folder, 'lock'), `${process.pid} 1`);
    expect(await contender()).toBe(0);
    writeFileSync(join(folder, 'lock'), '');
    const past = new Date(Date.now() - 10_000);
    utimesSync(join(folder, 'lock'), past, past);
    expect(await contender()).toBe(0);
  });
});

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tools } from './paths.mjs';
import { taskEnvironment } from './environment.mjs';
import { withMutex } from './mutex.mjs';

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether `folder/node_modules` holds what the lock file in `lockFolder` asks for. npm itself writes down what it
 * installed (node_modules/.package-lock.json), as the last act of an installation; an interrupted one has no such
 * file. Optional packages are left out: npm skips those of other platforms.
 */
export function isInstalled(folder, lockFolder = folder) {
  const wanted = readLock(join(lockFolder, 'package-lock.json'));
  const present = readLock(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { optional, devOptional, link, version }]) =>
      path === '' || optional || devOptional || link || present[path]?.version === version,
  );
}

/**
 * The npm to call: the one that called us, run by our own Node, else the one on the PATH.
 * @returns {[string, string[]]} a program and its first arguments
 */
function npm() {
  const own = process.env.npm_execpath;
  if (own && /^npm-cli\.c?js$/.test(basename(own))) return [process.execPath, [own]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** Runs a program whose output goes to standard error; resolves to its exit code, or the reason it has none. */
export function runQuietly(program, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 2, 2], ...options });
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

/**
 * Runs npm in `folder`, without any package's install script; everything it prints goes to standard error.
 * @throws Error naming the folder when npm fails
 */
async function runNpm(folder, args) {
  const [program, first] = npm();
  const end = await runQuietly(program, [...first, ...args, ...QUIET], {
    cwd: folder,
    env: taskEnvironment(process.env),
    shell: program.endsWith('.cmd'),
  });
  if (end === 0) return;
  throw new Error(
    `npm ${args[0]} failed in ${folder} (${end}). Its own message is above; most often the network or the registry ` +
      'cannot be reached. Run the command again.',
  );
}

/** Installs exactly what the lock file of `folder` says, from nothing. */
export function npmCi(folder, extra = []) {
  return runNpm(folder, ['ci', ...extra]);
}

/**
 * Installs what the lock file of `folder` says, without writing to it. Unlike `npm ci` it accepts a lock file that
 * lacks optional packages of other platforms, which npm leaves out when a registry does not carry them.
 */
export function npmInstall(folder, extra = []) {
  return runNpm(folder, ['install', '--no-save', ...extra]);
}

/** Does `install` unless `isReady` says that it is not needed; one process at a time, the others wait and look again. */
export async function ensure(what, isReady, install) {
  if (isReady()) return;
  const lock = join(tools, 'locks', what.replaceAll(/\W+/g, '-'));
  const waiting = () => console.error(`waiting for another process to install ${what} ...`);
  await withMutex(
    lock,
    async () => {
      if (isReady()) return;
      const start = Date.now();
      console.error(`installing ${what} ...`);
      await install();
      console.error(`installed ${what} in ${((Date.now() - start) / 1000).toFixed(0)} s`);
    },
    waiting,
  );
}

#!/usr/bin/env node
/**
 * The one door to every task: `node scripts/bootstrap.mjs <task> [arguments]`, which is what `npm run <task>` calls.
 *
 * Plain JavaScript without dependencies for Node 20 or newer, since nothing is installed yet when it runs first. It
 * makes sure that a runtime (Node 24) and the project's packages are there, then runs the task with them. Progress
 * goes to standard error; standard output belongs to the task. The task's exit code or signal becomes its own.
 */
import { spawn } from 'node:child_process';
import { ensurePackages } from './bootstrap/packages.mjs';
import { ensureRuntime } from './bootstrap/runtime.mjs';
import { root } from './bootstrap/paths.mjs';
import { taskEnvironment } from './bootstrap/environment.mjs';
import { TASKS } from './bootstrap/tasks.mjs';

const ORPHAN_CHECK_MS = 500;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function usage() {
  return `usage: node scripts/bootstrap.mjs <${Object.keys(TASKS).join('|')}> [arguments]`;
}

/** Calls `end` when the npm that started this process is gone without a word (killed): nobody waits for the task then. */
function onOrphaned(end) {
  const parent = process.ppid;
  const isNpm = process.env.npm_lifecycle_event !== undefined;
  return setInterval(() => {
    if (isNpm && process.ppid !== parent) end();
  }, ORPHAN_CHECK_MS).unref();
}

/** npm changes to the project's folder; the command line means names of files from where it was called. */
function callersFolder(taskName) {
  return taskName === 'cli' ? { BLINK_CALLED_FROM: process.env.INIT_CWD ?? process.cwd() } : {};
}

/** Runs one program to its end; resolves to its exit code, or to the name of the signal that ended it. */
function run(program, args, more) {
  return new Promise((resolve, reject) => {
    const env = { ...taskEnvironment(process.env), ...more };
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
    const forward = signal => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const watch = onOrphaned(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of FORWARDED) process.off(name, forward);
      resolve(signal ?? code ?? 1);
    });
  });
}

async function main([taskName = '', ...args]) {
  const task = TASKS[taskName];
  if (!task) {
    console.error(taskName ? `Unknown task "${taskName}".\n${usage()}` : usage());
    return 2;
  }
  const node = await ensureRuntime();
  await ensurePackages();
  for (const step of task) {
    const last = step === task.at(-1);
    const end = await run(node, last ? [...step, ...args] : step, callersFolder(taskName));
    if (end !== 0) return end;
  }
  return 0;
}

try {
  const end = await main(process.argv.slice(2));
  if (typeof end === 'string') process.kill(process.pid, end);
  else process.exitCode = end;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

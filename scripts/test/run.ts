import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { signalGroup, stopGroup } from '../workbench/processGroup.ts';
import { figuresOf, type Figures } from './figures.ts';
import { REPORT, type Suite } from './suites.ts';

/** No suite takes a quarter of this; one that hangs ends with exit code 124, as under coreutils' `timeout`. */
const LIMIT_MS = 20 * 60_000;
const TIMED_OUT = 124;

export interface Outcome extends Figures {
  readonly suite: string;
  readonly seconds: number;
  /** Everything its commands printed. */
  readonly output: string;
}

interface CommandEnd {
  readonly code: number;
  readonly output: string;
}

function runCommand(args: readonly string[]): Promise<CommandEnd> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true', NO_COLOR: '1', FORCE_COLOR: '0' },
    detached: true,
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const killNow = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killNow);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void stopGroup(child);
  }, LIMIT_MS);
  return new Promise(done => {
    child.once('error', error => chunks.push(Buffer.from(error.message)));
    child.once('close', code => {
      clearTimeout(timer);
      process.off('exit', killNow);
      const output = Buffer.concat(chunks).toString('utf8').trim();
      done({ code: timedOut ? TIMED_OUT : (code ?? 1), output });
    });
  });
}

/** Runs the commands of a suite, one after the other and all of them, and sums up. */
export async function runSuite(suite: Suite): Promise<Outcome> {
  const report = join(root, 'test-results', `${suite.name}.json`);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  rmSync(report, { force: true });
  const started = performance.now();
  const ends: CommandEnd[] = [];
  for (const command of suite.commands) {
    ends.push(await runCommand(command.map(argument => argument.replace(REPORT, report))));
  }
  const figures = figuresOf(
    suite,
    ends.map(({ code }) => code),
    report,
  );
  return {
    ...figures,
    suite: suite.name,
    seconds: Math.round((performance.now() - started) / 1000),
    output: ends.map(({ output }) => output).join('\n'),
  };
}

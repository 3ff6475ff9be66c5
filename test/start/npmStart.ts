import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { taskEnvironment } from '../../scripts/bootstrap/environment.mjs';
import { root } from '../../scripts/bootstrap/paths.mjs';
import { descendants } from './processes.ts';

/** A running `npm start`. */
export interface Started {
  readonly child: ChildProcess;
  /** What it printed to standard output so far. */
  readonly lines: readonly string[];
  /** Settles to the exit code, or to the signal that ended it. */
  readonly exit: Promise<number | string>;
}

/** What runs when a test fails: it must not outlive it either. */
const running = new Set<ChildProcess>();

/** Runs `npm start` as a person does, except that it opens nothing and keeps its data in `data`. */
export function npmStart(port: number, data: string): Started {
  const args = ['start', '--silent', '--', '--no-open', '--port', String(port), '--data', data];
  const child = spawn('npm', args, {
    cwd: root,
    env: taskEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', line => lines.push(line));
  const exit = new Promise<number | string>(done =>
    child.once('exit', (code, signal) => done(code ?? signal ?? '')),
  );
  return { child, lines, exit };
}

/** Ends every `npm start` of this file that still runs, with all it started. */
export function endAll(): void {
  for (const child of running) for (const { pid } of descendants(child.pid!)) process.kill(pid, 'SIGTERM');
  running.clear();
}

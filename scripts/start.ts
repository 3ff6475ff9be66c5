/**
 * `npm start [-- options]`: opens a VS Code with the extension, on a profile of its own, until it is interrupted.
 *
 *   --no-open     opens nothing, only serves (in the workbench from npm)
 *   --port N      port of the workbench; a fixed one when absent, so that the browser finds its secrets again
 *   --data DIR    where settings, secrets and the local service's data are kept; .tools/start when absent
 *
 * The desktop VS Code is used where there is one, else VS Code's workbench in the default browser. When it answers,
 * one line is printed to standard output: `ready: <address>`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tools } from './bootstrap/paths.mjs';
import { findDesktop, startDesktop } from './start/desktop.ts';
import { openInBrowser } from './start/openInBrowser.ts';
import { startInWorkbench } from './start/inWorkbench.ts';

/** Something that runs until it is stopped, or until its user closes it. */
export interface Running {
  readonly address: string;
  /** Settles when it ended by itself; to false when it should not have. */
  readonly ended: Promise<boolean>;
  stop(): Promise<void>;
}

const { values } = parseArgs({
  allowNegative: true,
  options: {
    open: { type: 'boolean', default: true },
    port: { type: 'string' },
    data: { type: 'string', default: join(tools, 'start') },
  },
});

function start(): Promise<Running> {
  const data = resolve(values.data);
  const folder = join(data, 'workspace');
  mkdirSync(folder, { recursive: true });
  const desktop = values.open && values.port === undefined ? findDesktop() : undefined;
  if (desktop !== undefined) return startDesktop(desktop, data, folder);
  return startInWorkbench({
    data,
    folder,
    port: values.port === undefined ? undefined : Number(values.port),
  });
}

/** Settles on the first signal that asks us to end; more of them (a terminal sends to the whole group) change nothing. */
function interrupted(): Promise<true> {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done(true));
  });
}

try {
  const interruption = interrupted();
  const starting = start();
  const running = await Promise.race([starting, interruption.then(() => undefined)]);
  if (running) {
    console.log(`ready: ${running.address}`);
    if (values.open) openInBrowser(running.address);
    const orderly = await Promise.race([interruption, running.ended]);
    await running.stop();
    if (!orderly) {
      console.error('VS Code ended unexpectedly.');
      process.exitCode = 1;
    }
  }
  // Interrupted during the start: what is half started ends with this process.
  process.exit();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

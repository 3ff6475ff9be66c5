import { setTimeout as delay } from 'node:timers/promises';
import type { HostRun } from './host.ts';
import { readReport } from './suite.ts';

/** An editor that has not begun with its first test by then never will. */
const START_LIMIT_MS = 180_000;
const LOOK_AGAIN_MS = 250;

/**
 * Settles to `timed out` when the suite has not begun in three minutes, or has not ended `run.limitMs` after its
 * beginning: how long an editor takes to start depends on the machine, how long tests take hardly does.
 */
export async function timeLimit(run: HostRun): Promise<'timed out'> {
  const start = Date.now();
  while (readReport(run.suite) === undefined && Date.now() - start < START_LIMIT_MS) {
    await delay(LOOK_AGAIN_MS, undefined, { ref: false });
  }
  if (readReport(run.suite) !== undefined) await delay(run.limitMs, undefined, { ref: false });
  return 'timed out';
}

import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const STOP_LIMIT_MS = 5_000;
const POLL_MS = 50;

/**
 * Sends a signal to a child that was started `detached`, and to all that it started itself. Signal 0 only asks.
 * @returns whether anything of the group is alive
 */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    // Windows knows no groups: there the child alone is meant.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Ends the whole group of a child and waits until it is gone; what does not go by itself is killed after 5 s. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  signalGroup(child, 'SIGTERM');
  const limit = Date.now() + STOP_LIMIT_MS;
  while (signalGroup(child, 0) && Date.now() < limit) await delay(POLL_MS);
  signalGroup(child, 'SIGKILL');
}

import { availableParallelism, loadavg } from 'node:os';
import type { Effort } from './result.ts';

/** Processes that wanted a processor, on average over the last minute; none where the system does not tell. */
export const loadNow = (): number => loadavg()[0] ?? 0;

/** More than this share of the processors busy with other things before the bench began: figures not to be trusted. */
const BUSY_SHARE = 0.25;

/** What the figures depend on besides the code, in a sentence. @param loadBefore of the minute before */
export function circumstances({ rounds, processes }: Effort, loadBefore: number): string {
  const cores = availableParallelism();
  const load = `load before ${loadBefore.toFixed(1)}, after ${loadNow().toFixed(1)}`;
  const warning =
    loadBefore > cores * BUSY_SHARE
      ? ' The machine was busy with other things: times are too long, ratios and processor times hold better.'
      : '';
  const effort = `${rounds} rounds, ${processes} fresh processes`;
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cores} cores, ${load}; ${effort}.${warning}`;
}

import type { Analysis } from '../../analysis/analyze.ts';
import { usagesOf } from '../../analysis/usage.ts';
import type { Usages } from '../../analysis/usage.ts';

const known = new WeakMap<Analysis, Usages>();

/** How the script uses its tables, gone through once for each state of the script. */
export function knownUsages(analysis: Analysis): Usages {
  let usages = known.get(analysis);
  if (usages === undefined) known.set(analysis, (usages = usagesOf(analysis)));
  return usages;
}

import type { Sample } from '../measure/messages.ts';
import { pairedRatio, summaryOf } from '../measure/statistics.ts';
import { ms, plain, times } from '../report/numbers.ts';

/** Columns of a table of comparisons, one row each. */
export const DUEL_HEAD = [
  'against',
  'ours',
  'min - max',
  'theirs',
  'min - max',
  'ratio',
  'by processor time',
];

/**
 * One row of such a table.
 * @param samples ours and theirs, taken in turn
 * @returns the row, and how many times longer theirs took: by the clock or by processor time, whichever is less
 */
export function comparison(
  what: string,
  samples: readonly (readonly Sample[])[],
): { readonly row: readonly string[]; readonly ratio: number } {
  const [own = [], rival = []] = samples;
  const ratioOf = (pick: (sample: Sample) => number) => pairedRatio(own.map(pick), rival.map(pick));
  const byClock = ratioOf(({ wall }) => wall);
  const byProcessor = ratioOf(({ cpu }) => cpu);
  return {
    row: [what, ...cells(own), ...cells(rival), times(byClock), times(byProcessor)],
    ratio: Math.min(byClock, byProcessor),
  };
}

function cells(samples: readonly Sample[]): string[] {
  const { median, min, max } = summaryOf(samples.map(({ wall }) => wall));
  return [ms(median), `${plain(min)} - ${plain(max)}`];
}

/** How much text there is, in words. */
export function sizeOf(texts: readonly string[]): string {
  return `${texts.length}, ${plain(texts.join('').length / 1_000)} K characters`;
}

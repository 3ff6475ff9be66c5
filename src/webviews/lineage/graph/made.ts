import type { Column, Kind } from '../messages.ts';

/** How a column is made; `unknown`: of columns that nothing declares. */
export type Made = Kind | 'unknown';

/** A constant is written somewhere: what is made of no known column and of no expression comes from who knows where. */
export function madeHow({ kind, sources, expression }: Column): Made {
  return kind === 'constant' && sources.length === 0 && !expression ? 'unknown' : kind;
}

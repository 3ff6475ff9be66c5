import type { Statement } from '../syntax/script.ts';

interface HasStatement {
  readonly statement: Statement;
}

/** Which statements of a script were there before. */
export interface Alignment {
  /** For each statement, its index before, or -1 when it is new. Indexes rise: statements kept do not change places. */
  readonly from: readonly number[];
  /** Indexes of those that are gone. */
  readonly gone: readonly number[];
}

/**
 * Compares two states of a script by the identity of their statements. After one edit all but a few in the middle are
 * the same; after several at once, others in between are, too.
 */
export function align(before: readonly HasStatement[], after: readonly HasStatement[]): Alignment {
  const from = new Array<number>(after.length).fill(-1);
  let head = 0;
  while (head < after.length && head < before.length && before[head]?.statement === after[head]?.statement)
    from[head] = head++;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (
    afterEnd > head &&
    beforeEnd > head &&
    before[beforeEnd - 1]?.statement === after[afterEnd - 1]?.statement
  )
    from[--afterEnd] = --beforeEnd;
  const places = new Map<Statement, number>();
  for (let i = head; i < beforeEnd; i++) {
    const item = before[i];
    if (item !== undefined) places.set(item.statement, i);
  }
  let least = head;
  for (let i = head; i < afterEnd; i++) {
    const item = after[i];
    const place = item === undefined ? undefined : places.get(item.statement);
    if (item === undefined || place === undefined || place < least) continue;
    from[i] = place;
    least = place + 1;
    places.delete(item.statement);
  }
  return { from, gone: [...places.values()] };
}

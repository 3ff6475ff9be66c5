import type { PlacedStatement } from '../syntax/script.ts';
import type { Span } from '../syntax/tree/base.ts';

/**
 * The statements that touch a range (UTF-16 units; ends included), in order. They are looked for by halving: a feature
 * that is asked about what is on the screen must not walk the whole script.
 */
export function statementsWithin<Placed extends PlacedStatement>(
  statements: readonly Placed[],
  range: Span,
): Placed[] {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = statements[middle];
    if (placed !== undefined && placed.offset + placed.statement.text.length < range.start) low = middle + 1;
    else high = middle;
  }
  const found: Placed[] = [];
  for (let i = low; i < statements.length; i++) {
    const placed = statements[i];
    if (placed === undefined || placed.offset > range.end) break;
    found.push(placed);
  }
  return found;
}

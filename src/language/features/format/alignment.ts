import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { StatementNode } from '../../syntax/tree/statements.ts';
import { displayWidth } from './displayWidth.ts';

/** A column's name longer than this does not move the types of all others to the right. */
const LONGEST_NAME = 40;

/**
 * Blanks before the types of a table's columns (by index of the type's first token), so that these stand below each
 * other; of a computed column, before its AS.
 */
export function typeAlignment(tokens: Tokens, node: StatementNode): ReadonlyMap<number, number> {
  const blanks = new Map<number, number>();
  if (node.kind !== 'createTable') return blanks;
  const names = node.columns.map(({ name }) => ({
    end: name.end,
    width: displayWidth(tokens.text.slice(name.start, name.end)),
  }));
  const widest = names.reduce((most, { width }) => (width > LONGEST_NAME ? most : Math.max(most, width)), 0);
  let index = 0;
  for (const { end, width } of names) {
    while ((tokens.ends[index] ?? Infinity) < end) index++;
    blanks.set(index + 1, Math.max(1, widest - width + 1));
  }
  return blanks;
}

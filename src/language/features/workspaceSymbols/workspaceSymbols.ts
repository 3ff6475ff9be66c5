import { declarationOf } from '../../analysis/declarations.ts';
import type { Script } from '../../syntax/script.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { fuzzyScore } from './fuzzy.ts';

/** A name of one script that is worth finding from another. Offsets in UTF-16 units. */
export interface WorkspaceSymbol extends Span {
  readonly name: string;
  /** `insert`: the sink an INSERT writes, at the name of the INSERT. */
  readonly kind: 'table' | 'view' | 'function' | 'insert';
}

/** Tables, views, functions, and the sinks written, in the order of the text. Needs no analysis. */
export function workspaceSymbols(script: Script): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const { offset, statement } of script.statements) {
    const { node } = statement;
    const declaration = declarationOf(statement);
    if (declaration !== undefined) {
      const { kind, name, place } = declaration;
      found.push({ kind, name, start: offset + place.start, end: offset + place.end });
    } else if (node?.kind === 'insert') {
      const { start, end } = node.target;
      found.push({ kind: 'insert', name: nameText(node.target), start: offset + start, end: offset + end });
    }
  }
  return found;
}

/**
 * The things whose name matches what a person typed, best first, `limit` at most. Of equals the order stays.
 * @param nameOf the name of one of them
 */
export function bestMatches<Item>(
  items: Iterable<Item>,
  typed: string,
  nameOf: (item: Item) => string,
  limit: number,
): Item[] {
  const scored: { item: Item; score: number }[] = [];
  for (const item of items) {
    const score = fuzzyScore(typed, nameOf(item));
    if (score !== undefined) scored.push({ item, score });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

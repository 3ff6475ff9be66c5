import type { Column, StatementModel } from '../../analysis/model.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { selectedColumns } from './transformations.ts';

/** The items of its select lists that bring each column of a statement. Offsets count from the statement's start. */
export function selectItemsOf(model: StatementModel): ReadonlyMap<Column, Span> {
  const items = new Map<Column, Span>();
  for (const use of model.selects) for (const [column, item] of selectedColumns(use)) items.set(column, item);
  return items;
}

/** Where the outermost select lists bring a column: one place per side of a UNION. */
export function writtenAt(root: Column, items: ReadonlyMap<Column, Span>): Span[] {
  const found = new Set<Span>();
  const seen = new Set<Column>();
  const open = [root];
  for (let column = open.pop(); column !== undefined; column = open.pop()) {
    if (seen.has(column)) continue;
    seen.add(column);
    const item = items.get(column);
    if (item === undefined) for (const below of column.sources.toReversed()) open.push(below);
    else found.add(item);
  }
  return [...found];
}

import type { AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column, Reference } from '../../analysis/model.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { transformationsOf } from './transformations.ts';
import { UnknownNames } from './unknownNames.ts';

/** What decides which rows there are, and how they are grouped. */
export interface Condition extends Span {
  readonly kind: 'filter' | 'join' | 'group';
  /** The columns it reads; none when it reads only such as nobody knows of. */
  readonly columns: readonly Column[];
}

/** The conditions of one statement. Offsets count from the statement's start. */
export function conditionsOf(item: AnalyzedStatement): Condition[] {
  const { model } = item;
  if (model === undefined) return [];
  const { names } = transformationsOf(model, item);
  const found: Condition[] = [];
  const unknown = new UnknownNames(model);
  const reads = model.references.filter(isColumnRead).sort((a, b) => a.start - b.start);
  const add = (kind: Condition['kind'], items: readonly AnyNode[]): void => {
    const [first] = items;
    if (first === undefined) return;
    const { start } = first;
    const end = items.at(-1)?.end ?? first.end;
    const columns = new Set<Column>();
    for (let i = firstFrom(reads, start); i < reads.length; i++) {
      const read = reads[i];
      if (read === undefined || read.start > end) break;
      if (read.end <= end) columns.add(read.target);
    }
    for (const column of names.within({ start, end })) columns.add(column);
    if (columns.size === 0 && items.every(each => unknown.readBy(each).length === 0)) return;
    found.push({ kind, start, end, columns: [...columns] });
  };
  for (const { select } of model.selects) {
    if (select.where !== undefined) add('filter', [select.where]);
    if (select.having !== undefined) add('filter', [select.having]);
    add('group', select.groupBy);
  }
  for (const { join } of model.joins) {
    if (join.on !== undefined) add('join', [join.on]);
    add('join', join.using);
  }
  return found;
}

type ColumnRead = Reference & { readonly target: Column };

const isColumnRead = (reference: Reference): reference is ColumnRead => reference.target.kind === 'column';

/** The index of the first that begins at an offset or behind it. */
function firstFrom(reads: readonly ColumnRead[], offset: number): number {
  let low = 0;
  let high = reads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reads[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

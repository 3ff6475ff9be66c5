import type { AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column } from '../../analysis/model.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { UnknownNames } from './unknownNames.ts';

/** What decides which rows there are, and how they are grouped. */
export interface Condition extends Span {
  readonly kind: 'filter' | 'join' | 'group';
  /** The columns it reads; none when it reads only such as nobody knows of. */
  readonly columns: readonly Column[];
}

/** The conditions of one statement. Offsets count from the statement's start. */
export function conditionsOf({ model }: AnalyzedStatement): Condition[] {
  if (model === undefined) return [];
  const found: Condition[] = [];
  const unknown = new UnknownNames(model);
  const add = (kind: Condition['kind'], items: readonly AnyNode[]): void => {
    const start = items[0]?.start ?? 0;
    const end = items.at(-1)?.end ?? 0;
    const columns = new Set<Column>();
    for (const { target, ...place } of model.references)
      if (target.kind === 'column' && place.start >= start && place.end <= end) columns.add(target);
    if (columns.size === 0 && !items.some(item => unknown.areReadBy(item))) return;
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

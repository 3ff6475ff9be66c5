import type { AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column } from '../../analysis/model.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { GroupItem } from '../../syntax/tree/queries.ts';

/** What decides which rows there are, and how they are grouped. */
export interface Condition extends Span {
  readonly kind: 'filter' | 'join' | 'group';
  /** The columns it reads. */
  readonly columns: readonly Column[];
}

/** The conditions of one statement. Offsets count from the statement's start. */
export function conditionsOf({ model }: AnalyzedStatement): Condition[] {
  if (model === undefined) return [];
  const found: Condition[] = [];
  const add = (kind: Condition['kind'], span: Span | undefined): void => {
    if (span === undefined) return;
    const columns = new Set<Column>();
    for (const { target, start, end } of model.references)
      if (target.kind === 'column' && start >= span.start && end <= span.end) columns.add(target);
    if (columns.size > 0) found.push({ kind, start: span.start, end: span.end, columns: [...columns] });
  };
  for (const { select } of model.selects) {
    add('filter', select.where);
    add('filter', select.having);
    add('group', around(select.groupBy));
  }
  for (const { join } of model.joins) {
    add('join', join.on);
    add('join', around(join.using));
  }
  return found;
}

function around(items: readonly (GroupItem | Span)[]): Span | undefined {
  const [first] = items;
  const last = items.at(-1);
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

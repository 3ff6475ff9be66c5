import type { Expression } from '../../../syntax/tree/expressions.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Column, Scope, ScopeItem } from '../../model.ts';
import type { Check } from '../check.ts';
import { columnReads } from '../columnReads.ts';
import type { ColumnReads } from '../columnReads.ts';

export const rowTimeJoin: Check = {
  id: 'row-time-join',
  severity: 'warning',
  title: { en: 'Row time taken through a regular join', zh: '事件时间属性经过了普通双流 Join' },
  explain: {
    en: 'A regular join of two streams cannot have a row time among the columns it reads: “Rowtime attributes must not be in the input rows of a regular join”. CAST it to TIMESTAMP in a view or sub-query before the join, or bound it on both sides in ON, which makes an interval join.',
    zh: '普通双流 Join 的输入中不能含有事件时间属性（rowtime）：“Rowtime attributes must not be in the input rows of a regular join”。请在 Join 之前的视图或子查询中用 CAST 将其转换为 TIMESTAMP，或在 ON 中限定时间上下界，使其成为区间 Join。',
  },
  bad: "CREATE TABLE a (id INT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');\nCREATE TABLE b (id INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a.id, a.ts FROM a JOIN b ON a.id = b.id;",
  good: "CREATE TABLE a (id INT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');\nCREATE TABLE b (id INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT c.id, c.ts FROM (SELECT id, CAST(ts AS TIMESTAMP) AS ts FROM a) c JOIN b ON c.id = b.id;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    const reads = columnReads(model);
    for (const { select, scope } of model.selects) {
      // Times compared in WHERE may make it a join of intervals.
      if (scope.time !== 'lost') continue;
      const rowTimes = rowTimesOf(scope.items);
      if (rowTimes.size === 0 || reading(select.where, reads, scope, rowTimes).length > 0) continue;
      for (const { start, end, column } of select.items.flatMap(item =>
        reading(item.expression, reads, scope, rowTimes),
      ))
        report({
          start,
          end,
          message: {
            en: `'${column.name}' is a row time, and this join cannot read it. CAST it to TIMESTAMP in a view or sub-query before the join.`,
            zh: `“${column.name}”是事件时间属性（rowtime），该 Join 不能读取它。请在 Join 之前的视图或子查询中用 CAST 转换为 TIMESTAMP。`,
          },
        });
    }
  },
};

interface Read {
  readonly start: number;
  readonly end: number;
  readonly column: Column;
}

function rowTimesOf(items: readonly ScopeItem[]): ReadonlySet<Column> {
  const found = new Set<Column>();
  for (const relation of new Set(items.map(item => item.relation)))
    for (const column of relation.columns) if (column.time === 'row') found.add(column);
  return found;
}

/** The row times of the joined tables an expression reads; `*` reads all. */
function reading(
  root: Expression | undefined,
  reads: ColumnReads,
  scope: Scope,
  rowTimes: ReadonlySet<Column>,
): Read[] {
  const found: Read[] = [];
  if (root === undefined) return found;
  walk(root, node => {
    if (node.kind === 'subquery') return false;
    const { start, end } = node;
    const column = isStar(node) ? starred(node, scope) : node.kind === 'name' ? reads.get(end) : undefined;
    if (column !== undefined && rowTimes.has(column)) found.push({ start, end, column });
    return true;
  });
  return found;
}

const isStar = (node: AnyNode): boolean => node.kind === 'star' || ('star' in node && node.star === true);

/** The first row time `*` or `t.*` stands for. */
function starred(node: AnyNode, scope: Scope): Column | undefined {
  const { parts } = node as Partial<Extract<Expression, { kind: 'name' }>>;
  const owner = parts?.[0]?.name.toLowerCase();
  return scope.items
    .filter(({ name }) => owner === undefined || name?.toLowerCase() === owner)
    .flatMap(({ relation }) => relation.columns)
    .find(({ time }) => time === 'row');
}

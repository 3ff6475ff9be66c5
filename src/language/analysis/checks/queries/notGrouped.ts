import { builtIn } from '../../../catalog/functions.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { GroupItem, Select } from '../../../syntax/tree/queries.ts';
import { childrenOf } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import { rootOf } from '../../lookup.ts';
import { hasAggregate } from '../../resolve/select.ts';
import { columnReads } from '../columnReads.ts';
import type { ColumnReads } from '../columnReads.ts';
import type { Check } from '../check.ts';

export const notGrouped: Check = {
  id: 'not-grouped',
  severity: 'error',
  title: { en: 'Column is not grouped', zh: '列未参与分组' },
  explain: {
    en: 'With GROUP BY, HAVING or an aggregate, every column of the select list and of HAVING must be grouped or stand in an aggregate (SQL-00120009).',
    zh: '有 GROUP BY、HAVING 或聚合函数时，SELECT 列表和 HAVING 中的列必须参与分组或位于聚合函数中（SQL-00120009）。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a, b, COUNT(*) AS c FROM t GROUP BY a;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a, MAX(b) AS b, COUNT(*) AS c FROM t GROUP BY a;",
  statement({ model, statement, report }) {
    if (model === undefined || model.broken) return;
    const columns = columnReads(model);
    for (const { select } of model.selects) {
      const { having } = select;
      const isAggregate =
        select.grouped || having !== undefined || select.items.some(item => hasAggregate(item.expression));
      if (!isAggregate) continue;
      const grouped = groupedBy(select, statement.text, columns);
      const expressions = select.items.map(item => item.expression);
      if (having !== undefined) expressions.push(having);
      for (const expression of expressions) {
        for (const name of bareNames(expression, grouped, statement.text, columns)) {
          const text = statement.text.slice(name.start, name.end);
          report({
            start: name.start,
            end: name.end,
            message: {
              en: `'${text}' is neither in GROUP BY nor inside an aggregate.`,
              zh: `“${text}”既不在 GROUP BY 中，也不在聚合函数中。`,
            },
          });
        }
      }
    }
  },
};

interface Grouped {
  readonly columns: ReadonlySet<unknown>;
  readonly texts: ReadonlySet<string>;
}

/** The text without blanks and case: the same expression written twice. */
const bare = (text: string): string => text.replace(/[\s`]/g, '').toLowerCase();

function groupedBy(select: Select, text: string, columns: ColumnReads): Grouped {
  const found = { columns: new Set<unknown>(), texts: new Set<string>() };
  const open: GroupItem[] = [...select.groupBy];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (item.kind === 'groupingSet' || item.kind === 'row') open.push(...item.items);
    else {
      found.texts.add(bare(text.slice(item.start, item.end)));
      const column = item.kind === 'name' ? columns.get(item.end) : undefined;
      if (column !== undefined) found.columns.add(rootOf(column));
    }
  }
  return found;
}

/** Column names outside of aggregates and of grouped expressions, as far as they are resolved. */
function bareNames(root: Expression, grouped: Grouped, text: string, columns: ColumnReads): AnyNode[] {
  const found: AnyNode[] = [];
  const open: AnyNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (grouped.texts.has(bare(text.slice(node.start, node.end))) || node.kind === 'subquery') continue;
    if (node.kind === 'name') {
      const column = columns.get(node.end);
      if (column !== undefined && !grouped.columns.has(rootOf(column))) found.push(node);
      continue;
    }
    if (isCall(node) && coversColumns(node)) continue;
    if (node.kind === 'operation' && 'operator' in node && node.operator === '.') {
      const [first] = childrenOf(node);
      if (first !== undefined) open.push(first);
    } else open.push(...childrenOf(node));
  }
  return found;
}

type Call = Extract<Expression, { kind: 'call' }>;
const isCall = (node: AnyNode): node is Call => node.kind === 'call';

/** Aggregates, windows and functions that may be aggregates of the user's own. */
function coversColumns(call: Call): boolean {
  if (call.over !== undefined) return true;
  const found = builtIn(call.name);
  return (
    found === undefined ||
    found.kind === 'aggregate' ||
    found.kind === 'window' ||
    /^(?:TUMBLE|HOP|SESSION)_/i.test(call.name)
  );
}

import { builtIn } from '../../../catalog/functions.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Span } from '../../../syntax/tree/base.ts';
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
      const expressions = select.items.map(item => item.expression);
      if (having !== undefined) expressions.push(having);
      // Where there is nothing but a HAVING it is the HAVING that is wrong: the check `having` says so.
      if (!select.grouped && !expressions.some(hasAggregate)) continue;
      const grouped = groupedBy(select, statement.text, columns);
      const isGrouped = sameTextAs(grouped.texts, statement.text);
      for (const expression of expressions) {
        for (const name of bareNames(expression, grouped.columns, isGrouped, columns)) {
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

/**
 * Whether a part of the text is one of the grouped expressions. A long sum has as many parts as terms, each nearly as
 * long as the sum: only parts with as many letters as a grouped expression are compared.
 */
function sameTextAs(texts: ReadonlySet<string>, text: string): (part: Span) => boolean {
  if (texts.size === 0) return () => false;
  const lengths = new Set(Array.from(texts, item => item.length));
  const letters = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++)
    letters[i + 1] = (letters[i] ?? 0) + (/[\s`]/.test(text.charAt(i)) ? 0 : 1);
  return ({ start, end }) =>
    lengths.has((letters[end] ?? 0) - (letters[start] ?? 0)) && texts.has(bare(text.slice(start, end)));
}

function groupedBy(select: Select, text: string, columns: ColumnReads): Grouped {
  const found = { columns: new Set<unknown>(), texts: new Set<string>() };
  const open: GroupItem[] = [...select.groupBy];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (item.kind === 'groupingSet' || item.kind === 'row') for (const below of item.items) open.push(below);
    else {
      found.texts.add(bare(text.slice(item.start, item.end)));
      if (item.kind !== 'name') continue;
      const column = columns.get(item.end);
      if (column !== undefined) found.columns.add(rootOf(column));
      else addAliased(select, text.slice(item.start, item.end), found, text, columns);
    }
  }
  return found;
}

/** An alias groups nothing, but `group-by-alias` says so: what it stands for is meant to be grouped. */
function addAliased(
  { items }: Select,
  alias: string,
  found: { readonly columns: Set<unknown>; readonly texts: Set<string> },
  text: string,
  columns: ColumnReads,
): void {
  const name = bare(alias);
  const expression = items.find(item => item.alias?.name.toLowerCase() === name)?.expression;
  if (expression === undefined) return;
  found.texts.add(bare(text.slice(expression.start, expression.end)));
  const column = expression.kind === 'name' ? columns.get(expression.end) : undefined;
  if (column !== undefined) found.columns.add(rootOf(column));
}

/** Column names outside of aggregates and of grouped expressions, as far as they are resolved. */
function bareNames(
  root: Expression,
  grouped: ReadonlySet<unknown>,
  isGrouped: (part: Span) => boolean,
  columns: ColumnReads,
): AnyNode[] {
  const found: AnyNode[] = [];
  const open: AnyNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'subquery' || isGrouped(node)) continue;
    if (node.kind === 'name') {
      const column = columns.get(node.end);
      if (column !== undefined && !grouped.has(rootOf(column))) found.push(node);
      continue;
    }
    if (isCall(node) && coversColumns(node)) continue;
    if (node.kind === 'operation' && 'operator' in node && node.operator === '.') {
      const [first] = childrenOf(node);
      if (first !== undefined) open.push(first);
    } else for (const child of childrenOf(node)) open.push(child);
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

import type { QueryBody, Select } from '../../../syntax/tree/queries.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Check } from '../check.ts';

export const duplicateColumn: Check = {
  id: 'duplicate-column',
  severity: 'warning',
  title: { en: 'Two columns of a view have the same name', zh: '视图中有重名的列' },
  explain: {
    en: 'When a view or a sub-query gives two columns of the same name, the planner calls the second a0: who reads the name gets the first, or is told that it is ambiguous. Give it an alias.',
    zh: '视图或子查询中有两个同名的列时，优化器会把第二个改名为 a0：使用该名称的查询只能取到第一个，或提示列名有歧义。请为其取别名。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a, b AS a FROM t;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a, b FROM t;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    const named = new Set<AnyNode>();
    if (model.node.kind === 'createView' && model.node.columns.length === 0)
      addSelect(named, model.node.query.body);
    walk(model.node, node => {
      if (isNamed(node)) addSelect(named, node.query.body);
      return true;
    });
    for (const { select } of model.selects) {
      if (!named.has(select)) continue;
      const seen = new Set<string>();
      for (const { expression, alias } of select.items) {
        const name =
          alias ?? (expression.kind === 'name' && !expression.star ? expression.parts.at(-1) : undefined);
        if (name === undefined) continue;
        const key = name.name.toLowerCase();
        if (seen.has(key))
          report({
            start: name.start,
            end: name.end,
            message: {
              en: `There is a column '${name.name}' before this one. Give this one another name.`,
              zh: `前面已有名为“${name.name}”的列，请另取名称。`,
            },
          });
        seen.add(key);
      }
    }
  },
};

/** Sub-queries and items of WITH whose columns have the names of their select list. */
function isNamed(node: AnyNode): node is AnyNode & { query: { body: QueryBody } } {
  if (node.kind !== 'derivedTable' && node.kind !== 'withItem') return false;
  const list = 'columns' in node ? node.columns : 'columnAliases' in node ? node.columnAliases : [];
  return 'query' in node && Array.isArray(list) && list.length === 0;
}

/** The SELECT that names the columns of a query: of a union the first. */
function addSelect(into: Set<AnyNode>, root: QueryBody): void {
  let body = root;
  while (body.kind === 'query' || body.kind === 'setOperation')
    body = body.kind === 'query' ? body.body : body.left;
  if (body.kind === 'select') into.add(body satisfies Select);
}

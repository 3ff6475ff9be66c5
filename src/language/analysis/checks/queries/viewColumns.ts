import type { Check } from '../check.ts';

export const viewColumns: Check = {
  id: 'view-columns',
  severity: 'error',
  title: { en: 'Column list of a view does not fit', zh: '视图的列清单与查询不符' },
  explain: {
    en: 'The list behind the view name must name as many columns as the query gives (SQL-00020002).',
    zh: '视图名后的列清单必须与查询结果的列数相同（SQL-00020002）。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v (x) AS SELECT a, b FROM t;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v (x, y) AS SELECT a, b FROM t;",
  statement({ model, report }) {
    if (model?.node.kind !== 'createView' || model.output === undefined || model.broken) return;
    const { columns, name } = model.node;
    const given = model.output.columns.length;
    if (columns.length === 0 || model.output.open || columns.length === given) return;
    report({
      start: columns[0]?.start ?? name.start,
      end: columns.at(-1)?.end ?? name.end,
      message: {
        en: `The view names ${columns.length} columns, its query gives ${given}.`,
        zh: `视图列出了 ${columns.length} 列，而查询结果有 ${given} 列。`,
      },
    });
  },
};

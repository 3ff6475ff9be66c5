import { hasAggregate } from '../../resolve/select.ts';
import type { Check } from '../check.ts';

export const having: Check = {
  id: 'having',
  severity: 'warning',
  title: { en: 'HAVING without groups', zh: '没有分组的 HAVING' },
  explain: {
    en: 'HAVING filters groups. Without GROUP BY and without an aggregate there are none, and all rows become a single group: a condition on rows belongs into WHERE.',
    zh: 'HAVING 用于过滤分组。既没有 GROUP BY 也没有聚合函数时，全部数据会成为一个分组：针对行的条件应写在 WHERE 中。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT 1 AS x FROM t HAVING 1 < 2;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t GROUP BY a HAVING COUNT(*) > 1;",
  statement({ model, statement, report }) {
    if (model === undefined || model.broken) return;
    for (const { select } of model.selects) {
      const condition = select.having;
      if (condition === undefined || select.grouped || hasAggregate(condition)) continue;
      if (select.items.some(item => hasAggregate(item.expression))) continue;
      const { start, end } = condition;
      const word = /HAVING\s*$/i.exec(statement.text.slice(0, start));
      report({
        start,
        end,
        message: {
          en: 'HAVING filters groups, and this query has none. Write the condition into WHERE.',
          zh: 'HAVING 用于过滤分组，而该查询没有分组。请把条件写到 WHERE 中。',
        },
        ...(word === null || select.where !== undefined
          ? {}
          : {
              fixes: [
                {
                  title: { en: 'Write WHERE', zh: '改为 WHERE' },
                  edits: [{ start: word.index, end: word.index + 'HAVING'.length, text: 'WHERE' }],
                  preferred: true,
                },
              ],
            }),
      });
    }
  },
};

import type { Expression } from '../../../syntax/tree/expressions.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import { hasAggregate } from '../../resolve/select.ts';
import type { Check } from '../check.ts';

export const having: Check = {
  id: 'having',
  severity: 'error',
  title: { en: 'HAVING without groups', zh: '没有分组的 HAVING' },
  explain: {
    en: 'HAVING filters groups. Without GROUP BY and without an aggregate there are none: all rows become a single group, and no column may be read (SQL-00120009). A condition on rows belongs into WHERE. A warning only where no column is read.',
    zh: 'HAVING 用于过滤分组。既没有 GROUP BY 也没有聚合函数时，全部数据会成为一个分组，不能再读取任何列（SQL-00120009）。针对行的条件应写在 WHERE 中。没有读取列时仅为警告。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t HAVING a > 1;",
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
        ...([...select.items.map(item => item.expression), condition].some(readsColumn)
          ? {}
          : { atMost: 'warning' }),
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

function readsColumn(root: Expression): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'name' || node.kind === 'star') found = true;
    return !found && node.kind !== 'subquery';
  });
  return found;
}

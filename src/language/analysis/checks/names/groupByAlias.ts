import type { StatementModel } from '../../model.ts';
import type { Check } from '../check.ts';
import { certainFaults } from '../faults.ts';
import { fix } from '../text.ts';

export const groupByAlias: Check = {
  id: 'group-by-alias',
  severity: 'warning',
  title: { en: 'Alias in GROUP BY', zh: 'GROUP BY 中使用了别名' },
  explain: {
    en: 'GROUP BY takes expressions of the tables read, not names the select list gives. Repeat the expression, or put the query into a view.',
    zh: 'GROUP BY 只能使用所读表上的表达式，不能使用 SELECT 列表中的别名。请重复写出表达式，或改用视图。',
  },
  bad: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT UPPER(a) AS u, COUNT(*) AS c FROM t GROUP BY u;",
  good: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT UPPER(a) AS u, COUNT(*) AS c FROM t GROUP BY UPPER(a);",
  statement({ model, statement, report }) {
    for (const fault of certainFaults(model)) {
      if (fault.kind !== 'unknownColumn' || fault.isAlias !== true) continue;
      const { name, start, end } = fault;
      const expression = model === undefined ? undefined : aliased(model, name, start);
      const text =
        expression === undefined ? undefined : statement.text.slice(expression.start, expression.end);
      report({
        start,
        end,
        message: {
          en: `'${name}' is an alias of the select list; GROUP BY needs the expression itself.`,
          zh: `“${name}”是 SELECT 列表中的别名，GROUP BY 需要写出表达式本身。`,
        },
        ...(text === undefined
          ? {}
          : { fixes: [fix({ en: 'Write the expression', zh: '写出表达式' }, fault, text)] }),
      });
    }
  },
};

/** What the alias stands for, in the query whose GROUP BY holds the offset. */
function aliased(
  model: StatementModel,
  name: string,
  offset: number,
): { start: number; end: number } | undefined {
  for (const { select } of model.selects) {
    if (!select.groupBy.some(item => item.start <= offset && offset < item.end)) continue;
    return select.items.find(item => item.alias?.name.toLowerCase() === name.toLowerCase())?.expression;
  }
  return undefined;
}

import { isKnown } from '../../types.ts';
import type { Column, StatementModel } from '../../model.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Check } from '../check.ts';
import { columnReads } from '../columnReads.ts';
import { rootOf } from '../../lookup.ts';
import { boundsOf, rowNumbers } from './rowNumbers.ts';

export const rankOrder: Check = {
  id: 'rank-order',
  severity: 'warning',
  title: { en: 'Row number in an order that decides nothing', zh: '行号的排序或分组不当' },
  explain: {
    en: 'ROW_NUMBER picks rows by its ORDER BY: ordered by a column of its PARTITION BY, all rows are equal and any may be picked. A de-duplication (rownum = 1) is cheap when it is ordered by a time attribute alone; ordered by anything else it is a TopN, which keeps more state and takes back what it has given. Without PARTITION BY one task does all the work.',
    zh: 'ROW_NUMBER 按 ORDER BY 选取数据：若按 PARTITION BY 的列排序，所有行都相同，选中哪一行并不确定。去重（rownum = 1）只按时间属性排序时开销小；按其他列排序则按 TopN 计算，状态更大，且会产生回撤。没有 PARTITION BY 时由单个并发完成全部计算。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY a) AS n FROM t) WHERE n <= 3;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t) WHERE n <= 3;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const number of rowNumbers(model)) {
      const { window, call } = number;
      const groups = window.partitionBy.map(item => columnOf(model, item));
      for (const { expression, start, end } of window.orderBy) {
        const column = columnOf(model, expression);
        if (expression.kind !== 'literal' && (column === undefined || !groups.includes(column))) continue;
        report({
          start,
          end,
          message: {
            en: 'All rows of a group are equal in this: the order decides nothing. Order by another column.',
            zh: '同一分组内该值都相同，排序不起作用。请按其他列排序。',
          },
        });
      }
      if (window.partitionBy.length === 0)
        report({
          start: call.start,
          end: call.end,
          message: {
            en: 'Without PARTITION BY a single task numbers all rows.',
            zh: '没有 PARTITION BY，全部数据由单个并发编号。',
          },
          atMost: 'hint',
        });
      const [first, second] = window.orderBy;
      if (first === undefined || !isFirstOnly(boundsOf(number))) continue;
      const isTime = model.times.has(first.expression);
      const type = model.types.get(first.expression);
      if ((isTime && second === undefined) || (!isTime && (type === undefined || !isKnown(type)))) continue;
      report({
        start: first.start,
        end: (second ?? first).end,
        message: {
          en: 'De-duplication is cheap when it is ordered by a time attribute alone; in this order it is a TopN that takes rows back.',
          zh: '只按时间属性排序的去重开销小；按此排序则为会产生回撤的 TopN。',
        },
        atMost: 'hint',
      });
    }
  },
};

/** Whether only the row with number 1 is kept. */
const isFirstOnly = (bounds: ReturnType<typeof boundsOf>): boolean =>
  bounds.some(({ operator, limit }) => (operator === '<' ? limit === 2 : limit === 1));

/** The column an expression is, through whatever hands it on. */
function columnOf(model: StatementModel, expression: Expression): Column | undefined {
  const column = expression.kind === 'name' ? columnReads(model).get(expression.end) : undefined;
  const root = column === undefined ? undefined : rootOf(column);
  return root?.kind === 'column' ? root : undefined;
}

import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import type { Select } from '../../../syntax/tree/queries.ts';
import type { StatementModel } from '../../model.ts';
import type { Check } from '../check.ts';
import { boundsOf, conjuncts, innermost, isRowNumber, mentions, rowNumbers } from './rowNumbers.ts';
import type { RowNumber } from './rowNumbers.ts';

export const rankFilter: Check = {
  id: 'rank-filter',
  severity: 'warning',
  title: { en: 'Row number limited in a way that does not work', zh: '行号的限制条件无效' },
  explain: {
    en: 'Row numbers begin with 1. The planner makes a TopN or a de-duplication of `rownum <= N`, `rownum < N` or `rownum = 1` only when that condition stands by itself in WHERE or is joined to others by AND; under OR, NOT, CASE or in a calculation it does not see it.',
    zh: '行号从 1 开始。只有当 `rownum <= N`、`rownum < N` 或 `rownum = 1` 单独出现在 WHERE 中，或用 AND 与其他条件连接时，优化器才会识别为 TopN 或去重；放在 OR、NOT、CASE 或运算中则无法识别。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t) WHERE n <= 0;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t) WHERE n <= 10;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const number of rowNumbers(model)) {
      const { name } = number;
      const bounds = boundsOf(number);
      for (const { node, operator, limit } of bounds) {
        const isEmpty = operator === '<' ? limit <= 1 : limit < 1;
        if (isEmpty || !Number.isInteger(limit))
          report({
            start: node.start,
            end: node.end,
            message: isEmpty
              ? {
                  en: `No row has such a number: '${name}' begins with 1.`,
                  zh: `“${name}”从 1 开始，没有满足该条件的行。`,
                }
              : { en: `'${name}' is a whole number.`, zh: `“${name}”是整数。` },
          });
      }
      const hidden = bounds.length === 0 ? hiddenBound(number) : undefined;
      if (hidden !== undefined)
        report({
          start: hidden.start,
          end: hidden.end,
          message: {
            en: `The planner does not see this limit of '${name}': put ${name} <= N into WHERE by itself, joined to other conditions by AND.`,
            zh: `优化器无法识别“${name}”的这一限制：请把 ${name} <= N 单独写在 WHERE 中，并用 AND 与其他条件连接。`,
          },
          atMost: 'information',
        });
    }
    if (model.node.kind !== 'insert') return;
    const select = innermost(model.node.query);
    for (const item of select?.items ?? []) {
      const { expression } = item;
      if (!isRowNumber(expression) || expression.over?.kind !== 'windowSpec') continue;
      const [first] = expression.over.orderBy;
      if (first === undefined || model.times.has(first.expression)) continue;
      report({
        start: item.start,
        end: item.end,
        message: {
          en: 'Nothing limits this row number: put the query into FROM, and limit it by WHERE … <= N.',
          zh: '没有限制该行号：请把该查询作为子查询放到 FROM 中，并用 WHERE … <= N 限制。',
        },
      });
    }
    const view = select === undefined ? undefined : unlimitedView(model, select);
    if (view !== undefined)
      report({
        start: view.start,
        end: view.end,
        message: {
          en: `The view numbers its rows, and nothing limits '${view.name}': add WHERE ${view.name} <= N.`,
          zh: `该视图为数据编号，但没有限制“${view.name}”：请加上 WHERE ${view.name} <= N。`,
        },
        // Ordered by time it may be meant as it is.
        atMost: 'information',
      });
  },
};

/** A condition that may bound the number, but where the planner does not look. */
const hiddenBound = ({ outer, name }: RowNumber): Expression | undefined =>
  conjuncts(outer.where).find(
    condition =>
      condition.kind === 'operation' &&
      (condition.operator === 'OR' || condition.operator === 'NOT') &&
      mentions(condition, name),
  );

/** The view an INSERT reads, when it numbers rows and no condition mentions the number; `name` is the number's. */
function unlimitedView(
  { tables }: StatementModel,
  { from, where }: Select,
): (Span & { name: string }) | undefined {
  if (from?.kind !== 'tableReference') return undefined;
  const view = tables.find(({ node }) => node === from)?.entity?.node;
  if (view?.kind !== 'createView' || view.columns.length > 0) return undefined;
  const item = innermost(view.query)?.items.find(({ expression }) => isRowNumber(expression));
  const name = item?.alias?.name;
  if (name === undefined || (where !== undefined && mentions(where, name))) return undefined;
  return { start: from.name.start, end: from.name.end, name };
}

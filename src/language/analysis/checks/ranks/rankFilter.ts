import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { StatementNode } from '../../../syntax/tree/statements.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Check } from '../check.ts';
import { boundsOf, conjuncts, isRowNumber, mentions, rowNumbers } from './rowNumbers.ts';
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
    for (const item of insertItems(model.node)) {
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

/** The select list of an INSERT: whose rows nothing limits any more. */
function insertItems(node: AnyNode): readonly { start: number; end: number; expression: Expression }[] {
  if (node.kind !== 'insert') return [];
  const { query } = node as Extract<StatementNode, { kind: 'insert' }>;
  return query.body.kind === 'select' ? query.body.items : [];
}

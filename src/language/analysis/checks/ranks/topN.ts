import type { Operation } from '../../../syntax/tree/expressions.ts';
import type { Select } from '../../../syntax/tree/queries.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Check } from '../check.ts';
import { isNamed, isRowNumber, mentions } from './rowNumbers.ts';

export const topN: Check = {
  id: 'top-n',
  severity: 'warning',
  title: { en: 'Row number without a limit', zh: '行号没有上限' },
  explain: {
    en: 'ROW_NUMBER in a stream is for TopN and de-duplication: the query around it must limit it by `rownum <= N`, `rownum < N` or `rownum = 1`, in a form the planner sees. Otherwise there is no plan, or every row is renumbered for ever.',
    zh: '流上的 ROW_NUMBER 用于 TopN 和去重：外层查询必须以 `rownum <= N`、`rownum < N` 或 `rownum = 1` 限制它，且优化器能够识别。否则无法生成计划，或者每行都要不断重新编号。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t) WHERE n > 3;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t) WHERE n <= 3;",
  statement({ model, report }) {
    if (model?.broken === true) return;
    for (const { select } of model?.selects ?? []) {
      const inner = select.from?.kind === 'derivedTable' ? select.from.query.body : undefined;
      if (inner?.kind !== 'select') continue;
      const number = inner.items.find(
        item =>
          isRowNumber(item.expression) && item.expression.over !== undefined && item.alias !== undefined,
      );
      const name = number?.alias?.name;
      if (number === undefined || name === undefined || isLimited(select, name)) continue;
      report({
        start: number.start,
        end: number.end,
        message: {
          en: `Nothing limits '${name}': add a condition such as ${name} <= 10 to the WHERE of the query around it.`,
          zh: `没有限制“${name}”：请在外层查询的 WHERE 中加上类似 ${name} <= 10 的条件。`,
        },
      });
    }
  },
};

const UPPER = new Set(['<', '<=', '=']);
const LOWER = new Set(['>', '>=', '=']);

/** Whether a condition of WHERE bounds the number from above; conditions too clever to read are trusted. */
function isLimited({ where }: Select, name: string): boolean {
  if (where === undefined) return false;
  let limited = false;
  walk(where, node => {
    if (!isOperation(node)) return true;
    const [left, right] = node.operands;
    if (
      left !== undefined &&
      isNamed(left, name) &&
      (UPPER.has(node.operator) || /^(?:IN|BETWEEN)/.test(node.operator))
    )
      limited = true;
    if (right !== undefined && isNamed(right, name) && LOWER.has(node.operator)) limited = true;
    const plain = [left, right].some(item => item !== undefined && isNamed(item, name));
    if (!plain && !['AND', 'OR', 'NOT'].includes(node.operator) && mentions(node, name)) limited = true;
    return !limited;
  });
  return limited;
}

const isOperation = (node: AnyNode): node is Operation => node.kind === 'operation';

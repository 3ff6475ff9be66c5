import { familyOf, typeText } from '../../types.ts';
import type { Family, SqlType } from '../../types.ts';
import type { Check } from '../check.ts';
import { isSure } from './sure.ts';

export const comparisonType: Check = {
  id: 'comparison-type',
  severity: 'error',
  title: { en: 'Comparison of types that do not go together', zh: '比较了不相容的类型' },
  explain: {
    en: "Numbers, truth values, times, intervals, rows and collections are compared with their like only (“Cannot apply '=' to arguments of type …”, SQL-00120007). Texts are not reported: the planner converts them. Where the type of a side is not sure, it is a warning.",
    zh: "数值、布尔值、时间、时间间隔、行和集合只能与同类比较（“Cannot apply '=' to arguments of type …”，SQL-00120007）。字符串由优化器转换，不报告。任一侧的类型不确定时为警告。",
  },
  bad: "CREATE TABLE t (a BOOLEAN, b BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a = 1;",
  good: "CREATE TABLE t (a BOOLEAN, b BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a = TRUE;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const { operation, types } of model.operations) {
      if (!COMPARISON.test(operation.operator)) continue;
      const [left] = types;
      const index = types.findIndex((type, i) => i > 0 && left !== undefined && clash(left, type));
      const right = types[index];
      if (left === undefined || right === undefined) continue;
      const { start, end, operator, operands } = operation;
      const sure = [operands[0], operands[index]].every(item => item !== undefined && isSure(model, item));
      const [a, b] = [typeText(left), typeText(right)];
      report({
        start,
        end,
        message: {
          en: `${operator} cannot compare ${a} with ${b}. CAST one of them.`,
          zh: `${operator} 不能比较 ${a} 与 ${b}，请用 CAST 转换其中一个。`,
        },
        ...(sure ? {} : { atMost: 'warning' }),
      });
    }
  },
};

const COMPARISON =
  /^(?:=|<>|<=?|>=?|(?:NOT )?(?:BETWEEN(?: SYMMETRIC| ASYMMETRIC)?|IN)|IS (?:NOT )?DISTINCT FROM)$/;

/** What each kind cannot be compared with for certain; of any other pair nothing is said. */
const CLASHES: Readonly<Partial<Record<Family, readonly Family[]>>> = {
  boolean: ['number', 'date', 'time', 'timestamp', 'interval', 'binary', 'collection'],
  number: ['boolean', 'date', 'time', 'timestamp', 'interval', 'binary', 'collection'],
  date: ['boolean', 'number', 'interval', 'binary', 'collection'],
  time: ['boolean', 'number', 'interval', 'binary', 'collection'],
  timestamp: ['boolean', 'number', 'interval', 'binary', 'collection'],
  interval: ['boolean', 'number', 'date', 'time', 'timestamp', 'binary', 'collection'],
  collection: ['boolean', 'number', 'date', 'time', 'timestamp', 'interval', 'text', 'binary'],
};

function clash(a: SqlType, b: SqlType): boolean {
  const [left, right] = [familyOf(a), familyOf(b)];
  if (a.name === 'ROW') return right !== 'unknown';
  if (b.name === 'ROW') return left !== 'unknown';
  return CLASHES[left]?.includes(right) === true;
}

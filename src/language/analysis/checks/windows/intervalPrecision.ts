import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Literal } from '../../../syntax/tree/expressions.ts';
import type { Check } from '../check.ts';

export const intervalPrecision: Check = {
  id: 'interval-precision',
  severity: 'error',
  title: { en: 'Interval with too many digits', zh: '时间间隔位数过多' },
  explain: {
    en: "The first number of an interval has two digits at most unless its precision is written: INTERVAL '100' MINUTE(3).",
    zh: "时间间隔的首个数字默认最多两位，更多位须写明精度：INTERVAL '100' MINUTE(3)。",
  },
  bad: "CREATE TABLE t (ts TIMESTAMP) WITH (type = 'random');\nCREATE VIEW v AS SELECT ts + INTERVAL '100' MINUTE AS x FROM t;",
  good: "CREATE TABLE t (ts TIMESTAMP) WITH (type = 'random');\nCREATE VIEW v AS SELECT ts + INTERVAL '100' MINUTE(3) AS x FROM t;",
  statement({ model, statement, report }) {
    if (model === undefined) return;
    walk(model.node, node => {
      if (!isInterval(node)) return true;
      const text = statement.text.slice(node.start, node.end);
      const match = /^INTERVAL\s*[+-]?\s*'\s*[+-]?(\d+)[^']*'\s*([A-Z]+)\s*(\(\s*(\d+))?/i.exec(text);
      const digits = match?.[1]?.length ?? 0;
      const unit = match?.[2]?.toUpperCase() ?? '';
      const allowed = Number(match?.[4] ?? 2);
      if (digits <= allowed) return false;
      const at = node.start + (match?.[0].length ?? 0);
      report({
        start: node.start,
        end: node.end,
        message: {
          en: `${match?.[1] ?? ''} has ${digits} digits, ${unit} takes ${allowed}. Write ${unit}(${digits}).`,
          zh: `${match?.[1] ?? ''} 有 ${digits} 位，而 ${unit} 只允许 ${allowed} 位。请写成 ${unit}(${digits})。`,
        },
        ...(match?.[3] === undefined
          ? {
              fixes: [
                {
                  title: { en: `Write ${unit}(${digits})`, zh: `写成 ${unit}(${digits})` },
                  edits: [{ start: at, end: at, text: `(${digits})` }],
                  preferred: true,
                },
              ],
            }
          : {}),
      });
      return false;
    });
  },
};

const isInterval = (node: AnyNode): node is Literal =>
  node.kind === 'literal' && 'type' in node && node.type === 'interval';

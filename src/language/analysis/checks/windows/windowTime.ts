import { typeText } from '../../types.ts';
import type { Check } from '../check.ts';
import { isKnown } from '../../types.ts';

const GROUPING = new Set(['TUMBLE', 'HOP', 'SESSION']);

export const windowTime: Check = {
  id: 'window-time',
  severity: 'error',
  title: { en: 'Window on a column that is no time attribute', zh: '窗口所用的列不是时间属性' },
  explain: {
    en: 'TUMBLE, HOP and SESSION need a time attribute: a column with a WATERMARK, or one declared AS PROCTIME(). GROUP BY, a join of two streams and CAST lose it; a window hands it on by TUMBLE_ROWTIME and the like.',
    zh: 'TUMBLE、HOP、SESSION 需要时间属性：定义了 WATERMARK 的列，或声明为 AS PROCTIME() 的列。GROUP BY、双流 Join 和 CAST 会使其丢失；窗口可用 TUMBLE_ROWTIME 等函数继续传递。',
  },
  bad: "CREATE TABLE t (a INT, ts TIMESTAMP) WITH (type = 'random');\nCREATE VIEW v AS SELECT COUNT(*) AS c FROM t GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);",
  good: "CREATE TABLE t (a INT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 1000)) WITH (type = 'random');\nCREATE VIEW v AS SELECT COUNT(*) AS c FROM t GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const { call, clause, types } of model.calls) {
      if (!GROUPING.has(call.name.toUpperCase()) || clause !== 'groupBy') continue;
      const [time] = call.args;
      const [type] = types;
      if (time === undefined || type === undefined || !isKnown(type)) continue;
      if (model.times.has(time) || (time.kind !== 'name' && time.kind !== 'cast')) continue;
      const word = call.name.toUpperCase();
      const message =
        type.name === 'TIMESTAMP'
          ? {
              en: `${word} needs a time attribute, and this TIMESTAMP is none here: its table has no WATERMARK for it, or a GROUP BY, join or CAST lost it.`,
              zh: `${word} 需要时间属性，而此处的 TIMESTAMP 不是：源表没有为它定义 WATERMARK，或已在 GROUP BY、Join、CAST 中丢失。`,
            }
          : {
              en: `${word} needs a time attribute, not ${typeText(type)}. Compute a TIMESTAMP column in CREATE TABLE and give it a WATERMARK.`,
              zh: `${word} 需要时间属性，而不是 ${typeText(type)}。请在 CREATE TABLE 中计算 TIMESTAMP 列并为其定义 WATERMARK。`,
            };
      report({ start: time.start, end: time.end, message });
    }
  },
};

import type { Check } from '../check.ts';

export const windowTable: Check = {
  id: 'window-table',
  severity: 'error',
  title: { en: 'Window as a table function', zh: '把窗口写成了表值函数' },
  explain: {
    en: "TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), …)) is Apache Flink SQL. Blink SQL has windows in GROUP BY only: GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE).",
    zh: "TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), …)) 是 Apache Flink SQL 的写法。Blink SQL 的窗口只能写在 GROUP BY 中：GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE)。",
  },
  bad: "CREATE TABLE t (a INT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');\nCREATE VIEW v AS SELECT w.c FROM t, LATERAL TABLE(TUMBLE(ts, INTERVAL '1' MINUTE)) AS w (c);",
  good: "CREATE TABLE t (a INT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');\nCREATE VIEW v AS SELECT COUNT(*) AS c FROM t GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const { items } of model.scopes)
      for (const { node } of items) {
        if (node.kind !== 'tableFunction') continue;
        const { name, nameSpan } = node.call;
        const word = name.toUpperCase();
        const use = model.calls.find(item => item.call === node.call);
        const isOwn =
          use?.builtIn === undefined && !model.faults.some(fault => fault.start === nameSpan.start);
        if (isOwn || (use?.builtIn?.kind !== 'window' && word !== 'CUMULATE')) continue;
        report({
          start: nameSpan.start,
          end: nameSpan.end,
          message: {
            en: `Blink SQL has no ${word} in FROM. Group by a window: GROUP BY TUMBLE(time, size), HOP(time, slide, size) or SESSION(time, gap).`,
            zh: `Blink SQL 的 FROM 中不能使用 ${word}。请按窗口分组：GROUP BY TUMBLE(时间, 大小)、HOP(时间, 步长, 大小) 或 SESSION(时间, 间隔)。`,
          },
        });
      }
  },
};

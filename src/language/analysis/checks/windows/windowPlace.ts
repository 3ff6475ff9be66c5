import { hasWindow, isAuxiliary, sameArguments, windowOf, windowsOf } from '../windowCalls.ts';
import type { Check } from '../check.ts';

export const windowPlace: Check = {
  id: 'window-place',
  severity: 'error',
  title: { en: 'Window function out of place', zh: '窗口函数位置不当' },
  explain: {
    en: 'TUMBLE, HOP and SESSION stand in GROUP BY only. TUMBLE_START and the like need the same window, with exactly the same arguments, in the GROUP BY of their own query.',
    zh: 'TUMBLE、HOP、SESSION 只能写在 GROUP BY 中。TUMBLE_START 等函数要求本查询的 GROUP BY 中有参数完全相同的窗口。',
  },
  bad: "CREATE TABLE t (ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');\nCREATE VIEW v AS SELECT TUMBLE_START(ts, INTERVAL '5' MINUTE) AS s FROM t GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);",
  good: "CREATE TABLE t (ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');\nCREATE VIEW v AS SELECT TUMBLE_START(ts, INTERVAL '1' MINUTE) AS s FROM t GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);",
  statement({ model, statement, report }) {
    if (model === undefined || model.broken) return;
    for (const { call, builtIn, clause, select } of model.calls) {
      if (builtIn?.kind !== 'window' || select === undefined) continue;
      const { start, end } = call;
      const word = builtIn.name;
      if (!isAuxiliary(word)) {
        if (clause === 'groupBy') continue;
        report({
          start,
          end,
          message: {
            en: `${word} stands in GROUP BY only. Select ${word}_START or ${word}_END instead.`,
            zh: `${word} 只能写在 GROUP BY 中。SELECT 中请使用 ${word}_START 或 ${word}_END。`,
          },
        });
        continue;
      }
      const window = windowOf(word);
      const windows = windowsOf(select).filter(item => item.name.toUpperCase() === window);
      if (windows.some(item => sameArguments(item, call, statement.text))) continue;
      const [only] = windows;
      // A cascade: the window groups by the attribute an inner window gave, all within one GROUP BY.
      if (clause === 'groupBy' && !hasWindow(select, window)) continue;
      const message =
        only === undefined
          ? {
              en: `${word} needs ${window}(…) in the GROUP BY of this query.`,
              zh: `${word} 要求本查询的 GROUP BY 中有 ${window}(…)。`,
            }
          : {
              en: `${word} needs exactly the arguments ${window} has in GROUP BY.`,
              zh: `${word} 的参数必须与 GROUP BY 中 ${window} 的参数完全相同。`,
            };
      const [first] = only?.args ?? [];
      const last = only?.args.at(-1);
      const own = call.args;
      const [ownFirst] = own;
      const ownLast = own.at(-1);
      const fixable =
        windows.length === 1 &&
        first !== undefined &&
        last !== undefined &&
        ownFirst !== undefined &&
        ownLast !== undefined;
      report({
        start,
        end,
        message,
        ...(fixable
          ? {
              fixes: [
                {
                  title: { en: 'Take the arguments of GROUP BY', zh: '使用 GROUP BY 中的参数' },
                  edits: [
                    {
                      start: ownFirst.start,
                      end: ownLast.end,
                      text: statement.text.slice(first.start, last.end),
                    },
                  ],
                  preferred: true,
                },
              ],
            }
          : {}),
      });
    }
  },
};

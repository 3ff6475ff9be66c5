import type { Check } from '../check.ts';

const NEEDED = new Set(['ROW_NUMBER', 'RANK', 'DENSE_RANK', 'LEAD', 'LAG']);

export const overNeeded: Check = {
  id: 'over-needed',
  severity: 'error',
  title: { en: 'OVER or its ORDER BY is missing', zh: '缺少 OVER 或其中的 ORDER BY' },
  explain: {
    en: 'ROW_NUMBER and the like need OVER (… ORDER BY …): without an order there is no number to give (SQL-00040002).',
    zh: 'ROW_NUMBER 等函数必须写 OVER (… ORDER BY …)，没有排序就无法编号（SQL-00040002）。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a) AS n FROM t) WHERE n <= 3;",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM t) WHERE n <= 3;",
  statement({ model, report }) {
    for (const { call, builtIn } of model?.calls ?? []) {
      if (builtIn?.kind !== 'over' || !NEEDED.has(builtIn.name)) continue;
      const { over } = call;
      if (over?.kind === 'identifier' || (over?.base !== undefined && over.orderBy.length === 0)) continue;
      if (over !== undefined && over.orderBy.length > 0) continue;
      report({
        start: call.start,
        end: call.end,
        message: {
          en: `${builtIn.name} needs OVER (… ORDER BY …).`,
          zh: `${builtIn.name} 必须带 OVER (… ORDER BY …)。`,
        },
      });
    }
  },
};

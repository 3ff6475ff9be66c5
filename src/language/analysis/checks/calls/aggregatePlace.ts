import type { Check } from '../check.ts';

const PLACES: ReadonlyMap<string, string> = new Map([
  ['where', 'WHERE'],
  ['on', 'ON'],
  ['groupBy', 'GROUP BY'],
]);

export const aggregatePlace: Check = {
  id: 'aggregate-place',
  severity: 'error',
  title: { en: 'Aggregate where there are no groups', zh: '此处不能使用聚合函数' },
  explain: {
    en: 'Aggregates cannot stand in WHERE, ON or GROUP BY: groups do not exist yet there. Use HAVING, or a view.',
    zh: '聚合函数不能出现在 WHERE、ON 或 GROUP BY 中，此时还没有分组。请使用 HAVING 或视图。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE COUNT(*) > 1 GROUP BY a;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t GROUP BY a HAVING COUNT(*) > 1;",
  statement({ model, report }) {
    for (const { call, builtIn, clause } of model?.calls ?? []) {
      const place = PLACES.get(clause);
      if (builtIn?.kind !== 'aggregate' || place === undefined || call.over !== undefined) continue;
      report({
        start: call.start,
        end: call.end,
        message: {
          en: `${builtIn.name} cannot stand in ${place}. ${place === 'WHERE' ? 'Put the condition into HAVING.' : 'Compute it in a view first.'}`,
          zh: `${place} 中不能使用 ${builtIn.name}。${place === 'WHERE' ? '请把条件放到 HAVING。' : '请先在视图中计算。'}`,
        },
      });
    }
  },
};

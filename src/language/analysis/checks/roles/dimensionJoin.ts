import type { Check } from '../check.ts';

export const dimensionJoin: Check = {
  id: 'dimension-join',
  severity: 'error',
  title: { en: 'Join a dimension table cannot do', zh: '维表不支持的关联方式' },
  explain: {
    en: 'A dimension table stands on the right of an INNER or LEFT JOIN (SQL-00050005), and is declared with PERIOD FOR SYSTEM_TIME.',
    zh: '维表只能位于 INNER JOIN 或 LEFT JOIN 的右侧（SQL-00050005），并且声明时带 PERIOD FOR SYSTEM_TIME。',
  },
  bad: "CREATE TABLE s (id INT) WITH (type = 'random');\nCREATE TABLE d (id INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'u', password = '${p}');\nCREATE VIEW v AS SELECT s.id FROM s FULL JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON s.id = d.id;",
  good: "CREATE TABLE s (id INT) WITH (type = 'random');\nCREATE TABLE d (id INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'u', password = '${p}');\nCREATE VIEW v AS SELECT s.id FROM s LEFT JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON s.id = d.id;",
  statement({ model, report }) {
    for (const { join, right } of model?.joins ?? []) {
      const { node } = right;
      if (node.kind !== 'tableReference' || node.systemTime === undefined) continue;
      if (join.type !== 'RIGHT' && join.type !== 'FULL') continue;
      report({
        start: node.name.start,
        end: node.name.end,
        message: {
          en: `A dimension table takes part in INNER and LEFT JOIN only, not in ${join.type} JOIN.`,
          zh: `维表只支持 INNER JOIN 和 LEFT JOIN，不支持 ${join.type} JOIN。`,
        },
      });
    }
    for (const { node, entity, dimension, first } of model?.tables ?? []) {
      if (!dimension) continue;
      const { start, end } = node.name;
      if (first)
        report({
          start,
          end,
          message: {
            en: 'A query cannot begin with a dimension table. Put the stream first.',
            zh: '查询不能从维表开始，请把流放在前面。',
          },
        });
      else if (entity?.node?.kind === 'createTable' && entity.node.period === undefined)
        report({
          start,
          end,
          message: {
            en: `'${entity.name}' is joined as a dimension, but declared without PERIOD FOR SYSTEM_TIME.`,
            zh: `“${entity.name}”被用作维表，但声明中没有 PERIOD FOR SYSTEM_TIME。`,
          },
          atMost: 'information',
        });
    }
  },
};

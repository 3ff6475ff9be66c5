import type { Check } from '../check.ts';

export const dimensionRead: Check = {
  id: 'dimension-read',
  severity: 'error',
  title: { en: 'Dimension table without FOR SYSTEM_TIME', zh: '维表缺少 FOR SYSTEM_TIME' },
  explain: {
    en: 'A table declared with PERIOD FOR SYSTEM_TIME is looked up row by row. It is joined by JOIN d FOR SYSTEM_TIME AS OF PROCTIME() and never read as a stream.',
    zh: '声明了 PERIOD FOR SYSTEM_TIME 的表按行查询，须以 JOIN d FOR SYSTEM_TIME AS OF PROCTIME() 关联，不能作为流读取。',
  },
  bad: "CREATE TABLE s (id INT) WITH (type = 'random');\nCREATE TABLE d (id INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'u', password = '${p}');\nCREATE VIEW v AS SELECT s.id FROM s JOIN d ON s.id = d.id;",
  good: "CREATE TABLE s (id INT) WITH (type = 'random');\nCREATE TABLE d (id INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'u', password = '${p}');\nCREATE VIEW v AS SELECT s.id FROM s JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON s.id = d.id;",
  statement({ model, report }) {
    for (const { entity, node, dimension, first } of model?.tables ?? []) {
      if (dimension || entity?.node?.kind !== 'createTable' || entity.node.period === undefined) continue;
      const { start, end } = node.name;
      const clause = ' FOR SYSTEM_TIME AS OF PROCTIME()';
      report({
        start,
        end,
        message: first
          ? {
              en: `'${entity.name}' is a dimension table: a query cannot begin with it. Join it to a stream.`,
              zh: `“${entity.name}”是维表，查询不能从维表开始，请把它关联到流上。`,
            }
          : {
              en: `'${entity.name}' is a dimension table: write${clause} behind its name.`,
              zh: `“${entity.name}”是维表，请在表名后写上${clause}。`,
            },
        ...(first
          ? {}
          : {
              fixes: [
                {
                  title: { en: `Add${clause}`, zh: `添加${clause}` },
                  edits: [{ start: end, end, text: clause }],
                  preferred: true,
                },
              ],
            }),
      });
    }
  },
};

import type { Check } from '../check.ts';
import { isKnown } from '../../types.ts';

export const systemTime: Check = {
  id: 'system-time',
  severity: 'warning',
  title: { en: 'FOR SYSTEM_TIME AS OF out of place', zh: 'FOR SYSTEM_TIME AS OF 用法不当' },
  explain: {
    en: 'FOR SYSTEM_TIME AS OF looks up the rows of a dimension table as they are now: it stands behind a table with a connector, never behind a view, and takes PROCTIME() or a processing-time column of the stream.',
    zh: 'FOR SYSTEM_TIME AS OF 按当前时刻查询维表的数据：只能写在声明了连接器的表之后，不能用于视图；其后为 PROCTIME() 或流表的处理时间列。',
  },
  bad: "CREATE TABLE s (id INT) WITH (type = 'random');\nCREATE VIEW d AS SELECT id FROM s;\nCREATE VIEW v AS SELECT s.id FROM s JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON s.id = d.id;",
  good: "CREATE TABLE s (id INT) WITH (type = 'random');\nCREATE VIEW d AS SELECT id FROM s;\nCREATE VIEW v AS SELECT s.id FROM s JOIN d ON s.id = d.id;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const { node, entity } of model.tables) {
      const time = node.systemTime;
      if (time === undefined) continue;
      if (entity !== undefined && entity.kind !== 'table')
        report({
          start: node.name.start,
          end: node.name.end,
          message: {
            en: `'${entity.name}' is a view: FOR SYSTEM_TIME AS OF needs a dimension table, which can be looked up by its key.`,
            zh: `“${entity.name}”是视图，FOR SYSTEM_TIME AS OF 只能用于可按键查询的维表。`,
          },
        });
      const attribute = model.times.get(time);
      const isConstant = time.kind === 'literal';
      const type = model.types.get(time);
      const isOther = attribute === 'row' || (attribute === undefined && type !== undefined && isKnown(type));
      if (!isConstant && !isOther) continue;
      report({
        start: time.start,
        end: time.end,
        message: {
          en: 'A dimension table is looked up as it is now: write PROCTIME() here, or a processing-time column of the stream.',
          zh: '维表按当前时刻查询，此处应为 PROCTIME() 或流表的处理时间列。',
        },
        fixes: [
          {
            title: { en: 'Write PROCTIME()', zh: '改为 PROCTIME()' },
            edits: [{ start: time.start, end: time.end, text: 'PROCTIME()' }],
            preferred: true,
          },
        ],
      });
    }
  },
};

import { familyOf, typeText } from '../../types.ts';
import type { Check } from '../check.ts';
import { didYouMean, join } from '../text.ts';

export const watermarkColumn: Check = {
  id: 'watermark-column',
  severity: 'error',
  title: { en: 'Watermark on a column that cannot carry it', zh: 'WATERMARK 所用的列不合适' },
  explain: {
    en: 'The column of a WATERMARK must be a TIMESTAMP of the same table: a physical one, or one computed by TO_TIMESTAMP. Only the last WATERMARK of a table counts.',
    zh: 'WATERMARK 的列必须是同一张表的 TIMESTAMP 列：物理列，或由 TO_TIMESTAMP 计算的列。一张表只有最后一个 WATERMARK 生效。',
  },
  bad: "CREATE TABLE t (ts BIGINT, WATERMARK FOR ts AS withOffset(ts, 1000)) WITH (type = 'random');",
  good: "CREATE TABLE t (ms BIGINT, ts AS TO_TIMESTAMP(ms), WATERMARK FOR ts AS withOffset(ts, 1000)) WITH (type = 'random');",
  statement({ model, report }) {
    if (model?.node.kind !== 'createTable' || model.broken || model.declares?.kind !== 'table') return;
    const { watermarks } = model.node;
    const { relation } = model.declares;
    for (const { column } of watermarks) {
      const { start, end, name } = column;
      const found = relation.find(name, false);
      if (found === undefined) {
        const choices = relation.columns
          .filter(item => familyOf(item.type) === 'timestamp')
          .map(item => item.name);
        const { hint, fixes } = didYouMean(name, choices, column);
        const message = {
          en: `The table has no column '${name}' for the watermark.`,
          zh: `表中没有 WATERMARK 所用的列“${name}”。`,
        };
        report({ start, end, message: join(message, hint), fixes });
        continue;
      }
      const family = familyOf(found.type);
      if (family === 'timestamp' || family === 'unknown') continue;
      report({
        start,
        end,
        message: {
          en: `A watermark needs a TIMESTAMP, '${name}' is ${typeText(found.type)}. Add a column such as: rowtime AS TO_TIMESTAMP(${name}).`,
          zh: `WATERMARK 需要 TIMESTAMP 列，而“${name}”为 ${typeText(found.type)}。请增加计算列，例如：rowtime AS TO_TIMESTAMP(${name})。`,
        },
      });
    }
    for (const extra of watermarks.slice(0, -1)) {
      report({
        start: extra.start,
        end: extra.end,
        message: {
          en: 'Only the last WATERMARK of a table counts. Remove this one.',
          zh: '一张表只有最后一个 WATERMARK 生效，请删除此处。',
        },
        atMost: 'warning',
      });
    }
  },
};

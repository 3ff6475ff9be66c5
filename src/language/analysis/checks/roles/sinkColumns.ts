import type { Check } from '../check.ts';

export const sinkColumns: Check = {
  id: 'sink-columns',
  severity: 'error',
  title: { en: 'Sink with what only sources have', zh: '结果表含有源表专用的定义' },
  explain: {
    en: 'WATERMARK and PROCTIME() (SQL-00010010) and computed columns (SQL-00010011) are for sources only; so is HEADER. A table is a sink as soon as an INSERT writes it.',
    zh: 'WATERMARK 和 PROCTIME()（SQL-00010010）、计算列（SQL-00010011）以及 HEADER 只能用于源表。只要被 INSERT 写入，表就是结果表。',
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT, b AS a + 1) WITH (type = 'print');\nINSERT INTO o SELECT a, a FROM s;",
  good: "CREATE TABLE s (a INT, b AS a + 1) WITH (type = 'random');\nCREATE TABLE o (a INT, b INT) WITH (type = 'print');\nINSERT INTO o SELECT a, b FROM s;",
  statement({ model, usage, report }) {
    if (model?.node.kind !== 'createTable' || !usage.written) return;
    for (const { start, end } of model.node.watermarks)
      report({
        start,
        end,
        message: {
          en: 'A sink cannot have a WATERMARK. An INSERT writes this table.',
          zh: '结果表不能定义 WATERMARK，该表被 INSERT 写入。',
        },
      });
    for (const column of model.node.columns) {
      if (column.kind === 'computedColumn')
        report({
          start: column.start,
          end: column.end,
          message: {
            en: `A sink cannot have computed columns. Compute '${column.name.name}' in the query of the INSERT.`,
            zh: `结果表不能有计算列，请在 INSERT 的查询中计算“${column.name.name}”。`,
          },
        });
      else if (column.header)
        report({
          start: column.start,
          end: column.end,
          message: {
            en: 'HEADER columns are read from messages: they are for sources only.',
            zh: 'HEADER 列从消息头读取，只能用于源表。',
          },
          atMost: 'warning',
        });
    }
  },
};

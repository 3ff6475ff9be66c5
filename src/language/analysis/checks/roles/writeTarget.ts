import type { Check } from '../check.ts';

export const writeTarget: Check = {
  id: 'write-target',
  severity: 'error',
  title: { en: 'INSERT into something that is no sink', zh: 'INSERT 的目标不能写入' },
  explain: {
    en: 'An INSERT writes a table declared by CREATE TABLE: not a view, and not a dimension table (PERIOD FOR SYSTEM_TIME).',
    zh: 'INSERT 只能写入由 CREATE TABLE 声明的表，不能写入视图，也不能写入维表（PERIOD FOR SYSTEM_TIME）。',
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM s;\nINSERT INTO v SELECT a FROM s;",
  good: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM s;",
  statement({ model, report }) {
    const target = model?.insert?.target;
    const name = model?.insert?.node.target;
    if (target === undefined || name === undefined) return;
    const isDimension = target.node?.kind === 'createTable' && target.node.period !== undefined;
    if (target.kind === 'table' && !isDimension) return;
    const { start, end } = name;
    report({
      start,
      end,
      message: isDimension
        ? {
            en: `'${target.name}' is a dimension table (PERIOD FOR SYSTEM_TIME) and cannot be written.`,
            zh: `“${target.name}”是维表（PERIOD FOR SYSTEM_TIME），不能写入。`,
          }
        : {
            en: `'${target.name}' is a view and cannot be written.`,
            zh: `“${target.name}”是视图，不能写入。`,
          },
      ...(isDimension ? { atMost: 'warning' } : {}),
    });
  },
};

import type { Check } from '../check.ts';

export const viewOrder: Check = {
  id: 'view-order',
  severity: 'error',
  title: { en: 'View used above its declaration', zh: '视图在声明之前被使用' },
  explain: {
    en: 'Functions and tables may be declared anywhere in the script, but a view may read only views that stand above it.',
    zh: '函数和表可以在脚本任意位置声明，但视图只能使用写在它前面的视图。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v1 AS SELECT a FROM v2;\nCREATE VIEW v2 AS SELECT a FROM t;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v2 AS SELECT a FROM t;\nCREATE VIEW v1 AS SELECT a FROM v2;",
  statement({ model, script, report }) {
    if (model?.node.kind !== 'createView') return;
    for (const fault of model.faults) {
      if (fault.kind !== 'unknownTable' || !script.declaresTable(fault.name)) continue;
      const { name, start, end } = fault;
      report({
        start,
        end,
        message: {
          en: `View '${name}' is declared further below. Move its CREATE VIEW above this statement.`,
          zh: `视图“${name}”在后面才声明，请把它的 CREATE VIEW 移到本语句之前。`,
        },
      });
    }
  },
};

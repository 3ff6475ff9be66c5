import { usageOf } from '../../usage.ts';
import type { Check } from '../check.ts';

export const unused: Check = {
  id: 'unused',
  severity: 'hint',
  title: { en: 'Unused table, view or function', zh: '未使用的表、视图或函数' },
  explain: {
    en: 'Nothing in the script reads or writes it. It costs nothing at run time, but it can be left out.',
    zh: '脚本中没有语句使用它。它不影响运行，但可以删除。',
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nCREATE VIEW v AS SELECT a FROM s;\nINSERT INTO o SELECT a FROM s;",
  good: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nCREATE VIEW v AS SELECT a FROM s;\nINSERT INTO o SELECT a FROM v;",
  script({ analysis, usages, report }) {
    if (!analysis.statements.some(({ model }) => model?.insert !== undefined)) return;
    const isWhole = analysis.statements.every(({ model }) => model?.broken === false);
    if (!isWhole) return;
    for (const item of analysis.statements) {
      const entity = item.model?.declares;
      if (entity === undefined) continue;
      if (isUsed(usageOf(usages, entity))) continue;
      const { start, end } = entity.place;
      report(item, {
        start,
        end,
        message: {
          en: `Nothing in this script uses '${entity.name}'.`,
          zh: `脚本中没有使用“${entity.name}”。`,
        },
        unnecessary: true,
      });
    }
  },
};

const isUsed = (usage: { written: boolean; read: boolean; joined: boolean }): boolean =>
  usage.written || usage.read || usage.joined;

import type { Check } from '../check.ts';
import { certainFaults } from '../faults.ts';
import { join, suggest } from '../text.ts';

export const unknownTable: Check = {
  id: 'unknown-table',
  severity: 'error',
  title: { en: 'Unknown table or view', zh: '未知的表或视图' },
  explain: {
    en: 'Every table and view a statement reads or writes must be declared in the same script by CREATE TABLE or CREATE VIEW. Up to Blink 3.2 names also differ by case.',
    zh: '语句读写的每个表和视图都必须在同一脚本中用 CREATE TABLE 或 CREATE VIEW 声明。Blink 3.2 及以前名称区分大小写。',
  },
  bad: "CREATE TABLE orders (id BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT id FROM order_s;",
  good: "CREATE TABLE orders (id BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT id FROM orders;",
  statement({ model, script, report }) {
    for (const fault of certainFaults(model)) {
      if (fault.kind !== 'unknownTable' || script.declaresTable(fault.name)) continue;
      if (script.mayDeclare(fault.name)) continue;
      if (fault.name.toLowerCase() === 'console' && model?.insert !== undefined) continue;
      const { name, start, end } = fault;
      const { hint, fixes } = suggest(script.similarTables(name, fault.choices), fault);
      const message = {
        en: `Table or view '${name}' is not declared in this script.`,
        zh: `本脚本中没有声明表或视图“${name}”。`,
      };
      report({ start, end, message: join(message, hint), fixes });
    }
  },
};

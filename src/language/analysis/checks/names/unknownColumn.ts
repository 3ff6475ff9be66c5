import type { Check } from '../check.ts';
import { certainFaults } from '../faults.ts';
import { didYouMean, join } from '../text.ts';

export const unknownColumn: Check = {
  id: 'unknown-column',
  severity: 'error',
  title: { en: 'Unknown column', zh: '未知的列' },
  explain: {
    en: 'No table in the FROM clause has a column of this name. Where the columns of a table are not known, nothing is reported.',
    zh: 'FROM 子句中的表都没有该名称的列。列信息不明的表不会触发该检查。',
  },
  bad: "CREATE TABLE orders (id BIGINT, price DOUBLE) WITH (type = 'random');\nCREATE VIEW v AS SELECT prise FROM orders;",
  good: "CREATE TABLE orders (id BIGINT, price DOUBLE) WITH (type = 'random');\nCREATE VIEW v AS SELECT price FROM orders;",
  statement({ model, report }) {
    for (const fault of certainFaults(model)) {
      if (fault.kind !== 'unknownColumn' || fault.isAlias === true) continue;
      const { name, qualifier, start, end } = fault;
      const { hint, fixes } = didYouMean(name, fault.choices, fault);
      const message =
        qualifier === undefined
          ? {
              en: `Column '${name}' is in none of the tables read here.`,
              zh: `此处读取的表中都没有列“${name}”。`,
            }
          : { en: `'${qualifier}' has no column '${name}'.`, zh: `“${qualifier}”中没有列“${name}”。` };
      report({ start, end, message: join(message, hint), fixes });
    }
  },
};

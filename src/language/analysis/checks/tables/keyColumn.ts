import type { Check } from '../check.ts';
import { didYouMean, join } from '../text.ts';

const KEYS: ReadonlyMap<string, { en: string; zh: string }> = new Map([
  ['undefinedPrimaryKey', { en: 'PRIMARY KEY', zh: 'PRIMARY KEY' }],
  ['undefinedUniqueKey', { en: 'UNIQUE', zh: 'UNIQUE' }],
  ['undefinedIndexColumn', { en: 'INDEX', zh: 'INDEX' }],
  ['undefinedPartitionColumn', { en: 'PARTITIONED BY', zh: 'PARTITIONED BY' }],
]);

export const keyColumn: Check = {
  id: 'key-column',
  severity: 'error',
  title: { en: 'Key column that is not declared', zh: '键列未声明' },
  explain: {
    en: 'PRIMARY KEY, UNIQUE, INDEX and PARTITIONED BY name columns of the same table, with the same upper and lower case.',
    zh: 'PRIMARY KEY、UNIQUE、INDEX 和 PARTITIONED BY 中的列必须是本表的列，大小写也须一致。',
  },
  bad: "CREATE TABLE t (id INT, PRIMARY KEY (idd)) WITH (type = 'print');",
  good: "CREATE TABLE t (id INT, PRIMARY KEY (id)) WITH (type = 'print');",
  statement({ statement, model, report }) {
    if (model?.declares?.kind !== 'table') return;
    const choices = model.declares.relation.columns.map(item => item.name);
    for (const problem of statement.problems) {
      const key = KEYS.get(problem.id);
      const [name] = problem.args;
      if (key === undefined || name === undefined) continue;
      const { start, end } = problem;
      const { hint, fixes } = didYouMean(name, choices, problem);
      const message = {
        en: `${key.en} names '${name}', which is no column of this table.`,
        zh: `${key.zh} 中的“${name}”不是本表的列。`,
      };
      report({ start, end, message: join(message, hint), fixes, explains: problem });
    }
  },
};

import type { Check } from '../check.ts';
import { certainFaults } from '../faults.ts';
import { quoteName } from '../text.ts';

export const ambiguousColumn: Check = {
  id: 'ambiguous-column',
  severity: 'error',
  title: { en: 'Ambiguous column', zh: '列名有歧义' },
  explain: {
    en: 'Several tables of the FROM clause have a column of this name. Write the table or its alias before it.',
    zh: 'FROM 子句中有多个表含有该列。请在列名前写上表名或别名。',
  },
  bad: "CREATE TABLE a (id INT) WITH (type = 'random');\nCREATE TABLE b (id INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT id FROM a JOIN b ON a.id = b.id;",
  good: "CREATE TABLE a (id INT) WITH (type = 'random');\nCREATE TABLE b (id INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a.id FROM a JOIN b ON a.id = b.id;",
  statement({ model, report }) {
    for (const fault of certainFaults(model)) {
      if (fault.kind !== 'ambiguousColumn') continue;
      const { name, start, end, choices } = fault;
      report({
        start,
        end,
        message: {
          en: `Column '${name}' is ambiguous: it is in ${choices.join(', ')}. Write the table before it.`,
          zh: `列“${name}”有歧义：${choices.join('、')}中都有该列。请在前面写明表名。`,
        },
        fixes: choices.map(choice => ({
          title: { en: `Change to '${choice}.${name}'`, zh: `改为“${choice}.${name}”` },
          edits: [{ start, end: start, text: `${quoteName(choice)}.` }],
        })),
      });
    }
  },
};

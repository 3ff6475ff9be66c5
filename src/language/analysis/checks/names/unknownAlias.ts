import type { Check } from '../check.ts';
import { certainFaults } from '../faults.ts';
import { didYouMean, join } from '../text.ts';

export const unknownAlias: Check = {
  id: 'unknown-alias',
  severity: 'error',
  title: { en: 'Unknown table or alias before a dot', zh: '点号前的表名或别名未知' },
  explain: {
    en: 'What stands before the dot must be a table of this FROM clause. A table with an alias is known by its alias only.',
    zh: '点号前必须是本 FROM 子句中的表。有别名的表只能用别名引用。',
  },
  bad: "CREATE TABLE orders (id BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT orders.id FROM orders AS o;",
  good: "CREATE TABLE orders (id BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT o.id FROM orders AS o;",
  statement({ model, report }) {
    for (const fault of certainFaults(model)) {
      if (fault.kind !== 'unknownQualifier') continue;
      const { name, start, end } = fault;
      const near = didYouMean(name, fault.choices, fault);
      const [only] = fault.choices;
      const sole = fault.choices.length === 1 && only !== undefined ? only : undefined;
      const { hint, fixes } =
        near.fixes.length > 0 || sole === undefined
          ? near
          : {
              hint: { en: ` Here there is only '${sole}'.`, zh: `此处只有“${sole}”。` },
              fixes: [
                {
                  title: { en: `Change to '${sole}'`, zh: `改为“${sole}”` },
                  edits: [{ start, end, text: sole }],
                },
              ],
            };
      const message = {
        en: `'${name}' is no table or alias of this FROM clause.`,
        zh: `“${name}”不是该 FROM 子句中的表或别名。`,
      };
      report({ start, end, message: join(message, hint), fixes });
    }
  },
};

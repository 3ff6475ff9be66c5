import type { Check } from '../check.ts';
import { fix, quoted, quoteName } from '../text.ts';

export const nameCase: Check = {
  id: 'name-case',
  severity: 'hint',
  title: { en: 'Name written in another case', zh: '名称大小写不一致' },
  explain: {
    en: 'From Blink 3.3 on names are found whatever their case; up to 3.2 this name would not be found. Written alike it works in both.',
    zh: 'Blink 3.3 起名称不区分大小写，3.2 及以前则找不到该名称。写法一致时各版本都可用。',
  },
  bad: "CREATE TABLE orders (id BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT ID FROM orders;",
  good: "CREATE TABLE orders (id BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT id FROM orders;",
  statement({ model, statement, report }) {
    for (const { target, use, start, end } of model?.references ?? []) {
      if (use === 'declaration' || target.kind === 'function' || target.kind === 'builtIn') continue;
      const text = statement.text.slice(start, end);
      const written = text.replace(/^`|`$/g, '');
      const { name } = target;
      if (written === name || written.toLowerCase() !== name.toLowerCase()) continue;
      const right = text.startsWith('`') ? quoted(name) : quoteName(name);
      report({
        start,
        end,
        message: {
          en: `'${written}' is declared as '${name}'. Up to Blink 3.2 it would not be found.`,
          zh: `“${written}”声明时写作“${name}”，Blink 3.2 及以前会找不到。`,
        },
        fixes: [fix({ en: `Change to '${name}'`, zh: `改为“${name}”` }, { start, end }, right)],
      });
    }
  },
};

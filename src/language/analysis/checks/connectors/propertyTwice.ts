import type { Check } from '../check.ts';
import { nameText } from '../../../syntax/tree/base.ts';
import { tableFacts } from './facts.ts';

export const propertyTwice: Check = {
  id: 'property-twice',
  severity: 'warning',
  title: { en: 'Property given twice', zh: '属性重复' },
  explain: {
    en: 'Keys of WITH are compared without case; of two the last one counts.',
    zh: 'WITH 的属性名不区分大小写，重复时以最后一个为准。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random', type = 'print');",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');",
  statement(context) {
    const seen = new Set<string>();
    for (const property of tableFacts(context)?.properties ?? []) {
      const key = nameText(property.key).toLowerCase();
      if (seen.has(key)) {
        const { start, end } = property.key;
        context.report({
          start,
          end,
          message: { en: `'${key}' is given twice.`, zh: `“${key}”重复出现。` },
        });
      }
      seen.add(key);
    }
  },
};

import { propertiesByName } from '../../../catalog/connectors.ts';
import type { ConnectorProperty } from '../../../catalog/connectors.ts';
import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';
import { didYouMean, join } from '../text.ts';
import { isPlaceholderValue, keyOf, tableFacts } from './facts.ts';

export const propertyValue: Check = {
  id: 'property-value',
  severity: 'warning',
  title: { en: 'Value a property does not take', zh: '属性值不合适' },
  explain: {
    en: 'The manual lists the values of this property, or asks for a whole number.',
    zh: '手册列出了该属性允许的值，或要求为整数。',
  },
  bad: "CREATE TABLE t (a INT, PRIMARY KEY (a), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', password = '${p}', cache = 'LRUU');",
  good: "CREATE TABLE t (a INT, PRIMARY KEY (a), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', password = '${p}', cache = 'LRU');",
  statement(context) {
    const facts = tableFacts(context);
    const { connector } = facts ?? {};
    if (facts === undefined || connector === undefined) return;
    const known = propertiesByName(connector);
    for (const property of facts.properties) {
      const description = known.get(keyOf(property));
      const { value, start, end } = property.value;
      if (description === undefined || description.name === 'type' || isPlaceholderValue(value)) continue;
      if (takes(description, value)) continue;
      const choices = description.values;
      const { hint, fixes } = didYouMean(value, choices, property.value, name => `'${name}'`);
      const message =
        choices.length > 0
          ? {
              en: `${description.name} takes ${choices.join(', ')}.`,
              zh: `${description.name} 的取值为 ${choices.join('、')}。`,
            }
          : { en: `${description.name} takes a whole number.`, zh: `${description.name} 须为整数。` };
      context.report({
        start,
        end,
        message: join(message, hint),
        fixes,
        ...atMostFor(description.undocumented ? 'low' : connector.confidence),
      });
    }
  },
};

function takes({ values, type }: ConnectorProperty, value: string): boolean {
  const text = value.trim().toLowerCase();
  if (values.length > 0) return values.some(item => item.toLowerCase() === text || /[<{* ]/.test(item));
  return (type !== 'int' && type !== 'long') || /^-?\d+$/.test(text);
}

import { propertiesByName, propertiesOf } from '../../../catalog/connectors.ts';
import { nameText } from '../../../syntax/tree/base.ts';
import { editDistance } from '../../similar.ts';
import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';
import { didYouMean, join, quoteName } from '../text.ts';
import { keyOf, tableFacts } from './facts.ts';

export const propertyUnknown: Check = {
  id: 'property-unknown',
  severity: 'warning',
  title: { en: 'Unknown property', zh: '未知的属性' },
  explain: {
    en: 'The connector has no such key of WITH; it would be ignored. Where unknown keys are handed on (Kafka client settings), only a likely slip of the pen is reported.',
    zh: '该连接器没有这个 WITH 属性，它会被忽略。对会透传未知属性的连接器（如 Kafka 客户端参数），只提示疑似拼写错误。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random', intervall = '10');",
  good: "CREATE TABLE t (a INT) WITH (type = 'random', `interval` = '10');",
  statement(context) {
    const facts = tableFacts(context);
    const { connector } = facts ?? {};
    if (facts === undefined || connector === undefined) return;
    const keys = propertiesByName(connector);
    for (const property of facts.properties) {
      const key = keyOf(property);
      if (keys.has(key) || key === 'type' || key.includes('${')) continue;
      const known = propertiesOf(connector).map(item => item.name);
      if (connector.open && !known.some(name => editDistance(key, name, 2) <= slip(key))) continue;
      const { start, end } = property.key;
      const { hint, fixes } = didYouMean(key, known, property.key, quoteName);
      const message = {
        en: `'${connector.type}' has no property '${nameText(property.key)}'.`,
        zh: `“${connector.type}”没有属性“${nameText(property.key)}”。`,
      };
      context.report({
        start,
        end,
        message: join(message, hint),
        fixes,
        ...atMostFor(connector.open ? 'low' : connector.confidence),
      });
    }
  },
};

/** How many letters may differ for a key to be a slip of the pen. */
const slip = (key: string): number => (key.length < 6 ? 0 : key.length < 10 ? 1 : 2);

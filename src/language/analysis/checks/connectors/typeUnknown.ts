import { connectors } from '../../../catalog/connectors.ts';
import type { Check } from '../check.ts';
import { didYouMean, join } from '../text.ts';
import { isPlaceholderValue, tableFacts } from './facts.ts';

export const typeUnknown: Check = {
  id: 'connector-unknown',
  severity: 'warning',
  title: { en: 'Unknown connector', zh: '未知的连接器' },
  explain: {
    en: 'No connector of this type is known. Known are those of the manual and of the vendor library 3.2.1; the service may have others.',
    zh: '没有已知的连接器使用该 type。已知的连接器取自手册和厂商库 3.2.1，服务端可能还有其他连接器。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'datahubb');",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');",
  statement(context) {
    const facts = tableFacts(context);
    if (facts?.type === undefined || facts.connector !== undefined) return;
    const { value } = facts.type;
    if (isPlaceholderValue(value.value)) return;
    const choices = connectors().map(item => item.type);
    const { hint, fixes } = didYouMean(value.value, choices, value, name => `'${name}'`);
    const message = {
      en: `No connector '${value.value}' is known.`,
      zh: `没有已知的连接器“${value.value}”。`,
    };
    context.report({
      start: value.start,
      end: value.end,
      message: join(message, hint),
      fixes,
      // With no likely slip of the pen it may as well be a connector nobody described.
      ...(fixes.length > 0 ? {} : { atMost: 'information' as const }),
    });
  },
};

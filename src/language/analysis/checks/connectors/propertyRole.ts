import { propertiesByName } from '../../../catalog/connectors.ts';
import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';
import { keyOf, tableFacts } from './facts.ts';

const NAMES = {
  source: { en: 'source', zh: '源表' },
  sink: { en: 'sink', zh: '结果表' },
  dim: { en: 'dimension table', zh: '维表' },
} as const;

export const propertyRole: Check = {
  id: 'property-role',
  severity: 'information',
  title: { en: 'Property of another role', zh: '属性不适用于该用途' },
  explain: {
    en: 'The property belongs to tables used in another way, such as cache to dimension tables. It has no effect here.',
    zh: '该属性属于其他用途的表，例如 cache 属于维表，在此处不起作用。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', password = '${p}', cache = 'LRU');\nINSERT INTO o SELECT a FROM t;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', password = '${p}');\nINSERT INTO o SELECT a FROM t;",
  statement(context) {
    const facts = tableFacts(context);
    const { connector, role } = facts ?? {};
    if (facts === undefined || connector === undefined || role === undefined) return;
    const known = propertiesByName(connector);
    for (const property of facts.properties) {
      const description = known.get(keyOf(property));
      if (description === undefined || description.roles.includes(role)) continue;
      const roles = description.roles.map(item => NAMES[item]);
      context.report({
        start: property.start,
        end: property.end,
        message: {
          en: `${description.name} is a property of a ${roles.map(item => item.en).join(' or ')}; the script uses this table as a ${NAMES[role].en}.`,
          zh: `${description.name} 是${roles.map(item => item.zh).join('或')}的属性，而脚本把该表用作${NAMES[role].zh}。`,
        },
        ...atMostFor(description.undocumented ? 'low' : connector.confidence),
      });
    }
  },
};

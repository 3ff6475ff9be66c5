import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';
import { quoteName } from '../text.ts';
import { keyOf, tableFacts } from './facts.ts';

/** Keys nobody has to write when the job gets its rights from a role. */
const SECRETS = new Set(['accessid', 'accesskey', 'username', 'password']);

export const propertyMissing: Check = {
  id: 'property-missing',
  severity: 'warning',
  title: { en: 'Required property is missing', zh: '缺少必填属性' },
  explain: {
    en: 'The manual calls these keys of WITH required for the connector in the role the script gives the table.',
    zh: '手册要求该连接器在此用途下必须填写这些 WITH 属性。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'rds', url = 'jdbc:mysql://h:3306/d', userName = 'u', password = '${p}');\nCREATE TABLE s (a INT) WITH (type = 'random');\nINSERT INTO t SELECT a FROM s;",
  good: "CREATE TABLE t (a INT) WITH (type = 'rds', url = 'jdbc:mysql://h:3306/d', tableName = 't', userName = 'u', password = '${p}');\nCREATE TABLE s (a INT) WITH (type = 'random');\nINSERT INTO t SELECT a FROM s;",
  statement(context) {
    const facts = tableFacts(context);
    if (facts?.connector === undefined || facts.type === undefined || facts.role === undefined) return;
    const { connector, role, type } = facts;
    const given = new Set(facts.properties.map(keyOf));
    const missing = connector.properties.filter(
      item =>
        item.required === true &&
        item.roles.includes(role) &&
        item.default === undefined &&
        !given.has(item.name.toLowerCase()) &&
        !(given.has('rolearn') && SECRETS.has(item.name.toLowerCase())),
    );
    if (missing.length === 0) return;
    const names = missing.map(item => item.name);
    const { end } = type;
    context.report({
      start: type.start,
      end,
      message: {
        en: `'${connector.type}' requires ${names.join(', ')}.`,
        zh: `“${connector.type}”必须填写 ${names.join('、')}。`,
      },
      fixes: [
        {
          title: { en: `Add ${names.join(', ')}`, zh: `添加 ${names.join('、')}` },
          edits: [
            { start: end, end, text: missing.map(item => `,\n  ${quoteName(item.name)} = ''`).join('') },
          ],
          preferred: true,
        },
      ],
      // A table with nothing but its type is not written yet.
      ...(given.size === 1 ? { atMost: 'information' as const } : atMostFor(connector.confidence)),
    });
  },
};

import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';
import { tableFacts } from './facts.ts';

const NAMES = {
  source: { en: 'a source', zh: '源表' },
  sink: { en: 'a sink', zh: '结果表' },
  dim: { en: 'a dimension table', zh: '维表' },
} as const;

export const connectorRole: Check = {
  id: 'connector-role',
  severity: 'error',
  title: { en: 'Connector that cannot be used so', zh: '连接器不支持此用途' },
  explain: {
    en: "A table that is an INSERT target is a sink, one with PERIOD FOR SYSTEM_TIME a dimension table, any other a source. Not every connector can be all of them (CON-01000002: 'Rds' is not supported as a source table).",
    zh: '作为 INSERT 目标的表是结果表，带 PERIOD FOR SYSTEM_TIME 的是维表，其余为源表。并非每种连接器都支持所有用途（CON-01000002）。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'print');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM t;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM t;",
  statement(context) {
    const facts = tableFacts(context);
    if (facts?.connector === undefined || facts.type === undefined || facts.role === undefined) return;
    const { connector, role, type } = facts;
    if (connector.roles.includes(role)) return;
    const can = connector.roles.map(item => NAMES[item]);
    context.report({
      start: type.value.start,
      end: type.value.end,
      message: {
        en: `The script uses this table as ${NAMES[role].en}; '${connector.type}' can only be ${can.map(item => item.en).join(' or ')}.`,
        zh: `脚本把该表用作${NAMES[role].zh}，而“${connector.type}”只能作为${can.map(item => item.zh).join('或')}。`,
      },
      ...atMostFor(connector.confidence === 'high' ? 'medium' : 'low'),
    });
  },
};

import type { Check } from '../check.ts';
import { tableFacts } from './facts.ts';

export const typeMissing: Check = {
  id: 'connector-missing',
  severity: 'error',
  title: { en: 'Table without a connector', zh: '表没有指定连接器' },
  explain: {
    en: 'CREATE TABLE needs WITH (type = \'…\'): without it the job cannot be compiled ("The type of CREATE TABLE is null").',
    zh: "CREATE TABLE 必须带 WITH (type = '…')，否则作业无法编译（“The type of CREATE TABLE is null”）。",
  },
  bad: "CREATE TABLE t (a INT) WITH (topic = 'x');",
  good: "CREATE TABLE t (a INT) WITH (type = 'datahub', endPoint = 'x', project = 'x', topic = 'x', accessId = '${id}', accessKey = '${key}');",
  statement(context) {
    const facts = tableFacts(context);
    if (facts === undefined || facts.type !== undefined) return;
    const { start, end } = facts.node.properties ?? facts.node.name;
    // Other keys of choice belong to another dialect, which has a check of its own.
    if (facts.properties.some(item => item.key.parts[0]?.name.toLowerCase() === 'connector')) return;
    context.report({
      start,
      end: facts.node.properties === undefined ? end : Math.min(end, start + 4),
      message:
        facts.node.properties === undefined
          ? {
              en: "The table has no WITH clause. Add WITH (type = '…').",
              zh: "该表没有 WITH 子句，请加上 WITH (type = '…')。",
            }
          : {
              en: "The property 'type' is missing: it names the connector.",
              zh: '缺少指定连接器的属性 type。',
            },
    });
  },
};

import type { Check } from '../check.ts';

export const sinkRead: Check = {
  id: 'sink-read',
  severity: 'warning',
  title: { en: 'Sink that is read', zh: '读取了结果表' },
  explain: {
    en: 'A table an INSERT writes is a sink, and a sink is no source: declare the same data a second time, under another name, to read it.',
    zh: '被 INSERT 写入的表是结果表，不能再作为源表读取。需要读取时，请以另一个名称再声明一张表。',
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'datahub', endPoint = 'e', project = 'p', topic = 't', accessId = 'i', accessKey = '${k}');\nINSERT INTO o SELECT a FROM s;\nCREATE TABLE p (a INT) WITH (type = 'print');\nINSERT INTO p SELECT a FROM o;",
  good: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE p (a INT) WITH (type = 'print');\nINSERT INTO p SELECT a FROM s;",
  statement({ model, script, report }) {
    for (const { entity, node } of model?.tables ?? []) {
      if (entity?.kind !== 'table' || !script.usageOf(entity).written) continue;
      const { start, end } = node.name;
      report({
        start,
        end,
        message: {
          en: `'${entity.name}' is written by an INSERT of this script: it is a sink and cannot be read.`,
          zh: `“${entity.name}”被本脚本的 INSERT 写入，是结果表，不能读取。`,
        },
      });
    }
  },
};

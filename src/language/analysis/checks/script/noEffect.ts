import type { Check } from '../check.ts';
import { clientStatement } from '../dialect/clientStatements.ts';

export const noEffect: Check = {
  id: 'no-effect',
  severity: 'warning',
  title: { en: 'Statement without effect in a job', zh: '在作业中不起作用的语句' },
  explain: {
    en: 'A job consists of CREATE TABLE, VIEW and FUNCTION and of INSERT INTO. A SELECT runs in the preview only. Settings go into the job properties, not into SQL.',
    zh: '作业由 CREATE TABLE、VIEW、FUNCTION 和 INSERT INTO 组成。SELECT 只用于调试预览；设置应写在作业参数中，而不是 SQL 中。',
  },
  bad: 'SET parallelism = 4;',
  good: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM s;",
  statement({ statement, model, report }) {
    if (model?.broken !== false) return;
    const { node } = model;
    if (node.kind === 'queryStatement')
      report({
        start: node.start,
        end: Math.min(node.end, node.start + 6),
        message: {
          en: 'A job ignores this query: only INSERT INTO writes something. It runs in the preview alone.',
          zh: '作业会忽略该查询，只有 INSERT INTO 才会写出数据。它只用于调试预览。',
        },
        atMost: 'information',
      });
    else if (node.kind === 'otherStatement' && node.type !== 'ANALYZE TABLE') {
      const instead = clientStatement(statement.tokens)?.instead;
      report({
        start: node.start,
        end: node.end,
        message: {
          en: `A job refuses or ignores ${node.type}.${instead === undefined ? '' : ` ${instead.en}`}`,
          zh: `作业会拒绝或忽略 ${node.type}。${instead?.zh ?? ''}`,
        },
      });
    } else if (node.kind === 'insert' && node.upsert)
      report({
        start: node.start,
        end: node.start + 6,
        message: { en: 'Write INSERT INTO: UPSERT is refused.', zh: '请写 INSERT INTO，不支持 UPSERT。' },
      });
  },
};

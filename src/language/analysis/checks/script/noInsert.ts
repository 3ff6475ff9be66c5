import type { Check } from '../check.ts';

export const noInsert: Check = {
  id: 'no-insert',
  severity: 'information',
  title: { en: 'Script without INSERT', zh: '脚本中没有 INSERT' },
  explain: {
    en: 'A job must have at least one INSERT INTO; otherwise the service refuses it (SQL-00000001).',
    zh: '作业至少要有一条 INSERT INTO，否则服务会拒绝（SQL-00000001）。',
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');",
  good: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM s;",
  script({ analysis, report }) {
    const { statements } = analysis;
    const last = statements.at(-1);
    const hasTable = statements.some(({ model }) => model?.node.kind === 'createTable');
    const mayInsert = ({ statement, model }: (typeof statements)[number]): boolean =>
      model === undefined ? /\binsert\b/i.test(statement.text) : model.insert !== undefined || model.broken;
    if (last === undefined || !hasTable || statements.some(mayInsert)) return;
    const { text } = last.statement;
    const end = text.trimEnd().length;
    report(last, {
      start: Math.max(0, end - 1),
      end,
      message: {
        en: 'The script has no INSERT INTO: the service refuses such a job.',
        zh: '脚本中没有 INSERT INTO，服务会拒绝这样的作业。',
      },
    });
  },
};

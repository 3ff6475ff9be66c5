import type { Check } from '../check.ts';

export const apostrophe: Check = {
  id: 'comment-quote',
  severity: 'warning',
  title: { en: 'Quote in a comment joins statements', zh: '注释中的引号会粘连语句' },
  explain: {
    en: "The service cuts a script at semicolons by counting quotes, also those in comments. After -- don't it takes this statement and the next for one.",
    zh: "服务按分号切分脚本时会统计引号，注释中的也算。注释里出现 don't 之后，本语句会与后面的语句粘在一起。",
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random') -- don't\n;\nCREATE TABLE o (a INT) WITH (type = 'print');",
  good: "CREATE TABLE s (a INT) WITH (type = 'random') -- do not\n;\nCREATE TABLE o (a INT) WITH (type = 'print');",
  statement({ statement, report }) {
    const { tokens, text, problems } = statement;
    const { comments } = tokens;
    const semicolon = tokens.types.indexOf(';');
    if (semicolon < 0) return;
    for (let i = 0; i < comments.length; i += 2) {
      const [start = 0, end = 0] = [comments[i], comments[i + 1]];
      if (start > (tokens.starts[semicolon] ?? 0)) break;
      for (const quote of ["'", '"']) {
        const found = text.slice(start, end).split(quote).length - 1;
        if (found % 2 === 0) continue;
        const at = text.indexOf(quote, start);
        const explained = problems.find(item => item.kind === 'splitter');
        report({
          start: at,
          end: at + 1,
          message: {
            en: `The service counts this ${quote} in a comment, so the next semicolon ends no statement. Take it out, or write it twice.`,
            zh: `服务会把注释中的这个 ${quote} 计入引号，后面的分号因此不再结束语句。请删除它，或写两个。`,
          },
          fixes: [
            {
              title: { en: 'Take the quote out', zh: '删除该引号' },
              edits: [{ start: at, end: at + 1, text: '' }],
              preferred: true,
            },
          ],
          ...(explained === undefined ? {} : { explains: explained }),
        });
      }
    }
  },
};

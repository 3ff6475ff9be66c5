import { openText } from '../../openText.ts';
import type { Check } from '../check.ts';

export const openQuote: Check = {
  id: 'open-quote',
  severity: 'warning',
  title: { en: 'Text that takes in another statement', zh: '字符串包含了后面的语句' },
  explain: {
    en: "A text whose closing ' is missing goes on to the next ', over line ends and semicolons. The fault is noticed behind that, often in another statement; it is mended here.",
    zh: "缺少结尾 ' 的字符串会跨行、跨分号一直延续到下一个 '。错误往往在后面的语句中才被发现，但应在此处修正。",
  },
  bad: "CREATE TABLE s (a INT) WITH (type = 'random);\nCREATE TABLE o (a INT) WITH (type = 'print');",
  good: "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');",
  statement({ statement, report }) {
    const found = openText(statement);
    if (found === undefined) return;
    const { start, takesIn, noticed } = found;
    const lineEnd = statement.text.slice(start).search(/\s*[\r\n]/);
    report({
      start,
      end: start + Math.max(1, lineEnd),
      message: {
        en: `Is a ' missing in this line? The text goes on to the next ' and takes in "${takesIn}".`,
        zh: `本行是否缺少 '？该字符串一直延续到下一个 '，把“${takesIn}”也包含在内。`,
      },
      covers: statement.problems.filter(problem => problem !== noticed),
    });
  },
};

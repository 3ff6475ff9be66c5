import type { Check, TextEdit } from '../check.ts';
import { fix } from '../text.ts';

/** What was meant by characters that look right and are not. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['（', '('],
  ['）', ')'],
  ['；', ';'],
  ['：', ':'],
  ['。', '.'],
  ['．', '.'],
  ['‘', "'"],
  ['’', "'"],
  ['“', "'"],
  ['”', "'"],
  ['＇', "'"],
  ['＝', '='],
  ['＜', '<'],
  ['＞', '>'],
  ['＋', '+'],
  ['－', '-'],
  ['—', '-'],
  ['＊', '*'],
  ['／', '/'],
  ['｀', '`'],
  ['、', ','],
  ['\u00a0', ' '],
  ['\u3000', ' '],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\u2009', ' '],
  ['\u200b', ''],
  ['\ufeff', ''],
]);

/** With more in one statement only the first finding can replace them all: each would carry the edits of all. */
const MANY = 200;

const isBlank = (meant: string): boolean => meant.trim() === '';

export const fullWidth: Check = {
  id: 'full-width',
  severity: 'error',
  title: { en: 'Full-width punctuation or special blank', zh: '全角标点或特殊空格' },
  explain: {
    en: 'Commas, parentheses and quotes of a Chinese keyboard, and no-break spaces of a web page, are no signs of the language.',
    zh: '中文输入法的逗号、括号、引号，以及从网页复制来的不换行空格，都不是语法符号。',
  },
  bad: "CREATE TABLE t (a INT， b INT) WITH (type = 'random');",
  good: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');",
  statement({ statement, report }) {
    const { tokens, text, problems } = statement;
    const edits: TextEdit[] = [];
    for (const { offset } of tokens.errors) {
      const meant = MEANT.get(text[offset] ?? '');
      if (meant !== undefined) edits.push({ start: offset, end: offset + 1, text: meant });
    }
    const lexical = new Map(
      problems.map(item => [item.start, item] as const).filter(([, item]) => item.kind === 'lexical'),
    );
    for (const [i, edit] of edits.entries()) {
      const character = text.slice(edit.start, edit.end);
      const explained = lexical.get(edit.start);
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      report({
        start: edit.start,
        end: edit.end,
        message: isBlank(edit.text)
          ? {
              en: `This is no ordinary blank (${code}). Replace it.`,
              zh: `这不是普通空格（${code}），请替换。`,
            }
          : {
              en: `'${character}' is a full-width sign (${code}). Write ${edit.text}`,
              zh: `“${character}”是全角符号（${code}），请写 ${edit.text}`,
            },
        fixes: [
          fix({ en: 'Replace by the ordinary sign', zh: '替换为半角符号' }, edit, edit.text),
          ...(edits.length > 1 && (i === 0 || edits.length <= MANY)
            ? [{ title: { en: 'Replace all in this statement', zh: '替换本语句中的全部' }, edits }]
            : []),
        ],
        ...(explained === undefined ? {} : { explains: explained }),
      });
    }
  },
};

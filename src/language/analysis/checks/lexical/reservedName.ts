import type { Check } from '../check.ts';
import { isReserved } from '../../reserved.ts';
import { fix, quoted } from '../text.ts';

/** Reserved words that shape a statement: where they stand wrongly, nobody meant a name. */
const SHAPE = new Set(
  'SELECT FROM WHERE GROUP HAVING ORDER BY ON AND OR NOT JOIN INNER LEFT RIGHT FULL OUTER CROSS UNION EXCEPT INTERSECT AS WITH INSERT INTO CREATE TABLE CASE WHEN THEN ELSE END IN IS LIKE BETWEEN EXISTS SET DROP DISTINCT ALL LIMIT OVER PARTITION PRIMARY WATERMARK EMIT LATERAL USING NULL TRUE FALSE FOR'.split(
    ' ',
  ),
);
/** What follows the name of a column: before it, no word shapes a statement. */
const TYPE =
  /^(?:VARCHAR|CHAR|TINYINT|SMALLINT|INT|INTEGER|BIGINT|FLOAT|REAL|DOUBLE|DECIMAL|NUMERIC|BOOLEAN|DATE|TIME|TIMESTAMP|VARBINARY)\b/i;
/** Words of these that are columns as well, where a whole item of a SELECT list is wanted. */
const COLUMNS = new Set(['ORDER', 'GROUP', 'PARTITION', 'END', 'SET', 'TABLE']);
const NAMES = new Set(['identifier', 'expression', 'propertyKey', 'table']);

export const reservedName: Check = {
  id: 'reserved-name',
  severity: 'error',
  title: { en: 'Reserved word as a name', zh: '保留字用作名称' },
  explain: {
    en: 'A reserved word names a column, a table or a key of WITH only in back-quotes.',
    zh: '保留字用作列名、表名或 WITH 的属性名时必须加反引号。',
  },
  bad: "CREATE TABLE t (`id` INT, value VARCHAR) WITH (type = 'random');",
  good: "CREATE TABLE t (`id` INT, `value` VARCHAR) WITH (type = 'random');",
  statement({ statement, report }) {
    for (const problem of statement.problems) {
      const [word] = problem.args;
      if (problem.id !== 'unexpected' || word === undefined) continue;
      if (!problem.expected.some(item => NAMES.has(item))) continue;
      const key = word.toUpperCase();
      const isKey = problem.expected.includes('propertyKey');
      const { start, end } = problem;
      const next = statement.text.slice(end).trimStart();
      const isItem = COLUMNS.has(key) && /(?:,|\bSELECT)\s*$/i.test(before(statement.text, start));
      const isName =
        isKey ||
        (problem.expected.includes('identifier') && TYPE.test(next)) ||
        (isItem && /^(?:,|FROM\b)/i.test(next));
      if (!isReserved(key) || (SHAPE.has(key) && !isName)) continue;
      // The first word says what a statement does: nobody meant a name.
      if (start === statement.tokens.starts[0]) continue;
      if (next.startsWith('(')) continue;
      if (problem.expected.includes('expression') && !/^(?:[,=<>+*/)-]|FROM\b|AS\b|$)/i.test(next)) continue;
      report({
        start,
        end,
        message: {
          en: `'${word}' is a reserved word. As a name it needs back-quotes: ${quoted(word)}.`,
          zh: `“${word}”是保留字，用作名称时须加反引号：${quoted(word)}。`,
        },
        fixes: [fix({ en: `Write ${quoted(word)}`, zh: `写成 ${quoted(word)}` }, problem, quoted(word))],
        explains: problem,
      });
    }
  },
};

/** What stands right before an offset; more than enough for a word and some blanks. */
const before = (text: string, offset: number): string => text.slice(Math.max(0, offset - 100), offset);

import { STRING, tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Check, Fix } from '../check.ts';
import { fix } from '../text.ts';

const CONNECTOR = /^'(?:connector|format|scan\.|value\.|properties\.|connector\.)/i;

export const otherDialect: Check = {
  id: 'other-dialect',
  severity: 'error',
  title: { en: 'Apache Flink SQL instead of Blink SQL', zh: '这是 Apache Flink SQL 而不是 Blink SQL' },
  explain: {
    en: "Quoted keys in WITH ('connector' = 'kafka'), IF NOT EXISTS and CREATE TEMPORARY TABLE belong to Apache Flink SQL and to newer products. Blink SQL writes WITH (type = 'kafka010', topic = 't').",
    zh: "WITH 中带引号的键（'connector' = 'kafka'）、IF NOT EXISTS 和 CREATE TEMPORARY TABLE 属于 Apache Flink SQL 及较新的产品。Blink SQL 写作 WITH (type = 'kafka010', topic = 't')。",
  },
  bad: "CREATE TABLE t (a INT) WITH ('connector' = 'datagen');",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');",
  statement({ statement, report }) {
    const { tokens, problems } = statement;
    const problem = problems.find(item => item.kind === 'syntax');
    if (problem === undefined || tokens.types[0] !== 'CREATE') return;
    const at = tokens.starts.indexOf(problem.start);
    const isQuotedKey = tokens.types[at] === STRING && problem.expected.includes('propertyKey');
    const previous = tokens.types[at - 1];
    const isCondition = tokens.types[at] === 'NOT' && previous === 'IF';
    const isTemporary = tokens.types[at] === 'TEMPORARY' || previous === 'TEMPORARY';
    const { start, end } = problem;
    if (isQuotedKey) {
      const key = tokenText(tokens, at);
      const bare = key.slice(1, -1);
      const isFlink = CONNECTOR.test(key);
      report({
        start,
        end,
        message: isFlink
          ? {
              en: `${key} is written in Apache Flink SQL. Blink SQL names the connector by type = '…', with bare keys.`,
              zh: `${key} 是 Apache Flink SQL 的写法。Blink SQL 用 type = '…' 指定连接器，键不加引号。`,
            }
          : {
              en: `Keys of WITH stand without quotes: ${bare} = '…'.`,
              zh: `WITH 的键不加引号：${bare} = '…'。`,
            },
        ...(isFlink || !/^[\w.]+$/.test(bare)
          ? {}
          : {
              fixes: [
                {
                  title: { en: `Write ${bare}`, zh: `写成 ${bare}` },
                  edits: [{ start, end, text: bare }],
                  preferred: true,
                },
              ],
            }),
        explains: problem,
      });
    } else if (isCondition || isTemporary) {
      const words = isCondition ? 'IF NOT EXISTS' : 'TEMPORARY';
      report({
        start,
        end,
        message: {
          en: `Blink SQL has no ${words}: every script declares its tables anew. Leave it out.`,
          zh: `Blink SQL 没有 ${words}：每个脚本都重新声明自己的表，请删除。`,
        },
        fixes: leftOut(statement.tokens, words.split(' ')),
        explains: problem,
      });
    }
  },
};

/** The words taken out, with the blank behind them; no fix when they do not stand together. */
function leftOut({ types, starts }: Tokens, words: readonly string[]): Fix[] {
  const from = types.findIndex((_, i) => words.every((word, k) => types[i + k] === word));
  const [start, end] = [starts[from], starts[from + words.length]];
  if (start === undefined || end === undefined) return [];
  const text = words.join(' ');
  return [fix({ en: `Remove ${text}`, zh: `删除 ${text}` }, { start, end }, '')];
}

import { STRING } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Problem } from '../../../syntax/problems.ts';
import type { Check, Fix, Message, Report } from '../check.ts';
import { fix } from '../text.ts';
import { clientStatement } from './clientStatements.ts';
import type { ClientStatement } from './clientStatements.ts';
import { flinkStatement } from './flinkStatement.ts';
import { flinkTable } from './flinkTable.ts';
import { quotedKeys } from './quotedKeys.ts';
import { tokenAt } from './tokenAt.ts';

export const otherDialect: Check = {
  id: 'other-dialect',
  severity: 'error',
  title: { en: 'Apache Flink SQL instead of Blink SQL', zh: '这是 Apache Flink SQL 而不是 Blink SQL' },
  explain: {
    en: "Quoted keys in WITH ('connector' = 'kafka'), IF NOT EXISTS, CREATE TEMPORARY TABLE, NOT ENFORCED, keys beside a column and WATERMARK … AS ts - INTERVAL '5' SECOND belong to Apache Flink SQL and to newer products. So do USE, SHOW, ALTER TABLE, SET 'key' = 'value', STATEMENT SET and other statements of its client, which a job does not take. Blink SQL writes WITH (type = 'kafka010', topic = 't').",
    zh: "WITH 中带引号的键（'connector' = 'kafka'）、IF NOT EXISTS、CREATE TEMPORARY TABLE、NOT ENFORCED、写在列后的主键以及 WATERMARK … AS ts - INTERVAL '5' SECOND 属于 Apache Flink SQL 及较新的产品。USE、SHOW、ALTER TABLE、SET 'key' = 'value'、STATEMENT SET 等客户端语句也是如此，作业不支持。Blink SQL 写作 WITH (type = 'kafka010', topic = 't')。",
  },
  bad: "CREATE TABLE t (a INT) WITH ('connector' = 'datagen');",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');",
  statement({ statement, report }) {
    const { tokens } = statement;
    const problems = statement.problems.filter(({ kind }) => kind === 'syntax');
    const [first] = problems;
    if (first === undefined) return;
    const foreign = clientStatement(tokens);
    if (foreign !== undefined) {
      const { start, end } = first;
      const fixes = unwrapped(tokens, foreign);
      report({ start, end, message: noStatement(foreign), ...fixes, explains: first });
      return;
    }
    if (tokens.types[0] === 'CREATE') for (const keys of keyReports(tokens, problems)) report(keys);
    for (const problem of problems) {
      const fault = faultAt(tokens, tokenAt(tokens, problem.start), problem);
      if (fault === undefined) continue;
      report({ start: problem.start, end: problem.end, ...fault, explains: problem });
    }
  },
};

const noStatement = ({ name, instead }: ClientStatement): Message => ({
  en: `A job of Blink SQL takes no ${name}. ${instead.en}`,
  zh: `Blink SQL 作业不支持 ${name}。${instead.zh}`,
});

/** Takes `EXECUTE STATEMENT SET BEGIN` and the like off the INSERT behind it. */
function unwrapped({ types, starts, text }: Tokens, { name }: ClientStatement): { fixes?: Fix[] } {
  const at = types.indexOf('INSERT');
  const [start, end] = [starts[0], starts[at]];
  if (!/^(?:EXECUTE|BEGIN|STATEMENT)\b/.test(name) || start === undefined || end === undefined) return {};
  const words = text.slice(start, end).trim().replace(/\s+/g, ' ');
  return { fixes: [fix({ en: `Remove ${words}`, zh: `删除 ${words}` }, { start, end }, '')] };
}

/** One report for the quoted keys of each WITH: the grammar complains about them one by one. */
function keyReports(tokens: Tokens, problems: readonly Problem[]): Report[] {
  const found: (Report & { readonly covers: Problem[] })[] = [];
  for (const problem of problems) {
    const at = tokenAt(tokens, problem.start);
    if (tokens.types[at] !== STRING || !problem.expected.includes('propertyKey')) continue;
    const last = found.at(-1);
    if (last !== undefined && problem.start < last.end) {
      last.covers.push(problem);
      continue;
    }
    const keys = quotedKeys(tokens, at);
    if (keys !== undefined) found.push({ ...keys, explains: problem, covers: [] });
  }
  return found;
}

/** What is said of the token at `at`, which the grammar refuses; undefined when it is no word of the other dialect. */
function faultAt(
  tokens: Tokens,
  at: number,
  problem: Problem,
): { readonly message: Message; readonly fixes?: Fix[] } | undefined {
  const { types } = tokens;
  const isCreate = types[0] === 'CREATE';
  if (at < 0 || (!isCreate && types[0] !== 'INSERT')) return undefined;
  const previous = types[at - 1];
  if (isCreate && types[at] === 'NOT' && previous === 'IF') return noSuchWords(tokens, 'IF NOT EXISTS');
  if (isCreate && (types[at] === 'TEMPORARY' || previous === 'TEMPORARY'))
    return noSuchWords(tokens, types[2] === 'SYSTEM' ? 'TEMPORARY SYSTEM' : 'TEMPORARY');
  const told = flinkStatement(tokens, at, problem);
  if (told !== undefined) return told;
  return isCreate && types[1] === 'TABLE' && at > 1 ? flinkTable(tokens, at) : undefined;
}

function noSuchWords(tokens: Tokens, words: string): { readonly message: Message; readonly fixes: Fix[] } {
  return {
    message: {
      en: `Blink SQL has no ${words}: every script declares its tables anew. Leave it out.`,
      zh: `Blink SQL 没有 ${words}：每个脚本都重新声明自己的表，请删除。`,
    },
    fixes: leftOut(tokens, words.split(' ')),
  };
}

/** The words taken out, with the blank behind them; no fix when they do not stand together. */
function leftOut({ types, starts }: Tokens, words: readonly string[]): Fix[] {
  const from = types.findIndex((_, i) => words.every((word, k) => types[i + k] === word));
  const [start, end] = [starts[from], starts[from + words.length]];
  if (start === undefined || end === undefined) return [];
  const text = words.join(' ');
  return [fix({ en: `Remove ${text}`, zh: `删除 ${text}` }, { start, end }, '')];
}

import { NON_RESERVED_WORDS } from '../../../syntax/lexer/keywords.ts';
import { INTEGER, IDENTIFIER, QUOTED_IDENTIFIER } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Problem } from '../../../syntax/problems.ts';
import type { Check, Fix } from '../check.ts';
import { fix } from '../text.ts';

export const notEqual: Check = {
  id: 'not-equal',
  severity: 'error',
  title: { en: '!= is not allowed', zh: '不支持 !=' },
  explain: {
    en: 'The dialect writes "not equal" as <> and refuses !=.',
    zh: '该方言以 <> 表示不等，不接受 !=。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a != 1;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a <> 1;",
  statement({ statement, report }) {
    for (const problem of statement.problems) {
      if (problem.id !== 'bangEqual') continue;
      const { start, end } = problem;
      report({
        start,
        end,
        message: { en: 'Write <> instead of !=.', zh: '请用 <> 代替 !=。' },
        fixes: [fix({ en: 'Write <>', zh: '写成 <>' }, problem, '<>')],
        explains: problem,
      });
    }
  },
};

export const percent: Check = {
  id: 'percent',
  severity: 'error',
  title: { en: '% is not allowed', zh: '不支持 %' },
  explain: {
    en: 'The dialect has no operator %: write MOD(a, b).',
    zh: '该方言没有 % 运算符，请写 MOD(a, b)。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a % 2 AS b FROM t;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT MOD(a, 2) AS b FROM t;",
  statement({ statement, report }) {
    for (const problem of statement.problems) {
      if (problem.id !== 'percent') continue;
      const { start, end } = problem;
      const change = modFix(statement.tokens, problem);
      report({
        start,
        end,
        message: { en: 'Write MOD(a, b) instead of a % b.', zh: '请用 MOD(a, b) 代替 a % b。' },
        ...(change === undefined ? {} : { fixes: [change] }),
        explains: problem,
      });
    }
  },
};

const SIMPLE = new Set([INTEGER, IDENTIFIER, QUOTED_IDENTIFIER]);

/** Only for operands that are single words: where longer ones begin and end is not to be guessed. */
function modFix({ starts, ends, types, text }: Tokens, problem: Problem): Fix | undefined {
  const at = starts.indexOf(problem.start);
  const [left, right] = [at - 1, at + 1];
  const isWord = (type = ''): boolean => SIMPLE.has(type) || NON_RESERVED_WORDS.has(type);
  const isSimple = at > 0 && isWord(types[left]) && isWord(types[right]);
  if (!isSimple || ['.', '*', '/', '%', '-'].includes(types[left - 1] ?? '')) return undefined;
  if (['.', '('].includes(types[right + 1] ?? '')) return undefined;
  const place = { start: starts[left] ?? 0, end: ends[right] ?? 0 };
  const operand = (token: number): string => text.slice(starts[token], ends[token]);
  const written = `MOD(${operand(left)}, ${operand(right)})`;
  return fix({ en: `Write ${written}`, zh: `写成 ${written}` }, place, written);
}

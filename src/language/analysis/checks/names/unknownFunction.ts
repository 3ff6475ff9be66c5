import type { Check } from '../check.ts';
import { certainFaults } from '../faults.ts';
import { join, suggest } from '../text.ts';

export const unknownFunction: Check = {
  id: 'unknown-function',
  severity: 'warning',
  title: { en: 'Unknown function', zh: '未知的函数' },
  explain: {
    en: 'The function is neither built in nor declared by CREATE FUNCTION. Built-in functions are known from the source of Blink 3.2 and the manual; a later version may have more.',
    zh: '该函数既不是内置函数，也没有用 CREATE FUNCTION 声明。内置函数取自 Blink 3.2 源码和手册，后续版本可能更多。',
  },
  bad: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT SUBSTRNG(a, 1) AS b FROM t;",
  good: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT SUBSTR(a, 1) AS b FROM t;",
  statement({ model, script, report }) {
    for (const fault of certainFaults(model)) {
      if (fault.kind !== 'unknownFunction' || script.mayDeclare(fault.name)) continue;
      const { name, start, end } = fault;
      const { hint, fixes } = suggest(script.similarFunctions(name), fault, choice => choice);
      const message = {
        en: `Function '${name}' is neither built in nor declared by CREATE FUNCTION.`,
        zh: `函数“${name}”不是内置函数，也没有用 CREATE FUNCTION 声明。`,
      };
      report({ start, end, message: join(message, hint), fixes });
    }
  },
};

import { arity, signatureText } from '../../../catalog/signature.ts';
import { CONTEXT_VARIABLE_WORDS } from '../../../syntax/lexer/keywords.ts';
import { takes } from '../../resolve/calls.ts';
import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';

/** Functions the grammar reads in a form of its own: it has counted their arguments. Of CURRENT_TIME and the like one may give digits. */
const OWN_FORM = new Set([
  'TRIM',
  'COUNT',
  'POSITION',
  'CLASSIFIER',
  'FINAL',
  'RUNNING',
  'CONVERT',
  'TRANSLATE',
]);

export const argumentCount: Check = {
  id: 'argument-count',
  severity: 'error',
  title: { en: 'Wrong number of arguments', zh: '参数个数不符' },
  explain: {
    en: 'A built-in function is called with more or fewer arguments than it takes.',
    zh: '调用内置函数时参数过多或过少。',
  },
  bad: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT SPLIT_INDEX(a, ',') AS b FROM t;",
  good: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT SPLIT_INDEX(a, ',', 0) AS b FROM t;",
  statement({ model, report }) {
    for (const { call, builtIn } of model?.calls ?? []) {
      if (builtIn === undefined || builtIn.kind === 'operator' || OWN_FORM.has(builtIn.name)) continue;
      if (CONTEXT_VARIABLE_WORDS.has(builtIn.name)) continue;
      const { signatures, confidence, name } = builtIn;
      const count = call.args.length;
      if (signatures.length === 0 || signatures.some(item => takes(item, count))) continue;
      const least = Math.min(...signatures.map(item => arity(item).least));
      const most = Math.max(...signatures.map(item => arity(item).most));
      const wanted = least === most ? `${least}` : most === Infinity ? `${least}+` : `${least}–${most}`;
      const forms = signatures.map(item => signatureText(name, item)).join(' | ');
      report({
        start: call.nameSpan.start,
        end: call.end,
        message: {
          en: `${name} takes ${wanted} arguments, not ${count}: ${forms}`,
          zh: `${name} 需要 ${wanted} 个参数，而不是 ${count} 个：${forms}`,
        },
        ...atMostFor(confidence),
      });
    }
  },
};

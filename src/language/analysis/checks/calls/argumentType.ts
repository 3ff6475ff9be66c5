import { signatureText } from '../../../catalog/signature.ts';
import { accepts, fits, takes } from '../../resolve/calls.ts';
import { typeText } from '../../types.ts';
import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';

export const argumentType: Check = {
  id: 'argument-type',
  severity: 'warning',
  title: { en: 'Argument of another type', zh: '参数类型不符' },
  explain: {
    en: 'No form of the function takes an argument of this type. Numbers of any size go for one another here; what is not known is not reported.',
    zh: '该函数的任何形式都不接受此类型的参数。各种数值类型视为相容；类型不明的参数不会触发该检查。',
  },
  bad: "CREATE TABLE t (a BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT UPPER(a) AS b FROM t;",
  good: "CREATE TABLE t (a BIGINT) WITH (type = 'random');\nCREATE VIEW v AS SELECT UPPER(CAST(a AS VARCHAR)) AS b FROM t;",
  statement({ model, report }) {
    for (const { call, builtIn, types } of model?.calls ?? []) {
      if (builtIn === undefined || builtIn.kind === 'operator' || builtIn.kind === 'window') continue;
      if (call.args.some(item => item.kind === 'word' || item.kind === 'star')) continue;
      const fitting = builtIn.signatures.filter(item => takes(item, types.length));
      const [only] = fitting;
      if (only === undefined || fitting.some(item => accepts(item, types))) continue;
      const index = types.findIndex((type, i) =>
        fitting.every(item => !fits(item.parameters[i] ?? item.parameters.at(-1), type)),
      );
      const place = call.args[index] ?? call;
      const shown = types.map(typeText).join(', ');
      const forms = fitting.map(item => signatureText(builtIn.name, item)).join(' | ');
      report({
        start: place.start,
        end: place.end,
        message: {
          en: `${builtIn.name} does not take (${shown}): ${forms}`,
          zh: `${builtIn.name} 不接受 (${shown})：${forms}`,
        },
        ...atMostFor(builtIn.confidence),
      });
    }
  },
};

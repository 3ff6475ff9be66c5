import type { Check } from '../check.ts';
import { atMostFor } from '../check.ts';

export const tableFunctionPlace: Check = {
  id: 'table-function-place',
  severity: 'error',
  title: { en: 'Function of the other kind', zh: '函数类别与位置不符' },
  explain: {
    en: 'A table function gives rows: it stands in FROM, as LATERAL TABLE(f(x)) AS t (a). A scalar function or an aggregate gives a value and cannot stand there.',
    zh: '表值函数返回多行，只能写在 FROM 中：LATERAL TABLE(f(x)) AS t (a)。标量函数和聚合函数返回单个值，不能写在该处。',
  },
  bad: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT STRING_SPLIT(a, ',') AS b FROM t;",
  good: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT s.b FROM t, LATERAL TABLE(STRING_SPLIT(a, ',')) AS s (b);",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    const rows = new Set(
      model.scopes.flatMap(({ items }) =>
        items.flatMap(({ node }) => (node.kind === 'tableFunction' ? [node.call] : [])),
      ),
    );
    for (const { call, builtIn } of model.calls) {
      if (builtIn === undefined) continue;
      const { kind, name, confidence } = builtIn;
      const isTable = kind === 'table';
      if (rows.has(call) ? kind !== 'scalar' && kind !== 'aggregate' : !isTable) continue;
      report({
        start: call.nameSpan.start,
        end: call.nameSpan.end,
        message: isTable
          ? {
              en: `${name} gives rows. Put it into FROM: LATERAL TABLE(${name}(…)) AS t (…).`,
              zh: `${name} 返回多行，请写到 FROM 中：LATERAL TABLE(${name}(…)) AS t (…)。`,
            }
          : {
              en: `${name} gives a value, not rows: it cannot stand in TABLE(…).`,
              zh: `${name} 返回单个值而不是多行，不能写在 TABLE(…) 中。`,
            },
        ...atMostFor(confidence),
      });
    }
  },
};

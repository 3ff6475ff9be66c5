import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Query, QueryBody } from '../../../syntax/tree/queries.ts';
import type { Column } from '../../model.ts';
import { familyOf, typeText } from '../../types.ts';
import type { Check, Severity } from '../check.ts';

export const insertTypes: Check = {
  id: 'insert-types',
  severity: 'error',
  title: { en: 'INSERT with another type', zh: 'INSERT 的列类型不符' },
  explain: {
    en: 'The types of the query must be those of the sink, column by column (SQL-00010006): write a CAST. Numbers of another size are a warning only.',
    zh: '查询结果与结果表的列类型须逐列一致（SQL-00010006），请使用 CAST。仅数值大小不同时为警告。',
  },
  bad: "CREATE TABLE s (a VARCHAR) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM s;",
  good: "CREATE TABLE s (a VARCHAR) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT CAST(a AS INT) FROM s;",
  statement({ model, statement, report }) {
    if (model?.insert?.target === undefined || model.output === undefined || model.broken) return;
    const { node, target } = model.insert;
    const { columns, open } = model.output;
    if (open || target.relation.open || target.kind !== 'table') return;
    const sinks: (Column | undefined)[] =
      node.columns.length > 0
        ? node.columns.map(item => target.relation.find(item.parts.at(-1)?.name ?? '', true))
        : [...target.relation.columns];
    if (sinks.length !== columns.length) return;
    const expressions = outputExpressions(node.query, columns.length);
    const wrong = columns.flatMap((column, i) => {
      const sink = sinks[i];
      const severity = sink === undefined ? undefined : mismatch(column, sink);
      return sink === undefined || severity === undefined ? [] : [{ column, sink, severity, i }];
    });
    if (expressions === undefined) {
      const [worst = 'warning'] = wrong.map(item => item.severity).sort();
      const list = wrong.map(
        ({ column, sink, i }) =>
          `${i + 1} ${column.name}: ${typeText(column.type)} → ${sink.name}: ${typeText(sink.type)}`,
      );
      if (list.length > 0)
        report({
          start: node.target.start,
          end: node.target.end,
          message: {
            en: `Types differ from those of '${target.name}': ${list.join('; ')}. CAST them.`,
            zh: `与“${target.name}”的列类型不一致：${list.join('；')}。请用 CAST 转换。`,
          },
          atMost: worst,
        });
      return;
    }
    for (const { column, sink, severity, i } of wrong) {
      const expression = expressions[i];
      if (expression === undefined) continue;
      const from = typeText(column.type);
      const to = typeText(sink.type);
      const { start, end } = expression;
      report({
        start,
        end,
        message: {
          en: `Column ${i + 1} is ${from}, but '${target.name}.${sink.name}' is ${to}. CAST it to ${to}.`,
          zh: `第 ${i + 1} 列为 ${from}，而“${target.name}.${sink.name}”为 ${to}。请用 CAST 转换为 ${to}。`,
        },
        atMost: severity,
        fixes: [
          {
            title: { en: `CAST to ${to}`, zh: `用 CAST 转换为 ${to}` },
            edits: [{ start, end, text: `CAST(${statement.text.slice(start, end)} AS ${to})` }],
          },
        ],
      });
    }
  },
};

function mismatch(given: Column, sink: Column): Severity | undefined {
  const from = familyOf(given.type);
  const to = familyOf(sink.type);
  if (from === 'unknown' || to === 'unknown' || from === 'collection') return undefined;
  if (from !== to) return 'error';
  if (given.type.name === sink.type.name || given.type.vague === true) return undefined;
  return 'warning';
}

/** The expressions of the select list, when the query is one SELECT without `*`. */
function outputExpressions(query: Query, count: number): Expression[] | undefined {
  let body: QueryBody = query.body;
  while (body.kind === 'query') body = body.body;
  if (body.kind !== 'select') return undefined;
  const expressions = body.items.map(item => item.expression);
  const hasStar = expressions.some(item => item.kind === 'star' || (item.kind === 'name' && item.star));
  return hasStar || expressions.length !== count ? undefined : expressions;
}

import type { Expression } from '../tree/expressions.ts';
import type { Query, QueryBody } from '../tree/queries.ts';
import { inside, requireExpressionAllowed } from './context.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { isQueryBody, orderedQueryOrExpression } from './queries.ts';

/** A query as an expression. */
export function asExpression(node: QueryBody | Expression): Expression {
  const { start, end } = node;
  if (node.kind === 'query') return { kind: 'subquery', query: node, start, end };
  if (!isQueryBody(node)) return node;
  return {
    kind: 'subquery',
    query: { kind: 'query', with: [], body: node, orderBy: [], start, end },
    start,
    end,
  };
}

/**
 * `(query)` or `(a, b, …)`. One item alone stands for itself, several are a row.
 * @param optional whether something else could stand for each item (see `expression`)
 */
export function parenthesizedList(p: Cursor, context: Context, optional = false): Expression {
  const { start } = p;
  p.expect('(');
  p.enter();
  const first = asExpression(orderedQueryOrExpression(p, inside(context)));
  const items = [first];
  while (p.at(',')) {
    p.choose();
    requireExpressionAllowed(p, context);
    items.push(expression(p, context, optional));
  }
  p.expect(')');
  p.leave();
  if (items.length === 1) return first.kind === 'subquery' ? { ...first, start, end: p.lastEnd } : first;
  return { kind: 'row', items, start, end: p.lastEnd };
}

/** `(query)` */
export function parenthesizedQuery(p: Cursor): Query {
  p.expect('(');
  p.enter();
  const node = orderedQueryOrExpression(p, 'query');
  p.expect(')');
  p.leave();
  if (node.kind === 'query') return node;
  if (node.kind === 'subquery') return node.query;
  return p.refuseNonQuery();
}

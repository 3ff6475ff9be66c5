import type { Expression } from '../tree/expressions.ts';
import type { Query, QueryBody, SetOperation, WithItem } from '../tree/queries.ts';
import { requireExpressionAllowed, requireQueryAllowed } from './context.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { unsignedNumber } from './literals.ts';
import { commaList, compoundName, identifier, optionalNames } from './names.ts';
import { orderBy } from './orderBy.ts';
import { parenthesizedList, parenthesizedQuery } from './parentheses.ts';
import { select } from './select.ts';

const SET_OPERATORS = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS']);

type Mixed = QueryBody | Expression;

export function isQueryBody(node: Mixed): node is QueryBody {
  return (
    node.kind === 'select' ||
    node.kind === 'values' ||
    node.kind === 'explicitTable' ||
    node.kind === 'setOperation' ||
    node.kind === 'query'
  );
}

/** A query with its ORDER BY and LIMIT, or an expression, as the context allows. */
export function orderedQueryOrExpression(p: Cursor, context: Context): Query | Expression {
  p.enter();
  const { start } = p;
  const withItems = p.at('WITH') ? withList(p) : [];
  const first = leafQueryOrExpression(p, context);
  const node = SET_OPERATORS.has(p.type) ? setOperations(p, context, first) : first;
  const result = withTail(p, start, withItems, node);
  p.leave();
  return result;
}

function withTail(p: Cursor, start: number, items: readonly WithItem[], node: Mixed): Query | Expression {
  const isQuery = isQueryBody(node) || node.kind === 'subquery';
  if (p.at('ORDER') && !isQuery) {
    p.take();
    p.refuse('orderByUnexpected', 'ORDER BY unexpected', p.lastToken);
  }
  const order = orderBy(p);
  const tail = limits(p);
  if (!isQueryBody(node)) {
    if (node.kind !== 'subquery') return node;
    if (items.length === 0 && order.length === 0 && tail === undefined) return node;
  }
  const body = isQueryBody(node) ? node : node.query;
  return { kind: 'query', with: items, body, orderBy: order, ...tail, start, end: p.lastEnd };
}

function withList(p: Cursor): WithItem[] {
  p.choose();
  return commaList(p, withItem);
}

function withItem(p: Cursor): WithItem {
  const { start } = p;
  const name = identifier(p);
  const columns = optionalNames(p);
  p.expect('AS');
  const query = parenthesizedQuery(p);
  return { kind: 'withItem', name, columns, query, start, end: p.lastEnd };
}

type Limits = Pick<Query, 'limit' | 'offset' | 'fetch'>;

function limits(p: Cursor): Limits | undefined {
  if (!p.at('LIMIT') && !p.at('OFFSET') && !p.at('FETCH')) return undefined;
  const limit = p.at('LIMIT') ? limitClause(p) : undefined;
  const offset = p.at('OFFSET') ? offsetClause(p) : undefined;
  const fetch = p.at('FETCH') ? fetchClause(p) : undefined;
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
    ...(fetch === undefined ? {} : { fetch }),
  };
}

function limitClause(p: Cursor): Expression {
  p.choose();
  const { start } = p;
  if (p.accept('ALL')) return { kind: 'word', word: 'ALL', start, end: p.lastEnd };
  const limit = count(p);
  if (p.accept(',')) {
    count(p);
    const text = "'LIMIT start, count' is not allowed under the current SQL conformance level";
    p.refuse('limitComma', text, { start, end: p.lastEnd }, 'none');
  }
  return limit;
}

function offsetClause(p: Cursor): Expression {
  p.choose();
  const offset = count(p);
  if (!p.accept('ROW')) p.accept('ROWS');
  return offset;
}

function fetchClause(p: Cursor): Expression {
  p.choose();
  if (!p.accept('FIRST')) p.expect('NEXT');
  const fetch = count(p);
  if (!p.accept('ROW')) p.expect('ROWS');
  p.expect('ONLY');
  return fetch;
}

function count(p: Cursor): Expression {
  const { start } = p;
  if (p.at('placeholder'))
    return { kind: 'name', parts: [identifier(p)], star: false, start, end: p.lastEnd };
  return p.accept('?') ? { kind: 'parameter', start, end: p.lastEnd } : unsignedNumber(p);
}

function setOperations(p: Cursor, context: Context, first: Mixed): SetOperation {
  if (!isQueryBody(first) && first.kind !== 'subquery') p.refuseNonQuery();
  const start = first.start;
  const operands: QueryBody[] = [bodyOf(first)];
  const operators: { operator: SetOperation['operator']; all: boolean }[] = [];
  while (SET_OPERATORS.has(p.type)) {
    const word = p.type;
    p.take();
    if (word === 'MINUS')
      p.refuse('minus', 'MINUS is not allowed under the current SQL conformance level', p.lastToken, 'none');
    const all = p.accept('ALL');
    if (!all) p.accept('DISTINCT');
    requireQueryAllowed(p, context);
    const right = leafQueryOrExpression(p, 'query');
    if (!isQueryBody(right) && right.kind !== 'subquery') requireExpressionAllowed(p, 'query');
    operands.push(bodyOf(right));
    operators.push({
      operator: word === 'UNION' ? 'UNION' : word === 'EXCEPT' ? 'EXCEPT' : 'INTERSECT',
      all,
    });
  }
  return combine(operands, operators, start);
}

function bodyOf(node: Mixed): QueryBody {
  if (isQueryBody(node)) return node;
  if (node.kind === 'subquery') return node.query;
  throw new TypeError('an expression is no query');
}

/** INTERSECT binds tighter than UNION and EXCEPT. */
function combine(
  operands: readonly QueryBody[],
  operators: readonly { operator: SetOperation['operator']; all: boolean }[],
  start: number,
): SetOperation {
  const join = (left: QueryBody, right: QueryBody, index: number): SetOperation => {
    const { operator, all } = operators[index] ?? { operator: 'UNION', all: false };
    return { kind: 'setOperation', operator, all, left, right, start: left.start, end: right.end };
  };
  let result: QueryBody | undefined;
  let term: QueryBody | undefined;
  let termOperator = -1;
  operands.forEach((operand, i) => {
    if (term === undefined) term = operand;
    else if (operators[i - 1]?.operator === 'INTERSECT') term = join(term, operand, i - 1);
    else {
      result = result === undefined ? term : join(result, term, termOperator);
      term = operand;
      termOperator = i - 1;
    }
  });
  const whole = result === undefined || term === undefined ? term : join(result, term, termOperator);
  if (whole?.kind !== 'setOperation') throw new TypeError('no set operation');
  return { ...whole, start };
}

/** SELECT, VALUES, TABLE, or an expression. */
export function leafQueryOrExpression(p: Cursor, context: Context): Mixed {
  const { type, start } = p;
  if (type === 'SELECT' || type === 'VALUES' || type === 'TABLE') {
    requireQueryAllowed(p, context);
    if (type === 'SELECT') return select(p);
    p.choose();
    if (type === 'TABLE') return { kind: 'explicitTable', name: compoundName(p), start, end: p.lastEnd };
    const rows = commaList(p, rowConstructor);
    return { kind: 'values', rows, start, end: p.lastEnd };
  }
  return expression(p, context, true);
}

/** A row of VALUES: `(1, DEFAULT)`, `ROW(1)`, or a bare value. */
export function rowConstructor(p: Cursor): Expression {
  const { start } = p;
  if (p.at('(') && p.peek() === 'ROW' && p.peek(2) === '(') {
    p.take();
    p.take();
    const row = defaultingList(p);
    p.expect(')');
    return { ...row, start, end: p.lastEnd };
  }
  if (p.at('(')) {
    p.markChoice();
    return defaultingList(p);
  }
  if (p.at('ROW')) {
    p.choose();
    return { ...defaultingList(p), start };
  }
  return expression(p, 'nonCursor', true);
}

function defaultingList(p: Cursor): Expression {
  const { start } = p;
  if (!holdsDefault(p)) {
    const list = parenthesizedList(p, 'nonCursor', true);
    return list.kind === 'row' ? list : { kind: 'row', items: [list], start, end: p.lastEnd };
  }
  p.expect('(');
  const items = commaList(p, item => {
    const at = item.start;
    if (item.accept('DEFAULT'))
      return { kind: 'word', word: 'DEFAULT', start: at, end: item.lastEnd } as const;
    return expression(item, 'nonCursor', true);
  });
  p.expect(')');
  return { kind: 'row', items, start, end: p.lastEnd };
}

/** Whether DEFAULT is an item of the list that opens here. */
function holdsDefault(p: Cursor): boolean {
  let open = 0;
  for (let i = 0; i < 10_000; i++) {
    const type = p.peek(i);
    if (type === '(') open++;
    else if (type === ')' && --open <= 0) return false;
    else if (type === 'DEFAULT' && open === 1) return true;
    else if (type === 'end' || type === ';') return false;
  }
  return false;
}

import { RESERVED_FUNCTION_NAMES } from '../lexer/keywords.ts';
import * as T from '../lexer/tokens.ts';
import { nameText } from '../tree/base.ts';
import type { Name, Span } from '../tree/base.ts';
import type { Call, Expression, FrameBound, WindowSpec } from '../tree/expressions.ts';
import { inside, requireExpressionAllowed } from './context.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { expression, expressionList } from './expressions.ts';
import { identifier } from './names.ts';
import { orderBy } from './orderBy.ts';
import { asExpression } from './parentheses.ts';
import { orderedQueryOrExpression } from './queries.ts';

/** A call of a function whose name is no compound identifier. */
export function callOf(name: string, nameSpan: Span, args: readonly Expression[], end: number): Call {
  const { start } = nameSpan;
  return { kind: 'call', name, nameSpan: { start, end: nameSpan.end }, args, start, end };
}

/** Consumes a word that names a function, reserved or not. */
export function reservedName(p: Cursor): Name {
  const { start, text } = p;
  const end = start + text.length;
  p.take();
  const part = { kind: 'identifier', name: text, quoted: false, start, end } as const;
  return { kind: 'name', parts: [part], star: false, start, end };
}

/** The arguments and what may follow them: FILTER, OVER. The name has been read. */
export function namedCall(p: Cursor, name: Name): Call {
  let call = calledName(p, name);
  if (p.at('FILTER')) {
    p.choose();
    p.expect('(');
    p.expect('WHERE');
    call = { ...call, filter: expression(p, 'subQuery') };
    p.expect(')');
  }
  return withOver(p, call);
}

/** The window behind a call, if there is one. */
export function withOver(p: Cursor, call: Call): Call {
  if (!p.at('OVER')) return { ...call, end: p.lastEnd };
  p.choose();
  const over = p.at('(') ? windowSpec(p) : windowName(p);
  return { ...call, over, end: p.lastEnd };
}

/** A call that takes arguments only: no star, no DISTINCT, no window. The name has been read. */
export function routineCall(p: Cursor, name: Name, context: Context): Call {
  p.expect('(');
  const args = p.at(')') ? [] : argumentList(p, context);
  p.expect(')');
  return callOf(nameText(name), name, args, p.lastEnd);
}

function windowName(p: Cursor): ReturnType<typeof identifier> {
  if (!p.atName()) p.fail(T.IDENTIFIER, '(');
  return identifier(p);
}

/** The arguments in parentheses; nothing after them. */
function calledName(p: Cursor, name: Name): Call {
  if (p.at('(')) p.choose();
  else p.fail('(');
  p.enter();
  const { quantifier, args } = p.at(')') ? { args: [] } : callArguments(p);
  p.expect(')');
  p.leave();
  const base = callOf(nameText(name), name, args, p.lastEnd);
  return quantifier === undefined ? base : { ...base, quantifier };
}

function callArguments(p: Cursor): { args: Expression[]; quantifier?: 'ALL' | 'DISTINCT' } {
  if (p.at('*')) {
    const { start } = p;
    p.take();
    return { args: [{ kind: 'star', start, end: p.lastEnd }] };
  }
  const word = p.type;
  const quantified = word === 'DISTINCT' || word === 'ALL';
  if (quantified) p.take();
  const args = argumentList(p, 'subQuery');
  return quantified ? { args, quantifier: word } : { args };
}

/** Arguments with commas between them; the first may be a query. */
function argumentList(p: Cursor, context: Context): Expression[] {
  const args = [argument(p, inside(context), true)];
  while (p.at(',')) {
    p.choose();
    requireExpressionAllowed(p, context);
    args.push(argument(p, context, false));
  }
  return args;
}

/** One argument, with its name if it has one: `name => value`. */
function argument(p: Cursor, context: Context, first: boolean): Expression {
  if (!p.atName() || p.peek() !== '=>') return argumentValue(p, context, first);
  const name = identifier(p);
  p.take();
  const value = argumentValue(p, context, first);
  const left = { kind: 'name', parts: [name], star: false, start: name.start, end: name.end } as const;
  return { kind: 'operation', operator: '=>', operands: [left, value], start: name.start, end: p.lastEnd };
}

function argumentValue(p: Cursor, context: Context, first: boolean): Expression {
  const { start } = p;
  if (p.accept('DEFAULT')) return { kind: 'word', word: 'DEFAULT', start, end: p.lastEnd };
  return first ? asExpression(orderedQueryOrExpression(p, context)) : expression(p, context, true);
}

/** The window behind OVER, or in a WINDOW clause. */
export function windowSpec(p: Cursor): WindowSpec {
  const { start } = p;
  p.expect('(');
  const base = p.atName() ? identifier(p) : undefined;
  const partitionBy = partition(p);
  const order = orderBy(p);
  const frame =
    p.at('ROWS') || p.at('RANGE') ? windowFrame(p, p.type === 'ROWS' ? 'ROWS' : 'RANGE') : undefined;
  if (p.at('ALLOW') || p.at('DISALLOW')) {
    p.choose();
    p.expect('PARTIAL');
  }
  p.expect(')');
  return {
    kind: 'windowSpec',
    ...(base === undefined ? {} : { base }),
    partitionBy,
    orderBy: order,
    ...(frame === undefined ? {} : { frame }),
    start,
    end: p.lastEnd,
  };
}

/** `PARTITION BY …`, if it is there. */
export function partition(p: Cursor): Expression[] {
  if (!p.at('PARTITION')) return [];
  p.choose();
  p.expect('BY');
  return expressionList(p, 'nonQuery');
}

function windowFrame(p: Cursor, unit: 'ROWS' | 'RANGE'): NonNullable<WindowSpec['frame']> {
  p.choose();
  if (!p.at('BETWEEN')) return { unit, lower: frameBound(p) };
  p.choose();
  const lower = frameBound(p);
  p.expect('AND');
  return { unit, lower, upper: frameBound(p) };
}

function frameBound(p: Cursor): FrameBound {
  const { start } = p;
  if (p.at('CURRENT') && p.peek() === 'ROW') {
    p.take();
    p.take();
    return { kind: 'frameBound', type: 'currentRow', start, end: p.lastEnd };
  }
  let offset: Expression | undefined;
  if (p.at('UNBOUNDED') && (p.peek() === 'PRECEDING' || p.peek() === 'FOLLOWING')) p.take();
  else offset = frameOffset(p);
  const direction = p.type;
  if (direction !== 'PRECEDING' && direction !== 'FOLLOWING') p.fail('PRECEDING', 'FOLLOWING');
  p.take();
  const type = direction === 'PRECEDING' ? 'preceding' : 'following';
  return { kind: 'frameBound', type, ...(offset === undefined ? {} : { offset }), start, end: p.lastEnd };
}

/**
 * The distance of a bound. The service looks at two tokens: a word or number alone needs its direction, and the
 * parenthesis of a call is none.
 */
function frameOffset(p: Cursor): Expression {
  const { index } = p;
  if (p.peek() === '(' && p.peek(2) !== T.BAD && isPlainFunction(p)) {
    p.forgetChoice();
    p.fail('number');
  }
  const offset = expression(p, 'nonQuery', true);
  if (p.index === index + 1) p.markLast();
  return offset;
}

const OWN_SYNTAX = new Set(['FLOOR', 'CEILING', 'TIMESTAMPADD', 'TIMESTAMPDIFF']);

/** Whether the next word names a function without a syntax of its own. */
function isPlainFunction(p: Cursor): boolean {
  return (p.atName() || RESERVED_FUNCTION_NAMES.has(p.type)) && !OWN_SYNTAX.has(p.type);
}

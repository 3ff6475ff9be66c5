import type { Expression } from '../tree/expressions.ts';
import { atom } from './atoms.ts';
import { requireExpressionAllowed } from './context.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { signedNumber } from './literals.ts';
import { commaList, identifier } from './names.ts';
import { OperatorStack } from './operators.ts';
import { parenthesizedList } from './parentheses.ts';

/** Operators of one token with an operand on either side. */
const INFIX = new Set(
  '= > < <= >= <> + - * / || AND OR CONTAINS OVERLAPS EQUALS PRECEDES SUCCEEDS != %'.split(' '),
);
const COMPARISONS = new Set(['<', '<=', '>', '>=', '=', '<>', '!=']);
const QUANTIFIERS = new Set(['SOME', 'ANY', 'ALL']);
const PREFIX = new Set(['+', '-', 'NOT', 'EXISTS']);
const WORD_OPERATORS = new Set(
  'NOT IN BETWEEN LIKE SIMILAR IS MEMBER SUBMULTISET IMMEDIATELY MULTISET ESCAPE ['.split(' '),
);
const TRUTHS = new Set(['NULL', 'TRUE', 'FALSE', 'UNKNOWN', 'EMPTY']);

/**
 * An expression; its operators are put together after Calcite's precedence.
 * @param optional whether the service could leave the expression out or read something else here: it looks at the
 *   first two tokens then, and blames a sign nothing follows; otherwise it has taken the sign already
 */
export function expression(p: Cursor, context: Context, optional = false): Expression {
  p.enter();
  if (optional && PREFIX.has(p.type)) p.markChoice();
  const first = PREFIX.has(p.type) ? undefined : atom(p, context);
  const result =
    first !== undefined && !INFIX.has(p.type) && !WORD_OPERATORS.has(p.type)
      ? first
      : operatorExpression(p, context, first);
  p.leave();
  return result;
}

/**
 * Expressions with commas between them.
 * @param optional whether the service could leave the list out (see `expression`)
 */
export function expressionList(p: Cursor, context: Context, optional = false): Expression[] {
  const { index } = p;
  return commaList(p, item => expression(item, context, optional && item.index === index));
}

function operatorExpression(p: Cursor, context: Context, first: Expression | undefined): Expression {
  const stack = new OperatorStack();
  if (first === undefined) operand(p, context, stack);
  else stack.operand(first);
  let escapes = 0;
  for (;;) {
    const { type } = p;
    if (type === 'AND' && stack.isNested) break;
    if (INFIX.has(type)) infix(p, context, stack);
    else if (type === 'ESCAPE' && escapes > 0) {
      escapes--;
      p.choose();
      stack.infix('ESCAPE');
      bareOperand(p, stack);
    } else if (WORD_OPERATORS.has(type)) {
      const read = wordOperator(p, context, stack);
      if (read === undefined) break;
      if (read === 'like') escapes++;
    } else break;
  }
  if (stack.lacksAnd) {
    const text = 'BETWEEN operator has no terminating AND';
    const behind = { start: p.lastEnd, end: p.lastEnd + 1 };
    p.refuse('betweenWithoutAnd', text, behind, 'hidden', [], p.nextOrLast);
  }
  if (stack.negatedUpper !== undefined) p.refuse('betweenAndNot', '', stack.negatedUpper, 'none');
  return stack.finish();
}

/** Prefix operators and what they stand before. */
function operand(p: Cursor, context: Context, stack: OperatorStack): void {
  while (PREFIX.has(p.type)) {
    stack.prefix(p.type, p.start);
    p.take();
    requireExpressionAllowed(p, context);
  }
  stack.operand(atom(p, context));
}

/** The second value of an operator whose look-ahead ends at the token behind it. */
function secondOperand(p: Cursor, stack: OperatorStack): void {
  if (PREFIX.has(p.type)) p.markChoice();
  operand(p, 'subQuery', stack);
}

/** The value behind BETWEEN or ESCAPE: no operator may stand before it, but a number may have a sign. */
function bareOperand(p: Cursor, stack: OperatorStack): void {
  stack.operand(p.at('-') || p.at('+') ? signedNumber(p) : atom(p, 'subQuery'));
}

function infix(p: Cursor, context: Context, stack: OperatorStack): void {
  const operator = p.type;
  p.chooseOperator();
  if (operator === '!=') {
    const text = "Bang equal '!=' is not allowed under the current SQL conformance level";
    p.refuse('bangEqual', text, p.lastToken, 'none');
  }
  if (operator === '%') {
    const text = "Percent remainder '%' is not allowed under the current SQL conformance level";
    p.refuse('percent', text, p.lastToken, 'none');
  }
  requireExpressionAllowed(p, context);
  if (COMPARISONS.has(operator) && QUANTIFIERS.has(p.type)) {
    stack.infix(`${operator} ${p.type}`);
    p.take();
    stack.operand(parenthesizedList(p, 'nonCursor'));
    return;
  }
  const closes = operator === 'AND' && stack.waitsForAnd;
  stack.infix(operator);
  if (closes && p.at('NOT')) stack.negateUpper(p.nextOrLast);
  secondOperand(p, stack);
}

/** Operators made of words. Undefined when the words are none (and belong to what follows the expression). */
function wordOperator(p: Cursor, context: Context, stack: OperatorStack): 'done' | 'like' | undefined {
  switch (p.type) {
    case 'NOT':
      return negated(p, context, stack);
    case 'IN':
    case 'LIKE':
    case 'SIMILAR':
    case 'BETWEEN':
      return predicate(p, context, stack, '');
    case 'IS':
      return truth(p, context, stack);
    case '[':
      p.choose();
      stack.infix('[]');
      stack.operand(expression(p, 'subQuery'));
      p.expect(']');
      stack.close(p.lastEnd);
      while (p.at('.')) {
        p.choose();
        const field = identifier(p);
        stack.infix('.');
        stack.operand({ kind: 'name', parts: [field], star: false, start: field.start, end: field.end });
      }
      return 'done';
    case 'MEMBER':
    case 'SUBMULTISET':
      return spelled(p, context, stack, p.type, 'OF');
    case 'IMMEDIATELY':
      if (p.peek() !== 'PRECEDES' && p.peek() !== 'SUCCEEDS') return undefined;
      return spelled(p, context, stack, p.type, p.peek());
    case 'MULTISET':
      return multiset(p, context, stack);
    default:
      return undefined;
  }
}

function spelled(p: Cursor, context: Context, stack: OperatorStack, first: string, second: string): 'done' {
  if (first !== 'NOT SUBMULTISET') p.chooseOperator();
  if (p.at(second)) p.choose();
  else p.fail(second);
  if (first === 'NOT SUBMULTISET') {
    p.expect('OF');
    p.forgetChoice();
  }
  requireExpressionAllowed(p, context);
  stack.infix(first === 'NOT SUBMULTISET' ? 'NOT SUBMULTISET OF' : `${first} ${second}`);
  operand(p, 'subQuery', stack);
  return 'done';
}

function negated(p: Cursor, context: Context, stack: OperatorStack): 'done' | 'like' {
  if (p.peek() === 'SUBMULTISET') {
    p.chooseOperator();
    return spelled(p, context, stack, 'NOT SUBMULTISET', 'SUBMULTISET');
  }
  p.choose();
  return predicate(p, context, stack, 'NOT ');
}

function predicate(p: Cursor, context: Context, stack: OperatorStack, not: '' | 'NOT '): 'done' | 'like' {
  const word = p.type;
  if (word !== 'IN' && word !== 'LIKE' && word !== 'SIMILAR' && word !== 'BETWEEN')
    p.fail('IN', 'LIKE', 'SIMILAR', 'BETWEEN', 'SUBMULTISET');
  requireExpressionAllowed(p, context);
  if (not === '' || word === 'SIMILAR') p.choose();
  else p.take();
  if (word === 'IN') {
    stack.infix(`${not}IN`);
    stack.operand(parenthesizedList(p, 'nonCursor'));
    return 'done';
  }
  if (word === 'BETWEEN') {
    const symmetry = p.at('SYMMETRIC') || p.at('ASYMMETRIC') ? ` ${p.type}` : '';
    if (symmetry !== '') p.take();
    stack.between(`${not}BETWEEN${symmetry}`);
    bareOperand(p, stack);
    return 'done';
  }
  if (word === 'SIMILAR') p.expect('TO');
  stack.infix(`${not}${word === 'SIMILAR' ? 'SIMILAR TO' : 'LIKE'}`);
  operand(p, 'subQuery', stack);
  return 'like';
}

function truth(p: Cursor, context: Context, stack: OperatorStack): 'done' {
  requireExpressionAllowed(p, context);
  const isNegated = p.peek() === 'NOT';
  if (p.peek() === 'DISTINCT') p.chooseOperator();
  else p.choose();
  if (isNegated) p.choose();
  const not = isNegated ? 'NOT ' : '';
  if (p.at('DISTINCT')) {
    if (isNegated) p.take();
    else p.choose();
    p.expect('FROM');
    stack.infix(`IS ${not}DISTINCT FROM`);
    operand(p, 'subQuery', stack);
    return 'done';
  }
  const word = p.type;
  if (word === 'A') {
    p.choose();
    p.expect('SET');
    stack.postfix(`IS ${not}A SET`, p.lastEnd);
    return 'done';
  }
  if (!TRUTHS.has(word)) p.fail('NULL', 'NOT', 'TRUE', 'FALSE', 'UNKNOWN', 'DISTINCT');
  p.take();
  stack.postfix(`IS ${not}${word}`, p.lastEnd);
  return 'done';
}

function multiset(p: Cursor, context: Context, stack: OperatorStack): 'done' {
  p.chooseOperator();
  const word = p.type;
  if (word !== 'UNION' && word !== 'INTERSECT' && word !== 'EXCEPT') p.fail('UNION', 'INTERSECT', 'EXCEPT');
  p.choose();
  if (!p.accept('ALL')) p.accept('DISTINCT');
  requireExpressionAllowed(p, context);
  stack.infix(`MULTISET ${word}`);
  operand(p, 'subQuery', stack);
  return 'done';
}

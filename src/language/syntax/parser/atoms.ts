import { CONTEXT_VARIABLE_WORDS, RESERVED_FUNCTION_NAMES } from '../lexer/keywords.ts';
import * as T from '../lexer/tokens.ts';
import type { Call, Case, Collection, Expression } from '../tree/expressions.ts';
import { builtinCall, isBuiltin } from './builtins.ts';
import { callOf, namedCall, reservedName, routineCall } from './calls.ts';
import { requireExpressionAllowed } from './context.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { expression, expressionList } from './expressions.ts';
import { atIntervalUnit, intervalLiteral, intervalQualifier } from './intervals.ts';
import { dateTimeLiteral, isString, specialLiteral, stringLiteral, unsignedNumber } from './literals.ts';
import { compoundName, parenthesizedNames } from './names.ts';
import { asExpression, parenthesizedList } from './parentheses.ts';
import { leafQueryOrExpression } from './queries.ts';

/** An operand: an atom, or something in parentheses (Calcite's Expression3). */
export function atom(p: Cursor, context: Context): Expression {
  const { type } = p;
  if (type === '(') return parenthesized(p, context);
  if (type === 'ROW') return row(p, context);
  if (type === 'CURSOR') {
    p.take();
    if (context !== 'all' && context !== 'cursor')
      p.refuse('illegalCursor', 'CURSOR expression encountered in illegal context', p.lastToken);
    return expression(p, 'query');
  }
  const result = rowAtom(p);
  requireExpressionAllowed(p, context);
  return result;
}

/** `ROW (…)`. With a name first, all items must be names: the service decides after three tokens. */
function row(p: Cursor, context: Context): Expression {
  const { start } = p;
  p.choose();
  if (p.at('(') && p.atName(1)) {
    const items = parenthesizedNames(p).map(
      part =>
        ({ kind: 'name', parts: [part], star: false, start: part.start, end: part.end }) satisfies Expression,
    );
    return { kind: 'row', items, start, end: p.lastEnd };
  }
  const list = parenthesizedList(p, context);
  const items = list.kind === 'row' ? list.items : [list];
  return { kind: 'row', items, start, end: p.lastEnd };
}

/** `(a, b)`, `(query)`, and `(a - b) DAY`. */
function parenthesized(p: Cursor, context: Context): Expression {
  const { start } = p;
  p.markChoice();
  const list = parenthesizedList(p, context);
  if (!atIntervalUnit(p)) return list;
  const unit = intervalQualifier(p);
  if (list.kind !== 'operation' || list.operator !== '-' || list.operands.length !== 2) {
    const text = "Illegal expression. Was expecting '(DATETIME - DATETIME) INTERVALQUALIFIER'";
    p.refuse('illegalMinusDate', text, { start, end: p.lastEnd });
  }
  return callOf('-', { start, end: start + 1 }, [...list.operands, unit], p.lastEnd);
}

/** Calcite's AtomicRowExpression. */
export function rowAtom(p: Cursor): Expression {
  const { type, start } = p;
  if (type === T.IDENTIFIER || type === T.QUOTED_IDENTIFIER || type === T.PLACEHOLDER) return nameOrCall(p);
  if (type === T.INTEGER || type === T.DECIMAL || type === T.APPROXIMATE) return unsignedNumber(p);
  if (isString(type)) return stringLiteral(p);
  const special = specialLiteral(p) ?? dateTimeLiteral(p);
  if (special !== undefined) return special;
  if (isBuiltin(p)) return builtinCall(p);
  switch (type) {
    case 'INTERVAL':
      return intervalLiteral(p);
    case '?':
      p.take();
      return { kind: 'parameter', start, end: p.lastEnd };
    case 'CASE':
      return caseExpression(p);
    case '{fn':
      return jdbcCall(p);
    case 'ARRAY':
    case 'MULTISET':
      return collection(p, type);
    case 'MAP':
      if (p.peek() === '[' || p.peek() === '(') return collection(p, type);
      break;
    case 'PERIOD':
      return period(p);
    case 'NEW':
      p.choose();
      return routineCall(p, compoundName(p), 'subQuery');
    case 'SPECIFIC':
      return specificCall(p);
    case 'NEXT':
    case 'CURRENT':
      return sequence(p);
  }
  if (RESERVED_FUNCTION_NAMES.has(type) && p.peek() === '(') return namedCall(p, reservedName(p));
  if (CONTEXT_VARIABLE_WORDS.has(type)) return callOf(p.text, reservedName(p), [], p.lastEnd);
  if (p.atName()) return nameOrCall(p);
  // Such a word alone passes the service's look-ahead, so the word itself is blamed, not what stands before it.
  // It has then seen the token behind the word, which may be none.
  if (RESERVED_FUNCTION_NAMES.has(type)) {
    p.forgetChoice();
    if (p.peek() === T.BAD) p.take();
  }
  return p.fail('expression');
}

/** `SPECIFIC f(x)`: the service looks for the parenthesis before it takes the first word. */
function specificCall(p: Cursor): Expression {
  const isReserved = RESERVED_FUNCTION_NAMES.has(p.peek());
  if (!isReserved && !p.atName(1)) {
    p.choose();
    p.fail('function');
  }
  let distance = 2;
  while (p.peek(distance) === '.' && p.atName(distance + 1)) distance += 2;
  if (p.peek(distance) !== '(') p.forgetChoice();
  p.choose();
  if (p.peek(distance - 1) !== '(') p.fail('function');
  return namedCall(p, isReserved ? reservedName(p) : compoundName(p));
}

function nameOrCall(p: Cursor): Expression {
  const name = compoundName(p);
  return p.at('(') ? namedCall(p, name) : name;
}

function caseExpression(p: Cursor): Case {
  const { start } = p;
  p.choose();
  const operand = p.at('WHEN') ? undefined : expression(p, 'subQuery', true);
  const branches = [];
  if (!p.at('WHEN')) p.fail('WHEN');
  while (p.at('WHEN')) {
    if (branches.length === 0) p.take();
    else p.choose();
    const when = expressionList(p, 'subQuery');
    p.expect('THEN');
    branches.push({ when, then: expression(p, 'subQuery') });
  }
  let otherwise: Expression | undefined;
  if (p.at('ELSE')) {
    p.choose();
    otherwise = expression(p, 'subQuery');
  }
  p.expect('END');
  return {
    kind: 'case',
    ...(operand === undefined ? {} : { operand }),
    branches,
    ...(otherwise === undefined ? {} : { otherwise }),
    start,
    end: p.lastEnd,
  };
}

function collection(p: Cursor, type: 'ARRAY' | 'MAP' | 'MULTISET'): Collection {
  const { start } = p;
  p.choose();
  let items: Expression[] = [];
  if (p.at('(')) {
    p.take();
    items = [asExpression(leafQueryOrExpression(p, 'query'))];
    p.expect(')');
  } else {
    if (type === 'MULTISET' && p.at('[')) p.markChoice();
    p.expect('[');
    if (type === 'MULTISET' || !p.at(']')) items = expressionList(p, 'nonQuery', type !== 'MULTISET');
    p.expect(']');
  }
  return { kind: 'collection', type, items, start, end: p.lastEnd };
}

function period(p: Cursor): Expression {
  const { start } = p;
  p.choose();
  p.expect('(');
  const from = expression(p, 'subQuery');
  p.expect(',');
  const to = expression(p, 'subQuery');
  p.expect(')');
  return { kind: 'row', items: [from, to], start, end: p.lastEnd };
}

/** `NEXT VALUE FOR s`, `CURRENT VALUE FOR s`. */
function sequence(p: Cursor): Expression {
  const { start, text } = p;
  const nameSpan = { start, end: start + text.length };
  p.choose();
  p.expect('VALUE');
  p.expect('FOR');
  return callOf(`${text} VALUE`, nameSpan, [compoundName(p)], p.lastEnd);
}

/** `{fn ABS(x)}` */
function jdbcCall(p: Cursor): Expression {
  const { start } = p;
  p.choose();
  let result: Expression;
  if (isBuiltin(p) && (p.at('TIMESTAMPADD') || p.at('TIMESTAMPDIFF'))) result = builtinCall(p);
  else if (p.at('CONVERT')) result = jdbcConvert(p);
  else {
    const word = p.type;
    const isWord = RESERVED_FUNCTION_NAMES.has(word) || ['INSERT', 'TRUNCATE', 'SUBSTRING'].includes(word);
    if (!isWord && !p.atName()) p.fail(T.IDENTIFIER);
    result = jdbcNamedCall(p);
  }
  p.expect('}');
  return { ...result, start, end: p.lastEnd };
}

/** A function of `{fn …}`: its arguments are a plain list. */
function jdbcNamedCall(p: Cursor): Call {
  const { start, text } = p;
  const span = { start, end: start + text.length };
  p.choose();
  if (!p.at('(')) p.fail('(');
  if (p.peek() === ')' || (p.peek() === '*' && p.peek(2) === ')')) {
    p.take();
    const at = p.start;
    const args = p.accept('*') ? [{ kind: 'star', start: at, end: p.lastEnd } as const] : [];
    p.take();
    return callOf(text, span, args, p.lastEnd);
  }
  p.markChoice();
  const list = parenthesizedList(p, 'subQuery');
  return callOf(text, span, list.kind === 'row' ? list.items : [list], p.lastEnd);
}

function jdbcConvert(p: Cursor): Expression {
  p.markChoice();
  const name = reservedName(p);
  p.expect('(');
  const operand = expression(p, 'subQuery');
  p.expect(',');
  const { start, text } = p;
  if (
    !/^(?:SQL_)?(?:CHAR|VARCHAR|DATE|TIME|TIMESTAMP|DECIMAL|NUMERIC|BOOLEAN|INTEGER|BINARY|VARBINARY|TINYINT|SMALLINT|BIGINT|REAL|DOUBLE|FLOAT|INTERVAL_\w+)$/i.test(
      text,
    )
  )
    p.fail('dataType');
  p.take();
  p.expect(')');
  const type = { kind: 'word', word: text.toUpperCase(), start, end: start + text.length } as const;
  return callOf('CONVERT', name, [operand, type], p.lastEnd);
}

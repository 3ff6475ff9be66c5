import { CONTEXT_VARIABLE_WORDS, RESERVED_FUNCTION_NAMES } from '../lexer/keywords.ts';
import * as T from '../lexer/tokens.ts';
import type { Case, Collection, Expression } from '../tree/expressions.ts';
import { builtinCall, isBuiltin } from './builtins.ts';
import { callOf, namedCall, reservedName } from './calls.ts';
import { requireExpressionAllowed } from './context.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { expression, expressionList } from './expressions.ts';
import { atIntervalUnit, intervalLiteral, intervalQualifier } from './intervals.ts';
import { dateTimeLiteral, isString, specialLiteral, stringLiteral, unsignedNumber } from './literals.ts';
import { compoundName } from './names.ts';
import { asExpression, parenthesizedList } from './parentheses.ts';
import { leafQueryOrExpression } from './queries.ts';

/** An operand: an atom, or something in parentheses (Calcite's Expression3). */
export function atom(p: Cursor, context: Context): Expression {
  const { type, start } = p;
  if (type === '(') return parenthesized(p, context);
  if (type === 'ROW') {
    p.choose();
    const list = parenthesizedList(p, context);
    const items = list.kind === 'row' ? list.items : [list];
    return { kind: 'row', items, start, end: p.lastEnd };
  }
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
      return namedCall(p, compoundName(p));
    case 'SPECIFIC':
      p.choose();
      return nameOrCall(p);
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

function nameOrCall(p: Cursor): Expression {
  const name = compoundName(p);
  return p.at('(') && !name.star ? namedCall(p, name) : name;
}

function caseExpression(p: Cursor): Case {
  const { start } = p;
  p.choose();
  const operand = p.at('WHEN') ? undefined : expression(p, 'subQuery');
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
    p.expect('[');
    if (type === 'MULTISET' || !p.at(']')) items = expressionList(p, 'nonQuery');
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
    const isWord =
      RESERVED_FUNCTION_NAMES.has(word) ||
      ['INSERT', 'LEFT', 'RIGHT', 'TRUNCATE', 'SUBSTRING'].includes(word);
    if (!isWord && !p.atName()) p.fail(T.IDENTIFIER);
    result = namedCall(p, reservedName(p));
  }
  p.expect('}');
  return { ...result, start, end: p.lastEnd };
}

function jdbcConvert(p: Cursor): Expression {
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

import type { Call, Expression, Word } from '../tree/expressions.ts';
import { RESERVED_FUNCTION_NAMES } from '../lexer/keywords.ts';
import { callOf, namedCall, reservedName, withOver } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { rowAtom } from './atoms.ts';
import { intervalQualifier } from './intervals.ts';
import { signedNumber } from './literals.ts';
import { compoundName, identifier } from './names.ts';
import { dataType } from './types.ts';

/** Units of EXTRACT, FLOOR … TO, CEIL … TO. */
const TIME_UNITS = new Set(
  (
    'SECOND MINUTE HOUR DAY DOW DOY ISODOW ISOYEAR WEEK MONTH QUARTER YEAR EPOCH DECADE CENTURY MILLENNIUM ' +
    'MILLISECOND MICROSECOND'
  ).split(' '),
);
/** Units of TIMESTAMPADD and TIMESTAMPDIFF. */
const TIMESTAMP_UNITS = new Set(
  'FRAC_SECOND MICROSECOND NANOSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR'
    .split(' ')
    .flatMap(unit => [unit, `SQL_TSI_${unit}`])
    .filter(unit => unit !== 'SQL_TSI_NANOSECOND'),
);

/** Words with a call syntax of their own that are never names. */
const RESERVED = new Set(
  'CAST EXTRACT POSITION CONVERT TRANSLATE OVERLAY FLOOR CEIL CEILING SUBSTRING TRIM CLASSIFIER MATCH_NUMBER PREV RUNNING'.split(
    ' ',
  ),
);
/** Words of row patterns: free names, yet in an expression always the beginning of a call. */
const NAVIGATION = new Set(['FIRST', 'LAST']);

const ROUNDING = new Set(['FLOOR', 'CEIL', 'CEILING']);

/** Whether a function with a syntax of its own begins here. */
export function isBuiltin(p: Cursor): boolean {
  const { type } = p;
  if (RESERVED.has(type)) return true;
  if (NAVIGATION.has(type)) return true;
  if (type === 'TIMESTAMPADD' || type === 'TIMESTAMPDIFF' || type === 'NEXT') return p.peek() === '(';
  return type === 'FINAL' && atFunction(p, 1);
}

/** Whether the name of a function may begin here; the service does not look for its parenthesis. */
function atFunction(p: Cursor, distance = 0): boolean {
  return (
    p.atName(distance) || RESERVED_FUNCTION_NAMES.has(p.peek(distance)) || p.peek(distance) === 'SPECIFIC'
  );
}

export function builtinCall(p: Cursor): Expression {
  const word = p.type;
  if (word === 'RUNNING' || word === 'FINAL') return modified(p, word);
  const { start, text } = p;
  const name = { start, end: start + text.length };
  if (NAVIGATION.has(word)) navigationWord(p);
  else {
    if (RESERVED_FUNCTION_NAMES.has(word)) p.forgetChoice();
    p.choose();
    p.expect('(');
  }
  p.enter();
  const result = word === 'CAST' ? cast(p, start) : { ...callOf(text, name, args(p, word), 0) };
  p.expect(')');
  p.leave();
  if (result.kind === 'call' && ROUNDING.has(word)) return withOver(p, result);
  return { ...result, end: p.lastEnd };
}

/** FIRST or LAST and its parenthesis. As the name of a column it has to be quoted here. */
function navigationWord(p: Cursor): void {
  p.take();
  if (!p.accept('(')) p.failAs('navigationWord', '(');
}

function args(p: Cursor, word: string): Expression[] {
  switch (word) {
    case 'EXTRACT':
      return extract(p);
    case 'POSITION':
      return position(p);
    case 'CONVERT':
      return using(p, false);
    case 'TRANSLATE':
      return using(p, true);
    case 'OVERLAY':
      return overlay(p);
    case 'FLOOR':
    case 'CEIL':
    case 'CEILING':
      return rounding(p);
    case 'SUBSTRING':
      return substring(p);
    case 'TRIM':
      return trim(p);
    case 'TIMESTAMPADD':
    case 'TIMESTAMPDIFF':
      return timestamps(p);
    case 'CLASSIFIER':
    case 'MATCH_NUMBER':
      return [];
    default:
      return navigation(p);
  }
}

const part = (p: Cursor): Expression => expression(p, 'subQuery');

function cast(p: Cursor, start: number): Expression {
  const operand = part(p);
  p.expect('AS');
  if (p.at('INTERVAL')) {
    p.choose();
    return { kind: 'cast', operand, type: intervalQualifier(p), start, end: p.lastEnd };
  }
  return { kind: 'cast', operand, type: dataType(p), start, end: p.lastEnd };
}

function unit(p: Cursor, units: ReadonlySet<string>): Word {
  const { start, type } = p;
  if (!units.has(type)) p.fail('timeUnit');
  p.take();
  return { kind: 'word', word: type, start, end: p.lastEnd };
}

function extract(p: Cursor): Expression[] {
  const field = unit(p, TIME_UNITS);
  p.expect('FROM');
  return [field, part(p)];
}

function position(p: Cursor): Expression[] {
  const sought = p.at('-') || p.at('+') ? signedNumber(p) : rowAtom(p);
  p.expect('IN');
  const result = [sought, part(p)];
  if (p.at('FROM')) {
    p.choose();
    result.push(part(p));
  }
  return result;
}

function using(p: Cursor, orList: boolean): Expression[] {
  const result = [part(p)];
  if (orList && !p.at('USING')) {
    while (p.at(',')) {
      p.choose();
      result.push(part(p));
    }
    return result;
  }
  if (orList) p.choose();
  else p.expect('USING');
  const name = identifier(p);
  return [...result, { kind: 'word', word: name.name, start: name.start, end: name.end }];
}

function overlay(p: Cursor): Expression[] {
  const result = [part(p)];
  p.expect('PLACING');
  result.push(part(p));
  p.expect('FROM');
  result.push(part(p));
  if (p.at('FOR')) {
    p.choose();
    result.push(part(p));
  }
  return result;
}

function rounding(p: Cursor): Expression[] {
  const operand = part(p);
  if (!p.at('TO')) return [operand];
  p.choose();
  return [operand, unit(p, TIME_UNITS)];
}

function substring(p: Cursor): Expression[] {
  const result = [part(p)];
  if (!p.accept('FROM')) p.expect(',');
  result.push(part(p));
  if (p.at('FOR') || p.at(',')) {
    p.choose();
    result.push(part(p));
  }
  return result;
}

function trim(p: Cursor): Expression[] {
  const { start, type } = p;
  const result: Expression[] = [];
  if (type === 'BOTH' || type === 'TRAILING' || type === 'LEADING') {
    p.choose();
    result.push({ kind: 'word', word: type, start, end: p.lastEnd });
  }
  if (p.at(')') && result.length === 0)
    p.refuse('trimOfNothing', 'java.lang.NullPointerException', p.lastToken, 'none');
  if (!p.at('FROM') && !p.at(')')) result.push(expression(p, 'subQuery', result.length > 0));
  if (p.at(')')) return result;
  p.expect('FROM');
  if (result.length === 0)
    p.refuse('trimFromOnly', "'FROM' without operands preceding it is illegal", p.lastToken);
  result.push(part(p));
  return result;
}

function timestamps(p: Cursor): Expression[] {
  const interval = unit(p, TIMESTAMP_UNITS);
  p.expect(',');
  const first = part(p);
  p.expect(',');
  return [interval, first, part(p)];
}

/** FIRST, LAST, PREV, NEXT of a row pattern: an expression and a count. */
function navigation(p: Cursor): Expression[] {
  const result = [part(p)];
  if (p.at(',')) {
    p.choose();
    result.push(signedNumber(p));
  }
  return result;
}

/** `RUNNING f(x)`, `FINAL f(x)` */
function modified(p: Cursor, word: string): Call {
  const { start } = p;
  const nameSpan = { start, end: start + word.length };
  p.choose();
  if (!atFunction(p)) p.fail('function');
  const call = NAVIGATION.has(p.type) ? builtinCall(p) : functionCall(p);
  return callOf(word, nameSpan, [call], p.lastEnd);
}

function functionCall(p: Cursor): Call {
  p.accept('SPECIFIC');
  if (!p.atName() && !RESERVED_FUNCTION_NAMES.has(p.type)) p.fail('function');
  return namedCall(p, p.atName() ? compoundName(p) : reservedName(p));
}

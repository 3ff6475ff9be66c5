import type { Call, Expression, Word } from '../tree/expressions.ts';
import { callOf, namedCall, reservedName } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { rowAtom } from './atoms.ts';
import { intervalQualifier } from './intervals.ts';
import { signedNumber } from './literals.ts';
import { compoundName, identifier } from './names.ts';
import { dataType } from './types.ts';

/** Units of EXTRACT, FLOOR … TO, CEIL … TO. */
const TIME_UNITS = new Set(
  'SECOND MINUTE HOUR DAY DOW DOY ISODOW ISOYEAR WEEK MONTH QUARTER YEAR EPOCH DECADE CENTURY MILLENNIUM MILLISECOND'.split(
    ' ',
  ),
);
const EXTRACT_UNITS = new Set([...TIME_UNITS, 'NANOSECOND', 'MICROSECOND']);
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
/** The same for words that are names elsewhere. */
const FREE = new Set('TIMESTAMPADD TIMESTAMPDIFF FIRST LAST'.split(' '));

/** Whether a function with a syntax of its own begins here. */
export function isBuiltin(p: Cursor): boolean {
  const { type } = p;
  if (RESERVED.has(type)) return true;
  if (FREE.has(type)) return p.peek() === '(';
  if (type === 'NEXT') return p.peek() === '(';
  return (
    type === 'FINAL' && p.peek() !== '(' && (p.atName(1) || /^[A-Z]/.test(p.peek())) && p.peek(2) === '('
  );
}

export function builtinCall(p: Cursor): Expression {
  const word = p.type;
  if (word === 'RUNNING' || word === 'FINAL') return modified(p, word);
  const { start, text } = p;
  const name = { start, end: start + text.length };
  p.choose();
  p.expect('(');
  p.enter();
  const result = word === 'CAST' ? cast(p, start) : { ...callOf(text, name, args(p, word), 0) };
  p.expect(')');
  p.leave();
  return { ...result, end: p.lastEnd };
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
  const field = unit(p, EXTRACT_UNITS);
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
  p.expect('USING');
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
  if (!p.at('FROM') && !p.at(')')) result.push(part(p));
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
  const isNavigation = (p.at('FIRST') || p.at('LAST')) && p.peek() === '(';
  const call = isNavigation ? builtinCall(p) : namedCall(p, p.atName() ? compoundName(p) : functionWord(p));
  return callOf(word, nameSpan, [call], p.lastEnd);
}

function functionWord(p: Cursor): ReturnType<typeof reservedName> {
  if (!/^[A-Z]/.test(p.type) || p.peek() !== '(') p.fail('function');
  return reservedName(p);
}

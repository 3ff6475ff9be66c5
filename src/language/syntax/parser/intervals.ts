import { BAD, INTEGER, STRING } from '../lexer/tokens.ts';
import type { Literal, Word } from '../tree/expressions.ts';
import type { Cursor } from './cursor.ts';
import { size } from './types.ts';

/** Units an interval may begin with, and those it may go on to: `DAY TO SECOND`. */
const UNITS: ReadonlyMap<string, readonly string[]> = new Map([
  ['YEAR', ['MONTH']],
  ['MONTH', []],
  ['DAY', ['HOUR', 'MINUTE', 'SECOND']],
  ['HOUR', ['MINUTE', 'SECOND']],
  ['MINUTE', ['SECOND']],
  ['SECOND', []],
]);

function precision(p: Cursor, withFraction: boolean): void {
  // Without a number in it, the service leaves the parenthesis to whatever follows the unit.
  if (!p.at('(') || (p.peek() !== INTEGER && p.peek() !== BAD)) return;
  p.choose();
  size(p);
  if (withFraction && p.at(',')) {
    p.choose();
    size(p);
  }
  p.expect(')');
}

export function atIntervalUnit(p: Cursor): boolean {
  return UNITS.has(p.type);
}

/** `DAY(3) TO SECOND(6)` */
export function intervalQualifier(p: Cursor): Word {
  const { start } = p;
  const unit = p.type;
  const upTo = UNITS.get(unit);
  if (upTo === undefined) p.fail(...UNITS.keys());
  p.take();
  precision(p, unit === 'SECOND');
  const follows = p.peek();
  if (!p.at('TO') || (!upTo.includes(follows) && follows !== BAD))
    return { kind: 'word', word: unit, start, end: p.lastEnd };
  p.take();
  const last = p.type;
  if (last === BAD) p.fail(...upTo);
  p.take();
  if (last === 'SECOND') precision(p, false);
  return { kind: 'word', word: `${unit} TO ${last}`, start, end: p.lastEnd };
}

/** `INTERVAL '10' MINUTE` */
export function intervalLiteral(p: Cursor): Literal {
  p.markChoice();
  return requiredInterval(p);
}

/** The same where nothing else may stand. */
export function requiredInterval(p: Cursor): Literal {
  const { start } = p;
  p.take();
  let sign = '';
  if (p.at('-') || p.at('+')) {
    sign = p.at('-') ? '-' : '';
    p.take();
  }
  if (!p.at(STRING)) p.fail(STRING);
  const value = p.text.slice(1, -1);
  p.take();
  const unit = intervalQualifier(p);
  if (value === '')
    p.refuse(
      'badInterval',
      `Illegal INTERVAL literal '${value}' ${unit.word}`,
      { start, end: p.lastEnd },
      'at',
    );
  return { kind: 'literal', type: 'interval', value: sign + value, unit: unit.word, start, end: p.lastEnd };
}

import type { Literal } from '../../syntax/tree/expressions.ts';
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  familyOf,
  INT,
  INTERVAL,
  NULL,
  TIME,
  TIMESTAMP,
  UNKNOWN,
  VARBINARY,
  VARCHAR,
  widerNumber,
} from '../types.ts';
import type { SqlType } from '../types.ts';

const LITERALS: Readonly<Partial<Record<Literal['type'], SqlType>>> = {
  string: VARCHAR,
  binary: VARBINARY,
  boolean: BOOLEAN,
  unknown: BOOLEAN,
  null: NULL,
  date: DATE,
  time: TIME,
  timestamp: TIMESTAMP,
  interval: INTERVAL,
};

export function literalType(literal: Literal): SqlType {
  const type = LITERALS[literal.type];
  if (type !== undefined) return type;
  const { value } = literal;
  if (/e/i.test(value)) return DOUBLE;
  if (value.includes('.')) {
    const digits = value.replace(/[^0-9.]/g, '').replace(/^0+(?=\d)/, '');
    const scale = digits.length - digits.indexOf('.') - 1;
    return { name: 'DECIMAL', precision: Math.max(digits.length - 1, scale), scale };
  }
  return Number(value) <= 0x7fffffff && Number(value) >= -0x80000000 ? INT : BIGINT;
}

const ARITHMETIC = new Set(['+', '-', '*', '/', '%']);
const CONDITION =
  /^(?:=|<>|!=|<=?|>=?)|^(?:AND|OR|EXISTS|UNIQUE|CONTAINS|OVERLAPS|EQUALS|PRECEDES|SUCCEEDS)$|^NOT|^IS |BETWEEN|LIKE|SIMILAR|IN$|^MEMBER|SUBMULTISET|^IMMEDIATELY/;

/** The type an operator gives (blink-sql.md 7.1: division gives DOUBLE unless an operand is DECIMAL). */
export function operationType(operator: string, types: readonly SqlType[]): SqlType {
  const [a = UNKNOWN, b] = types;
  if (ARITHMETIC.has(operator)) return b === undefined ? a : arithmetic(operator, a, b);
  if (operator === '||') return familyOf(a) === 'binary' ? a : VARCHAR;
  if (operator === '[]') return a.element ?? UNKNOWN;
  if (operator === '=>') return b ?? UNKNOWN;
  if (operator === 'ESCAPE' || CONDITION.test(operator)) return BOOLEAN;
  return UNKNOWN;
}

function arithmetic(operator: string, a: SqlType, b: SqlType): SqlType {
  const left = familyOf(a);
  const right = familyOf(b);
  if (left === 'number' && right === 'number') {
    const decimal = a.name === 'DECIMAL' || b.name === 'DECIMAL';
    const approximate = [a, b].some(type => type.name === 'DOUBLE' || type.name === 'FLOAT');
    if (operator === '/') return decimal && !approximate ? { name: 'DECIMAL', vague: true } : DOUBLE;
    return decimal ? { ...widerNumber(a, b), vague: true } : widerNumber(a, b);
  }
  if (right === 'interval' && (left === 'timestamp' || left === 'date' || left === 'time')) return a;
  if (left === 'interval' && (right === 'timestamp' || right === 'date' || right === 'time')) return b;
  if (left === 'interval' && (right === 'interval' || right === 'number')) return INTERVAL;
  return UNKNOWN;
}

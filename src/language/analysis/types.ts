import type { DataType } from '../syntax/tree/base.ts';

/** The type of a value. `UNKNOWN` stands for anything: nothing may be said about it. */
export interface SqlType {
  /** `INT`, `VARCHAR`, `ARRAY`, `NULL`, `UNKNOWN` …, synonyms resolved. */
  readonly name: string;
  readonly precision?: number;
  readonly scale?: number;
  /** Of an array or multiset: its elements; of a map: its values. */
  readonly element?: SqlType;
  /** The family is sure, the exact type is not: versions differ, or the planner may choose. */
  readonly vague?: boolean;
}

const simple = (name: string): SqlType => ({ name });

export const UNKNOWN = simple('UNKNOWN');
export const NULL = simple('NULL');
export const BOOLEAN = simple('BOOLEAN');
export const INT = simple('INT');
export const BIGINT = simple('BIGINT');
export const DOUBLE = simple('DOUBLE');
export const VARCHAR = simple('VARCHAR');
export const VARBINARY = simple('VARBINARY');
export const DATE = simple('DATE');
export const TIME = simple('TIME');
export const TIMESTAMP = simple('TIMESTAMP');
export const INTERVAL = simple('INTERVAL');
export const ROW = simple('ROW');

/** What types have in common when they are compared or given to a function. */
export type Family =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'interval'
  | 'binary'
  | 'collection'
  | 'unknown';

const FAMILIES: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['VARCHAR', 'text'],
  ['BOOLEAN', 'boolean'],
  ...['TINYINT', 'SMALLINT', 'INT', 'BIGINT', 'FLOAT', 'DOUBLE', 'DECIMAL'].map((name): [string, Family] => [
    name,
    'number',
  ]),
  ['DATE', 'date'],
  ['TIME', 'time'],
  ['TIMESTAMP', 'timestamp'],
  ['INTERVAL', 'interval'],
  ['VARBINARY', 'binary'],
  ['ARRAY', 'collection'],
  ['MAP', 'collection'],
  ['MULTISET', 'collection'],
]);

export function familyOf(type: SqlType): Family {
  return FAMILIES.get(type.name) ?? 'unknown';
}

export const isKnown = (type: SqlType): boolean => familyOf(type) !== 'unknown';

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['INTEGER', 'INT'],
  ['NUMERIC', 'DECIMAL'],
  ['DEC', 'DECIMAL'],
  ['REAL', 'FLOAT'],
  ['CHAR', 'VARCHAR'],
  ['BINARY', 'VARBINARY'],
]);

/** The type a word of the catalog or the grammar names; a word that is none is unknown. */
export function typeNamed(word: string): SqlType {
  const name = SYNONYMS.get(word) ?? word;
  return FAMILIES.has(name) ? simple(name) : UNKNOWN;
}

/** The type a declaration or a CAST names. */
export function declaredType(type: DataType): SqlType {
  const found = typeNamed(type.name.toUpperCase());
  const element = type.elements?.at(-1);
  if (element !== undefined) return { name: found.name, element: declaredType(element) };
  if (type.userDefined && found.name !== 'UNKNOWN') return UNKNOWN;
  if (found.name !== 'DECIMAL' || type.precision === undefined) return found;
  return { name: 'DECIMAL', precision: type.precision, scale: type.scale ?? 0 };
}

/** The type as a person writes it: `DECIMAL(18, 4)`, `ARRAY<VARCHAR>`. */
export function typeText(type: SqlType): string {
  if (type.element !== undefined) return `${type.name}<${typeText(type.element)}>`;
  if (type.precision === undefined) return type.name;
  return `${type.name}(${type.precision}, ${type.scale ?? 0})`;
}

const NUMBER_ORDER = ['TINYINT', 'SMALLINT', 'INT', 'BIGINT', 'DECIMAL', 'FLOAT', 'DOUBLE'];

/** The number type both fit into, as Calcite chooses it: exact and approximate together are DOUBLE. */
export function widerNumber(a: SqlType, b: SqlType): SqlType {
  const vague = a.vague === true || b.vague === true ? { vague: true } : {};
  if (a.name === b.name) return a.name === 'DECIMAL' ? { name: 'DECIMAL', ...vague } : { ...a, ...vague };
  const wide = Math.max(NUMBER_ORDER.indexOf(a.name), NUMBER_ORDER.indexOf(b.name));
  const name = NUMBER_ORDER[wide] ?? 'DOUBLE';
  return { name: name === 'FLOAT' ? 'DOUBLE' : name, ...vague };
}

/** The type values of two types have together; unknown when they do not go together. */
export function commonType(a: SqlType, b: SqlType): SqlType {
  if (a.name === 'NULL') return b;
  if (b.name === 'NULL') return a;
  const family = familyOf(a);
  if (family === 'unknown' || family !== familyOf(b)) return UNKNOWN;
  if (family === 'number') return widerNumber(a, b);
  return a.name === b.name ? a : UNKNOWN;
}

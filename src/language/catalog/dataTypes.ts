import type { Texts } from './texts.ts';

/** A type a column of CREATE TABLE may have, with its docs. */
export interface DataTypeDoc extends Texts {
  readonly name: string;
  /** Other spellings of the same type. */
  readonly synonyms: readonly string[];
  /** What may stand behind it: `(n)`, `(p, s)`. */
  readonly parameters: string;
  /** Whether CREATE TABLE takes it; the others are for CAST only. */
  readonly column: boolean;
}

function type(name: string, en: string, zh: string, more: Partial<DataTypeDoc> = {}): DataTypeDoc {
  return { name, synonyms: [], parameters: '', column: true, en, zh, ...more };
}

/** The types of CREATE TABLE (Blink 3.2 `SqlColumnType`), and those only CAST takes (Calcite 1.17). */
export const DATA_TYPES: readonly DataTypeDoc[] = [
  type('BOOLEAN', 'TRUE, FALSE or UNKNOWN.', '布尔值：TRUE、FALSE 或 UNKNOWN。'),
  type('TINYINT', 'Integer of 8 bits, -128 to 127.', '8 位整数，-128 到 127。'),
  type('SMALLINT', 'Integer of 16 bits, -32768 to 32767.', '16 位整数，-32768 到 32767。'),
  type('INT', 'Integer of 32 bits.', '32 位整数。', { synonyms: ['INTEGER'] }),
  type('BIGINT', 'Integer of 64 bits.', '64 位整数。'),
  type('FLOAT', 'Floating-point number of 32 bits.', '32 位浮点数。', { synonyms: ['REAL'] }),
  type('DOUBLE', 'Floating-point number of 64 bits.', '64 位浮点数。'),
  type(
    'DECIMAL',
    'Exact number. Write precision and scale: the default differs between versions.',
    '精确小数。请写明精度和小数位：不同版本的默认值不同。',
    { synonyms: ['NUMERIC', 'DEC'], parameters: '(p, s)' },
  ),
  type('DATE', 'Date without time.', '日期，不含时间。'),
  type('TIME', 'Time of day without date.', '时间，不含日期。'),
  type('TIMESTAMP', 'Date and time in milliseconds, without zone.', '日期和时间，精确到毫秒，不含时区。'),
  type('VARCHAR', 'Text. A length is accepted and not enforced.', '字符串。可写长度，但不会检查。', {
    parameters: '(n)',
  }),
  type('VARBINARY', 'Bytes. A length is accepted and not enforced.', '字节数组。可写长度，但不会检查。', {
    parameters: '(n)',
  }),
  type('ANY', 'Any value; internal use.', '任意值，内部使用。'),
  type('CHAR', 'Text of fixed length; for CAST only.', '定长字符串，仅用于 CAST。', {
    parameters: '(n)',
    column: false,
    synonyms: ['CHARACTER'],
  }),
  type('BINARY', 'Bytes of fixed length; for CAST only.', '定长字节数组，仅用于 CAST。', {
    parameters: '(n)',
    column: false,
  }),
];

/** Types of other dialects, and what to write instead. */
export const FOREIGN_TYPES: ReadonlyMap<string, string> = new Map([
  ['STRING', 'VARCHAR'],
  ['TEXT', 'VARCHAR'],
  ['CHAR', 'VARCHAR'],
  ['NVARCHAR', 'VARCHAR'],
  ['BYTES', 'VARBINARY'],
  ['BINARY', 'VARBINARY'],
  ['BLOB', 'VARBINARY'],
  ['LONG', 'BIGINT'],
  ['INT64', 'BIGINT'],
  ['INT32', 'INT'],
  ['MEDIUMINT', 'INT'],
  ['SHORT', 'SMALLINT'],
  ['BYTE', 'TINYINT'],
  ['DATETIME', 'TIMESTAMP'],
  ['TIMESTAMP_LTZ', 'TIMESTAMP'],
  ['BOOL', 'BOOLEAN'],
  ['NUMBER', 'DECIMAL'],
]);

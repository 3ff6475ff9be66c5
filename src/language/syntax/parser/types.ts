import { INTEGER } from '../lexer/tokens.ts';
import { nameText } from '../tree/base.ts';
import type { DataType } from '../tree/base.ts';
import type { Cursor } from './cursor.ts';
import { compoundName, identifier } from './names.ts';

/** Type words of the grammar with the name Calcite gives them. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BOOLEAN: 'BOOLEAN',
    INTEGER: 'INTEGER',
    INT: 'INTEGER',
    TINYINT: 'TINYINT',
    SMALLINT: 'SMALLINT',
    BIGINT: 'BIGINT',
    REAL: 'REAL',
    DOUBLE: 'DOUBLE',
    FLOAT: 'FLOAT',
    BINARY: 'BINARY',
    VARBINARY: 'VARBINARY',
    DECIMAL: 'DECIMAL',
    DEC: 'DECIMAL',
    NUMERIC: 'DECIMAL',
    ANY: 'ANY',
    CHARACTER: 'CHAR',
    CHAR: 'CHAR',
    VARCHAR: 'VARCHAR',
    DATE: 'DATE',
    TIME: 'TIME',
    TIMESTAMP: 'TIMESTAMP',
    GEOMETRY: 'GEOMETRY',
    MULTISET: 'MULTISET',
  }),
);

/** A number of digits or characters. */
export function size(p: Cursor): number {
  if (!p.at(INTEGER)) p.fail(INTEGER);
  const { text } = p;
  p.take();
  if (Number(text) > 0x7fffffff)
    p.refuse('numberTooLarge', 'java.lang.NullPointerException', p.lastToken, 'none', [text]);
  return Number(text);
}

function typeName(p: Cursor): { name: string; userDefined: boolean } {
  const known = TYPES.get(p.type);
  if (known === undefined) return { name: nameText(compoundName(p)), userDefined: true };
  const word = p.type;
  p.take();
  if (word === 'GEOMETRY') {
    const text = 'Geo-spatial extensions and the GEOMETRY data type are not enabled';
    p.refuse('geometryType', text, p.lastToken, 'none');
  }
  if (word === 'DOUBLE') p.accept('PRECISION');
  if ((known === 'CHAR' || known === 'BINARY') && p.accept('VARYING'))
    return { name: `VAR${known}`, userDefined: false };
  return { name: known, userDefined: false };
}

/** Whether a token begins a data type. */
export function atTypeStart(p: Cursor, distance = 0): boolean {
  return TYPES.has(p.peek(distance)) || p.atName(distance);
}

/** `ARRAY<T>`, `MAP<K, V>` */
export function atCollectionType(p: Cursor, distance = 0): boolean {
  const type = p.peek(distance);
  return (type === 'ARRAY' || type === 'MAP') && p.peek(distance + 1) === '<';
}

/**
 * The type of a column. Pages of the manual show arrays and maps there, though no public grammar takes them: they are
 * read, and a check says that they depend on the version.
 */
export function columnType(p: Cursor): DataType {
  if (!atCollectionType(p)) return dataType(p);
  const { start, type: name } = p;
  p.enter();
  p.take();
  p.take();
  const elements = [columnType(p)];
  if (name === 'MAP') {
    p.expect(',');
    elements.push(columnType(p));
  }
  p.expect('>');
  p.leave();
  return { kind: 'dataType', name, userDefined: false, elements, start, end: p.lastEnd };
}

/** `ROW<…>` is of another dialect. */
export const atRowType = (p: Cursor, distance = 0): boolean =>
  p.peek(distance) === 'ROW' && p.peek(distance + 1) === '<';

/** Refuses a `ROW<…>`, and skips it as a whole: the commas in it part no columns. */
export function refusedRow(p: Cursor): DataType {
  const { start } = p;
  let open = 0;
  p.attempt(
    () => p.fail('dataType'),
    type => {
      if (type === '<') open++;
      if (type !== '>') return false;
      open--;
      return open === 0;
    },
  );
  p.accept('>');
  return { kind: 'dataType', name: 'ROW', userDefined: true, start, end: p.lastEnd };
}

/** A data type with its optional length, precision, character set and MULTISET. */
export function dataType(p: Cursor): DataType {
  const { start } = p;
  if (!atTypeStart(p)) p.fail('dataType');
  const { name, userDefined } = typeName(p);
  let precision: number | undefined;
  let scale: number | undefined;
  if (p.at('(')) {
    p.choose();
    precision = size(p);
    if (p.at(',')) {
      p.choose();
      scale = size(p);
    }
    p.expect(')');
  }
  if (p.at('CHARACTER')) {
    p.choose();
    p.expect('SET');
    identifier(p);
  }
  const type = p.accept('MULTISET') ? `${name} MULTISET` : name;
  return {
    kind: 'dataType',
    name: type,
    userDefined,
    ...(precision === undefined ? {} : { precision }),
    ...(scale === undefined ? {} : { scale }),
    start,
    end: p.lastEnd,
  };
}

import { INTEGER, STRAY } from '../lexer/tokens.ts';
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
function size(p: Cursor): number {
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
    if (p.at(STRAY)) p.take();
    else identifier(p);
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

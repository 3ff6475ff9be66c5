import { END, IDENTIFIER, INTEGER, STRING } from '../lexer/tokens.ts';
import type { Identifier } from '../tree/base.ts';
import type { Literal } from '../tree/expressions.ts';
import type {
  ColumnDefinition,
  CreateTable,
  Key,
  Properties,
  Property,
  Watermark,
} from '../tree/statements.ts';
import { namedCall, reservedName } from './calls.ts';
import { RESERVED_FUNCTION_NAMES } from '../lexer/keywords.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { isString, stringLiteral } from './literals.ts';
import { commaList, compoundName, identifier, parenthesizedNames } from './names.ts';
import { atCollectionType, atRowType, atTypeStart, columnType, refusedRow } from './types.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Items = Pick<CreateTable, 'period'> & {
  columns: ColumnDefinition[];
  watermarks: Watermark[];
  primaryKeys: Key[];
  uniqueKeys: Key[];
  indexes: Key[];
};

const afterItem = (type: string): boolean => type === ',' || type === ')' || type === ';' || type === END;

/** `CREATE TABLE …`; the two words have been read. */
export function createTable(p: Cursor, start: number): CreateTable {
  const name = compoundName(p);
  const items: Writable<Items> = {
    columns: [],
    watermarks: [],
    primaryKeys: [],
    uniqueKeys: [],
    indexes: [],
  };
  if (p.at('(')) tableItems(p, items);
  const comment = optionalComment(p);
  const partitionedBy = p.at('PARTITIONED') ? partitionClause(p) : [];
  const properties = withClause(p);
  return {
    kind: 'createTable',
    name,
    ...items,
    ...(comment === undefined ? {} : { comment }),
    partitionedBy,
    ...(properties === undefined ? {} : { properties }),
    start,
    end: p.lastEnd,
  };
}

function tableItems(p: Cursor, items: Writable<Items>): void {
  do {
    const before = p.start;
    p.choose();
    p.attempt(() => tableItem(p, items, before), afterItem);
  } while (p.at(','));
  closeList(p);
}

/** The end of a list whose items stand on lines of their own: there a comma is forgotten more often than a parenthesis. */
function closeList(p: Cursor): void {
  if (p.at(END)) p.fail(')');
  if (!p.accept(')')) p.fail(',', ')');
}

function tableItem(p: Cursor, items: Writable<Items>, before: number): void {
  const { start } = p;
  const next = p.peek();
  switch (p.type) {
    case 'WATERMARK':
      items.watermarks.push(watermark(p));
      return;
    case 'PRIMARY':
      p.choose();
      p.expect('KEY');
      items.primaryKeys.push(key(p, start, true));
      return;
    case 'UNIQUE':
      p.choose();
      if (p.accept('INDEX')) items.indexes.push(key(p, start, true));
      else if (p.at('(')) items.uniqueKeys.push(key(p, start, true));
      else p.fail('(', 'INDEX');
      return;
    case 'PERIOD':
      p.choose();
      p.expect('FOR');
      p.expect('SYSTEM_TIME');
      items.period = { start, end: p.lastEnd };
      return;
    case 'INDEX':
      if (next !== '(') break;
      p.take();
      items.indexes.push(key(p, start, false));
      return;
  }
  items.columns.push(column(p, before));
}

function key(p: Cursor, start: number, unique: boolean): Key {
  const columns = parenthesizedNames(p);
  return { kind: 'key', columns, unique, start, end: p.lastEnd };
}

function watermark(p: Cursor): Watermark {
  const { start } = p;
  p.choose();
  const name = p.at('FOR') ? undefined : identifier(p);
  p.expect('FOR');
  const column = identifier(p);
  p.expect('AS');
  const isReserved = RESERVED_FUNCTION_NAMES.has(p.type);
  if (!isReserved && !p.atName()) p.fail('function');
  const call = namedCall(p, isReserved ? reservedName(p) : compoundName(p));
  return { kind: 'watermark', ...(name === undefined ? {} : { name }), column, call, start, end: p.lastEnd };
}

function column(p: Cursor, before: number): ColumnDefinition {
  const { start } = p;
  const name = columnName(p);
  if (p.accept('AS')) {
    const value = expression(p, 'subQuery');
    return { kind: 'computedColumn', name, expression: value, before, start, end: p.lastEnd };
  }
  const type = atRowType(p) ? refusedRow(p) : columnType(p);
  const notNull = p.at('NOT');
  if (notNull) {
    p.choose();
    p.expect('NULL');
  }
  const header = p.accept('HEADER');
  const comment = optionalComment(p);
  return {
    kind: 'column',
    name,
    type,
    notNull,
    header,
    ...(comment === undefined ? {} : { comment }),
    before,
    start,
    end: p.lastEnd,
  };
}

/** A column's name; the service enters a column only when a type or AS follows the name. */
function columnName(p: Cursor): Identifier {
  if (!p.atName()) p.fail(IDENTIFIER);
  if (p.peek() === 'AS' || atTypeStart(p, 1) || atCollectionType(p, 1)) return identifier(p);
  if (atRowType(p, 1)) {
    p.markChoice();
    return identifier(p);
  }
  p.choose();
  return p.fail('dataType');
}

/** `COMMENT 'text'` */
export function optionalComment(p: Cursor): Literal | undefined {
  if (!p.at('COMMENT')) return undefined;
  p.choose();
  const { start, text } = p;
  p.expect(STRING);
  const value = text.slice(1, -1).replaceAll("''", "'");
  return { kind: 'literal', type: 'string', value, start, end: p.lastEnd };
}

function partitionClause(p: Cursor): Identifier[] {
  p.choose();
  p.expect('BY');
  p.expect('(');
  const names = p.at(')') ? [] : commaList(p, identifier);
  p.expect(')');
  return names;
}

/** `WITH (key = 'value', …)`, if it is there. */
export function withClause(p: Cursor): Properties | undefined {
  if (!p.at('WITH')) return undefined;
  const { start } = p;
  p.choose();
  p.expect('(');
  const items: Property[] = [];
  if (!p.at(')')) {
    let first = true;
    do {
      const isFirst = first;
      if (!first) p.choose();
      first = false;
      const item = p.attempt(() => property(p, isFirst), afterItem);
      if (item !== undefined) items.push(item);
    } while (p.at(','));
  }
  closeList(p);
  return { items, start, end: p.lastEnd };
}

function property(p: Cursor, first: boolean): Property {
  const { start } = p;
  if (!p.atName()) p.fail('propertyKey');
  if (first && p.peek() !== '=' && p.peek() !== '.') {
    p.choose();
    p.fail('=');
  }
  const name = compoundName(p);
  p.expect('=');
  if (!isString(p.type) && p.type !== 'placeholder') p.fail(p.at(INTEGER) ? 'quotedValue' : STRING);
  const value = stringLiteral(p);
  return { kind: 'property', key: name, value, start, end: p.lastEnd };
}

import { IDENTIFIER, INTEGER, PLACEHOLDER, QUOTED_IDENTIFIER } from '../lexer/tokens.ts';
import type { Name } from '../tree/base.ts';
import type { OtherStatement } from '../tree/statements.ts';
import { routineCall } from './calls.ts';
import { optionalComment, withClause } from './createTable.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { insert, requiredQuery } from './insert.ts';
import { intervalLiteral } from './intervals.ts';
import { dateTimeLiteral, isString, signedNumber, specialLiteral, stringLiteral } from './literals.ts';
import { commaList, compoundName, identifier, parenthesizedNames } from './names.ts';
import { rowConstructor } from './queries.ts';
import { extendList, fromClause } from './from.ts';

function node(p: Cursor, type: OtherStatement['type'], start: number, name?: Name): OtherStatement {
  return { kind: 'otherStatement', type, ...(name === undefined ? {} : { name }), start, end: p.lastEnd };
}

/** `CREATE DATABASE …`; the two words have been read. */
export function createDatabase(p: Cursor, start: number): OtherStatement {
  const name = compoundName(p);
  optionalComment(p);
  withClause(p);
  return node(p, 'CREATE DATABASE', start, name);
}

export function drop(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  const what = p.type;
  if (what !== 'TABLE' && what !== 'VIEW' && what !== 'FUNCTION') p.fail('TABLE', 'VIEW', 'FUNCTION');
  p.take();
  if (p.at('IF') && p.peek() === 'EXISTS') {
    p.take();
    p.take();
  }
  return node(p, `DROP ${what}`, start, compoundName(p));
}

export function analyze(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  p.expect('TABLE');
  const name = compoundName(p);
  p.expect('COMPUTE');
  p.expect('STATISTICS');
  if (p.at('FOR')) {
    p.choose();
    p.expect('COLUMNS');
    if (p.atName()) commaList(p, identifier);
  }
  return node(p, 'ANALYZE TABLE', start, name);
}

/** Where DESCRIBE reads a table; U is a word of the grammar that the service's lexer takes for a plain name. */
const TABLE_STARTS = new Set(['TABLE', IDENTIFIER, QUOTED_IDENTIFIER, PLACEHOLDER, 'U']);

export function describe(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  const isSchema = (p.at('DATABASE') || p.at('CATALOG') || p.at('SCHEMA')) && p.atName(1);
  if (isSchema || p.at('EXTENDED') || p.at('FORMATTED')) {
    p.take();
    if (!isSchema) p.accept('TABLE');
    const name = compoundName(p);
    if (!isSchema && p.atName()) identifier(p);
    return node(p, 'DESCRIBE', start, name);
  }
  if (TABLE_STARTS.has(p.type)) {
    p.accept('TABLE');
    const name = compoundName(p);
    if (p.atName()) identifier(p);
    return node(p, 'DESCRIBE', start, name);
  }
  if (p.at('STATEMENT')) p.choose();
  queryOrDml(p);
  return node(p, 'DESCRIBE', start);
}

function queryOrDml(p: Cursor): void {
  if (p.at('INSERT') || p.at('UPSERT')) insert(p);
  else if (p.at('DELETE')) deleteFrom(p);
  else if (p.at('UPDATE')) update(p);
  else if (p.at('MERGE')) merge(p);
  else requiredQuery(p);
}

/** Reads the word that begins an optional part. */
function choice(p: Cursor, word: string): boolean {
  if (!p.at(word)) return false;
  p.choose();
  return true;
}

export function explain(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  p.expect('PLAN');
  if (choice(p, 'EXCLUDING')) p.expect('ATTRIBUTES');
  else if (choice(p, 'INCLUDING')) {
    p.accept('ALL');
    p.expect('ATTRIBUTES');
  }
  if (choice(p, 'WITHOUT')) p.expect('IMPLEMENTATION');
  else if (choice(p, 'WITH') && !p.accept('TYPE')) p.expect('IMPLEMENTATION');
  if (choice(p, 'AS') && !p.accept('XML')) p.expect('JSON');
  p.expect('FOR');
  queryOrDml(p);
  return node(p, 'EXPLAIN', start);
}

/** `SET a = 1`, `RESET a`, and both behind `ALTER SYSTEM`. */
export function setOption(p: Cursor, start = p.start): OtherStatement {
  const word = p.type;
  if (word === 'RESET') {
    p.choose();
    if (p.accept('ALL')) return node(p, 'RESET', start);
    return node(p, 'RESET', start, compoundName(p));
  }
  if (word !== 'SET') p.fail('SET', 'RESET');
  p.choose();
  const name = compoundName(p);
  p.expect('=');
  optionValue(p);
  return node(p, 'SET', start, name);
}

function optionValue(p: Cursor): void {
  if (p.accept('ON')) return;
  if (isString(p.type)) stringLiteral(p);
  else if (p.at('-') || p.at('+') || p.at(INTEGER) || p.at('decimal') || p.at('approximate')) signedNumber(p);
  else if (p.at('INTERVAL')) intervalLiteral(p);
  else if ((specialLiteral(p) ?? dateTimeLiteral(p)) === undefined) identifier(p);
}

export function alter(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  if (!p.accept('SYSTEM')) p.expect('SESSION');
  return { ...setOption(p, start), type: 'ALTER' };
}

function targetAlias(p: Cursor): void {
  if (p.at('AS')) {
    p.choose();
    identifier(p);
  } else if (p.atName()) identifier(p);
}

function optionalWhere(p: Cursor): void {
  if (!p.at('WHERE')) return;
  p.choose();
  expression(p, 'subQuery');
}

export function deleteFrom(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  p.expect('FROM');
  const name = compoundName(p);
  extendList(p);
  targetAlias(p);
  optionalWhere(p);
  return node(p, 'DELETE', start, name);
}

function assignments(p: Cursor): void {
  p.expect('SET');
  commaList(p, item => {
    identifier(item);
    item.expect('=');
    expression(item, 'subQuery');
  });
}

export function update(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  const name = compoundName(p);
  extendList(p);
  targetAlias(p);
  assignments(p);
  optionalWhere(p);
  return node(p, 'UPDATE', start, name);
}

export function merge(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  p.expect('INTO');
  const name = compoundName(p);
  extendList(p);
  targetAlias(p);
  p.expect('USING');
  fromClause(p);
  p.expect('ON');
  expression(p, 'subQuery');
  if (p.at('WHEN')) p.choose();
  else p.fail('WHEN');
  if (p.accept('MATCHED')) {
    p.expect('THEN');
    p.expect('UPDATE');
    assignments(p);
    if (p.at('WHEN')) {
      p.choose();
      notMatched(p);
    }
  } else notMatched(p);
  return node(p, 'MERGE', start, name);
}

function notMatched(p: Cursor): void {
  p.expect('NOT');
  p.expect('MATCHED');
  p.expect('THEN');
  p.expect('INSERT');
  if (p.at('(') && p.atName(1)) parenthesizedNames(p);
  p.accept('(');
  p.expect('VALUES');
  rowConstructor(p);
  p.accept(')');
}

export function call(p: Cursor): OtherStatement {
  const { start } = p;
  p.choose();
  const name = compoundName(p);
  routineCall(p, name, 'subQuery');
  return node(p, 'CALL', start, name);
}

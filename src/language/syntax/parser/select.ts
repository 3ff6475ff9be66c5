import type { Identifier } from '../tree/base.ts';
import type { Expression, WindowSpec } from '../tree/expressions.ts';
import type { GroupItem, Select, SelectItem, TableExpression } from '../tree/queries.ts';
import { windowSpec } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { expression, expressionList } from './expressions.ts';
import { fromClause } from './from.ts';
import { commaList, identifier } from './names.ts';

/** Where reading goes on after a select item that could not be read. */
const AFTER_ITEM = new Set([',', 'FROM', ')', ';', 'UNION', 'INTERSECT', 'EXCEPT']);
/** Where it goes on after a clause that could not be read. */
const AFTER_CLAUSE = new Set([
  ')',
  ';',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'ORDER',
  'LIMIT',
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'EMIT',
]);
const resumeItem = (type: string): boolean => AFTER_ITEM.has(type);
const resumeClause = (type: string): boolean => AFTER_CLAUSE.has(type);

/** `SELECT …` without ORDER BY. */
export function select(p: Cursor): Select {
  const { start } = p;
  p.take();
  const stream = p.accept('STREAM');
  const word = p.type;
  const quantifier = word === 'ALL' || word === 'DISTINCT' ? word : undefined;
  if (quantifier !== undefined) p.take();
  const items = selectList(p);
  const clauses = p.at('FROM') ? fromAndAfter(p) : NO_CLAUSES;
  return {
    kind: 'select',
    stream,
    ...(quantifier === undefined ? {} : { quantifier }),
    items,
    ...clauses,
    start,
    end: p.lastEnd,
  };
}

function selectList(p: Cursor): SelectItem[] {
  const items: SelectItem[] = [];
  const first = p.attempt(() => selectItem(p), resumeItem);
  if (first !== undefined) items.push(first);
  while (p.at(',')) {
    p.choose();
    const item = p.attempt(() => selectItem(p), resumeItem);
    if (item !== undefined) items.push(item);
  }
  return items;
}

function selectItem(p: Cursor): SelectItem {
  const { start } = p;
  const value: Expression = p.accept('*')
    ? { kind: 'star', start, end: p.lastEnd }
    : expression(p, 'subQuery', true);
  const alias = optionalAlias(p);
  return {
    kind: 'selectItem',
    expression: value,
    ...(alias === undefined ? {} : { alias }),
    start,
    end: p.lastEnd,
  };
}

/** `AS name`, or a bare name. */
function optionalAlias(p: Cursor): Identifier | undefined {
  if (p.at('AS')) {
    p.choose();
    return identifier(p);
  }
  return p.atName() ? identifier(p) : undefined;
}

type Clauses = Pick<Select, 'from' | 'where' | 'groupBy' | 'grouped' | 'having' | 'windows'>;

const NO_CLAUSES: Clauses = { groupBy: [], grouped: false, windows: [] };

function fromAndAfter(p: Cursor): Clauses {
  p.choose();
  const from = p.attempt<TableExpression>(() => fromClause(p), resumeClause);
  const where = clause(p, 'WHERE');
  const grouped = p.at('GROUP');
  const groupBy = grouped ? (p.attempt(() => groupByClause(p), resumeClause) ?? []) : [];
  const having = clause(p, 'HAVING');
  const windows = p.at('WINDOW') ? windowClause(p) : [];
  return {
    ...(from === undefined ? {} : { from }),
    ...(where === undefined ? {} : { where }),
    groupBy,
    grouped,
    ...(having === undefined ? {} : { having }),
    windows,
  };
}

function clause(p: Cursor, word: 'WHERE' | 'HAVING'): Expression | undefined {
  if (!p.at(word)) return undefined;
  p.choose();
  return p.attempt(() => expression(p, 'subQuery'), resumeClause);
}

function groupByClause(p: Cursor): GroupItem[] {
  p.choose();
  p.expect('BY');
  return commaList(p, groupItem);
}

function groupItem(p: Cursor): GroupItem {
  const { start, type } = p;
  if (type === 'GROUPING' && p.peek() === 'SETS') {
    p.take();
    p.take();
    p.expect('(');
    p.enter();
    const items = commaList(p, groupItem);
    p.leave();
    p.expect(')');
    return { kind: 'groupingSet', type: 'GROUPING SETS', items, start, end: p.lastEnd };
  }
  if (type === 'ROLLUP' || type === 'CUBE') {
    p.choose();
    p.expect('(');
    const items = expressionList(p, 'subQuery');
    p.expect(')');
    return { kind: 'groupingSet', type, items, start, end: p.lastEnd };
  }
  if (type === '(' && p.peek() === ')') {
    p.take();
    p.take();
    return { kind: 'groupingSet', type: 'EMPTY', items: [], start, end: p.lastEnd };
  }
  return expression(p, 'subQuery', true);
}

function windowClause(p: Cursor): { name: Identifier; window: WindowSpec }[] {
  p.choose();
  return commaList(p, item => {
    const name = identifier(item);
    item.expect('AS');
    return { name, window: windowSpec(item) };
  });
}

import { builtIn } from '../../catalog/functions.ts';
import type { Expression } from '../../syntax/tree/expressions.ts';
import type { GroupItem, Select, SelectItem } from '../../syntax/tree/queries.ts';
import { walk } from '../../syntax/tree/walk.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import type { Alias, Column, Scope, TimeAttribute } from '../model.ts';
import { Relation } from '../relation.ts';
import { resolveCondition, resolveExpression, resolveWindow } from './expressions.ts';
import { resolveFrom } from './from.ts';
import type { Around } from './from.ts';
import { findItem } from './names.ts';
import { isPlaceholder } from './resolution.ts';
import type { Context, Resolution } from './resolution.ts';

/** The columns a query's body gives, and the scope ORDER BY may look into besides. */
export interface SelectResult {
  readonly output: Relation;
  readonly scope?: Scope;
}

export function resolveSelect(r: Resolution, select: Select, around: Around): SelectResult {
  const scope = resolveFrom(r, select, select.from, select.where, around);
  const base = { scope, withs: around.withs, select };
  const context = (clause: Context['clause']): Context => ({ ...base, clause, sources: new Set() });
  for (const { name, window } of select.windows) {
    const alias: Alias = { kind: 'alias', name: name.name, place: r.place(name) };
    r.refer(name, alias, 'declaration');
    resolveWindow(r, window, context('select'));
  }
  const output = outputOf(r, select, context);
  resolveCondition(r, select.where, context('where'));
  const aliases = new Map(output.columns.map(column => [column.name.toLowerCase(), column]));
  for (const item of select.groupBy) resolveGroup(r, item, { ...context('groupBy'), aliases });
  resolveCondition(r, select.having, { ...context('having'), aliases });
  r.selects.push({ select, scope, output });
  return { output, scope };
}

function resolveGroup(r: Resolution, root: GroupItem, context: Context): void {
  const open = [root];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (item.kind === 'groupingSet') for (const below of item.items) open.push(below);
    else if (item.kind === 'row') for (const below of item.items) open.push(below);
    else resolveExpression(r, item, context);
  }
}

/** Whether the rows of a SELECT are groups: by GROUP BY, or by an aggregate without OVER. */
function isAggregated(select: Select): boolean {
  return select.grouped || select.items.some(item => hasAggregate(item.expression));
}

export function hasAggregate(root: Expression): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'subquery') return false;
    if (isCall(node) && node.over === undefined && builtIn(node.name)?.kind === 'aggregate') found = true;
    return !found;
  });
  return found;
}

type CallNode = Extract<Expression, { kind: 'call' }>;
const isCall = (node: AnyNode): node is CallNode => node.kind === 'call';

function outputOf(r: Resolution, select: Select, context: (clause: Context['clause']) => Context): Relation {
  const columns: Column[] = [];
  let open = false;
  const aggregated = isAggregated(select);
  for (const item of select.items) {
    const { expression } = item;
    if (expression.kind === 'star' || (expression.kind === 'name' && expression.star)) {
      const given = starColumns(r, expression, context('select').scope);
      for (const column of given.columns) columns.push(column);
      open ||= given.open;
    } else columns.push(itemColumn(r, item, columns.length, context('select'), aggregated));
  }
  return new Relation(columns, open);
}

/** The columns `*` or `t.*` stands for. */
function starColumns(r: Resolution, star: Expression, scope: Scope): Relation {
  const { items } = scope;
  if (star.kind !== 'name')
    return handedOn(r, allColumns(scope), scope, items.length === 0 || r.index(scope).isOpen);
  const [first, ...more] = star.parts;
  if (first === undefined || more.length > 0 || isPlaceholder(first.name)) return new Relation([], true);
  const owner = findItem(r, first.name, scope);
  if (owner === undefined) {
    const { name, start, end } = first;
    r.fault({ kind: 'unknownQualifier', name, start, end }, () => items.flatMap(item => item.name ?? []));
    return new Relation([], true);
  }
  const { item } = owner;
  if (item.alias !== undefined) r.refer(first, item.alias);
  else if (item.entity !== undefined) r.refer(first, item.entity);
  return handedOn(r, item.relation.columns, scope, item.relation.open);
}

/** The columns of a FROM: first those that joins made one of two. */
function* allColumns({ items, merged }: Scope): Generator<Column> {
  yield* new Set(merged.values());
  for (const { relation } of items)
    for (const column of relation.columns) if (!merged.has(column.name.toLowerCase())) yield column;
}

/** Columns as a star brings them; when there are too many, nobody knows of the rest. */
function handedOn(r: Resolution, columns: Iterable<Column>, scope: Scope, open: boolean): Relation {
  const found: Column[] = [];
  for (const column of columns) {
    if (!r.environment.bring(1)) return new Relation(found, true);
    found.push(passed(column, scope));
  }
  return new Relation(found, open);
}

/** A column handed on as it is, under its own name. */
function passed(source: Column, scope: Scope): Column {
  const { name, type, place } = source;
  const time =
    source.time === undefined || scope.time === 'lost'
      ? undefined
      : scope.time === 'maybe'
        ? 'maybe'
        : source.time;
  return {
    kind: 'column',
    name,
    type,
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    sources: [source],
    copied: true,
    inherited: true,
  };
}

function itemColumn(
  r: Resolution,
  item: SelectItem,
  index: number,
  context: Context,
  aggregated: boolean,
): Column {
  const { expression, alias } = item;
  const type = resolveExpression(r, expression, context);
  const own = expression.kind === 'name' ? expression.parts.at(-1) : undefined;
  const sources = [...context.sources];
  const copied = expression.kind === 'name' && expression.parts.length <= 2 && sources.length === 1;
  const inherited = alias === undefined && copied;
  const time = outputTime(r, expression, aggregated);
  const place = alias !== undefined ? r.place(alias) : inherited ? sources[0]?.place : own && r.place(own);
  const column: Column = {
    kind: 'column',
    name: alias?.name ?? own?.name ?? `EXPR$${index}`,
    type,
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    sources,
    copied,
    inherited,
  };
  if (alias !== undefined) r.refer(alias, column, 'declaration');
  return column;
}

/** Groups keep no time attribute but that of their window. */
function outputTime(r: Resolution, expression: Expression, aggregated: boolean): TimeAttribute | undefined {
  const time = r.times.get(expression);
  return aggregated && expression.kind === 'name' ? undefined : time;
}

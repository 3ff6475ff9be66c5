import type { Identifier, Name } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Column, Scope, ScopeItem, TimeAttribute } from '../model.ts';
import { UNKNOWN } from '../types.ts';
import type { Relation } from '../relation.ts';
import type { SqlType } from '../types.ts';
import { isPlaceholder } from './resolution.ts';
import type { Context, Resolution } from './resolution.ts';

/** What a name stands for. */
export interface Value {
  readonly type: SqlType;
  readonly time?: TimeAttribute;
  readonly column?: Column;
}

const NOTHING: Value = { type: UNKNOWN };

/** Finds what `a`, `t.a`, `a.field` mean, and notes the reference or the fault. */
export function resolveName(r: Resolution, name: Name, context: Context): Value {
  const [first, second, ...more] = name.parts;
  if (first === undefined || name.star || isPlaceholder(nameText(name))) return NOTHING;
  if (second === undefined) return single(r, first, context);
  const owner = findItem(r, first.name, context.scope);
  if (owner !== undefined) {
    const { item } = owner;
    if (item.alias !== undefined) r.refer(first, item.alias);
    else if (item.entity !== undefined) r.refer(first, item.entity);
    const value = member(r, first, second, owner, context);
    return more.length > 0 ? NOTHING : value;
  }
  return fieldOf(r, first, context);
}

/** An item of FROM, and the scope it stands in. */
interface Placed {
  readonly item: ScopeItem;
  readonly scope: Scope;
}

/** The item of FROM an alias (or a pattern variable) names, in the innermost scope that has it. */
export function findItem(r: Resolution, name: string, from: Scope): Placed | undefined {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
    const index = r.index(scope);
    const found = index.item(name);
    if (found !== undefined) return { item: found, scope };
    if (!index.hasVariable(name)) continue;
    const item = variableItem(scope);
    return item && { item, scope: from };
  }
  return undefined;
}

function variableItem(scope: Scope): ScopeItem | undefined {
  const [item] = scope.items;
  return item === undefined ? undefined : { relation: item.relation, node: item.node };
}

function member(
  r: Resolution,
  qualifier: Identifier,
  part: Identifier,
  { item, scope }: Placed,
  context: Context,
): Value {
  const { relation } = item;
  const column = relation.find(part.name, r.environment.caseSensitive);
  if (column !== undefined) return found(r, part, column, context, scope);
  if (!relation.open) {
    const { name, start, end } = part;
    r.fault({ kind: 'unknownColumn', name, qualifier: qualifier.name, start, end }, () =>
      relation.columns.map(choice => choice.name),
    );
  }
  return NOTHING;
}

function found(r: Resolution, part: Identifier, column: Column, context: Context, scope: Scope): Value {
  r.refer(part, column);
  context.sources.add(column);
  const time = timeIn(scope, column.time);
  return { type: column.type, column, ...(time === undefined ? {} : { time }) };
}

function timeIn(scope: Scope, time: TimeAttribute | undefined): TimeAttribute | undefined {
  if (time === undefined || scope.time === 'lost') return undefined;
  return scope.time === 'maybe' ? 'maybe' : time;
}

function single(r: Resolution, part: Identifier, context: Context): Value {
  const { aliases } = context;
  const alias = aliases?.get(part.name.toLowerCase());
  if (alias !== undefined && context.clause === 'orderBy')
    return found(r, part, alias, context, context.scope);
  const value = lookUp(r, part, context);
  if (value !== undefined) return value;
  if (alias !== undefined && context.clause !== 'groupBy')
    return found(r, part, alias, context, context.scope);
  const { name, start, end } = part;
  const about = alias === undefined ? {} : { isAlias: true };
  r.fault({ kind: 'unknownColumn', name, ...about, start, end }, () => columnNames(context.scope));
  return NOTHING;
}

/** The names of all columns in view, each once. */
function columnNames(from: Scope): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Relation>();
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer)
    for (const { relation } of scope.items) {
      if (seen.has(relation)) continue;
      seen.add(relation);
      for (const column of relation.columns) names.add(column.name);
    }
  return names;
}

/** The column of a bare name, or undefined when there is certainly none. */
function lookUp(r: Resolution, part: Identifier, context: Context): Value | undefined {
  for (let scope: Scope | undefined = context.scope; scope !== undefined; scope = scope.outer) {
    const merged = scope.merged.get(part.name.toLowerCase());
    if (merged !== undefined) return found(r, part, merged, context, scope);
    const owned = r.index(scope).column(part.name);
    if (owned !== undefined) {
      if (owned.alone) return found(r, part, owned.column, context, scope);
      ambiguous(r, part, scope);
      context.sources.add(owned.column);
      return NOTHING;
    }
    if (r.index(scope).isOpen) return NOTHING;
  }
  return undefined;
}

function ambiguous(r: Resolution, { name, start, end }: Identifier, { items }: Scope): void {
  const { caseSensitive } = r.environment;
  r.fault({ kind: 'ambiguousColumn', name, start, end }, () =>
    items
      .filter(({ relation }) => relation.find(name, caseSensitive) !== undefined)
      .flatMap(item => item.name ?? []),
  );
}

/** `a.field`: the first part is no table, so it must be a column with fields. */
function fieldOf(r: Resolution, first: Identifier, context: Context): Value {
  if (lookUp(r, first, context) !== undefined) return NOTHING;
  const { name, start, end } = first;
  r.fault({ kind: 'unknownQualifier', name, start, end }, () => qualifiers(context.scope));
  return NOTHING;
}

/** The names of all tables, aliases and pattern variables in view. */
function qualifiers(from: Scope): string[] {
  const names: string[] = [];
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
    for (const { name } of scope.items) if (name !== undefined) names.push(name);
    for (const variable of scope.variables) names.push(variable);
  }
  return names;
}

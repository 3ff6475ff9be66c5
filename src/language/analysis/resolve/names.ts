import type { Identifier, Name } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Column, Scope, ScopeItem, TimeAttribute } from '../model.ts';
import { UNKNOWN } from '../types.ts';
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
  const item = findItem(r, first.name, context.scope);
  if (item !== undefined) {
    if (item.alias !== undefined) r.refer(first, item.alias);
    else if (item.entity !== undefined) r.refer(first, item.entity);
    const value = member(r, first, second, item, context);
    return more.length > 0 ? NOTHING : value;
  }
  return fieldOf(r, first, context);
}

/** The item of FROM an alias (or a pattern variable) names, in the innermost scope that has it. */
export function findItem(r: Resolution, name: string, from: Scope): ScopeItem | undefined {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
    const found = scope.items.find(item => item.name !== undefined && r.equal(item.name, name));
    if (found !== undefined) return found;
    if (scope.variables.some(variable => r.equal(variable, name))) return variableItem(scope);
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
  item: ScopeItem,
  context: Context,
): Value {
  const column = item.relation.find(part.name, r.environment.caseSensitive);
  if (column !== undefined) return found(r, part, column, context, scopeOf(item, context.scope));
  if (!item.relation.open) {
    r.fault({
      kind: 'unknownColumn',
      name: part.name,
      qualifier: qualifier.name,
      choices: item.relation.columns.map(choice => choice.name),
      start: part.start,
      end: part.end,
    });
  }
  return NOTHING;
}

function scopeOf(item: ScopeItem, from: Scope): Scope {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer)
    if (scope.items.includes(item)) return scope;
  return from;
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
  const choices = new Set<string>();
  for (let scope: Scope | undefined = context.scope; scope !== undefined; scope = scope.outer)
    for (const item of scope.items) for (const column of item.relation.columns) choices.add(column.name);
  r.fault({
    kind: 'unknownColumn',
    name: part.name,
    choices: [...choices],
    ...(alias === undefined ? {} : { isAlias: true }),
    start: part.start,
    end: part.end,
  });
  return NOTHING;
}

/** The column of a bare name, or undefined when there is certainly none. */
function lookUp(r: Resolution, part: Identifier, context: Context): Value | undefined {
  const { caseSensitive } = r.environment;
  for (let scope: Scope | undefined = context.scope; scope !== undefined; scope = scope.outer) {
    const merged = scope.merged.get(part.name.toLowerCase());
    if (merged !== undefined) return found(r, part, merged, context, scope);
    const owners = scope.items.filter(item => item.relation.find(part.name, caseSensitive) !== undefined);
    const [owner] = owners;
    const column = owner?.relation.find(part.name, caseSensitive);
    if (column !== undefined) {
      if (owners.length === 1) return found(r, part, column, context, scope);
      ambiguous(r, part, owners);
      context.sources.add(column);
      return NOTHING;
    }
    if (scope.items.some(item => item.relation.open)) return NOTHING;
  }
  return undefined;
}

function ambiguous(r: Resolution, part: Identifier, owners: readonly ScopeItem[]): void {
  const names = owners.map(item => item.name).filter(name => name !== undefined);
  r.fault({
    kind: 'ambiguousColumn',
    name: part.name,
    choices: names,
    start: part.start,
    end: part.end,
  });
}

/** `a.field`: the first part is no table, so it must be a column with fields. */
function fieldOf(r: Resolution, first: Identifier, context: Context): Value {
  if (lookUp(r, first, context) !== undefined) return NOTHING;
  const names: string[] = [];
  for (let scope: Scope | undefined = context.scope; scope !== undefined; scope = scope.outer) {
    for (const name of [...scope.items.map(item => item.name), ...scope.variables])
      if (name !== undefined) names.push(name);
  }
  r.fault({
    kind: 'unknownQualifier',
    name: first.name,
    choices: names,
    start: first.start,
    end: first.end,
  });
  return NOTHING;
}

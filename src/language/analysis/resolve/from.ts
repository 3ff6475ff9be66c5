import { builtIn } from '../../catalog/functions.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Identifier, Name } from '../../syntax/tree/base.ts';
import type { Expression } from '../../syntax/tree/expressions.ts';
import type {
  Join,
  TableExpression,
  TableFunction,
  TableReference,
  Unnest,
} from '../../syntax/tree/queries.ts';
import type { Alias, Column, Scope, ScopeItem, TableEntity } from '../model.ts';
import { OPEN_RELATION, Relation } from '../relation.ts';
import { typeNamed, UNKNOWN } from '../types.ts';
import { resolveCondition, resolveExpression } from './expressions.ts';
import { resolveMatch } from './match.ts';
import { resolveQuery } from './queries.ts';
import { isPlaceholder } from './resolution.ts';
import type { Resolution, WithNames } from './resolution.ts';

/** What surrounds a FROM: the names of WITH, and the scope of the query around. */
export interface Around {
  readonly withs: WithNames | undefined;
  readonly outer: Scope | undefined;
}

type Single = Exclude<TableExpression, Join>;

/** A scope while it is being built. */
type GrowingScope = { -readonly [Key in keyof Scope]: Scope[Key] } & {
  items: ScopeItem[];
  merged: Map<string, Column>;
};

export function emptyScope(span: { start: number; end: number }, outer: Scope | undefined): GrowingScope {
  return {
    items: [],
    merged: new Map(),
    variables: [],
    time: 'kept',
    start: span.start,
    end: span.end,
    ...(outer === undefined ? {} : { outer }),
  };
}

/** Brings the tables of a FROM into a new scope. Joins lean to the left and may be many: they are walked. */
export function resolveFrom(
  r: Resolution,
  span: { start: number; end: number },
  from: TableExpression | undefined,
  where: Expression | undefined,
  around: Around,
): Scope {
  const scope = emptyScope(span, around.outer);
  r.scopes.push(scope);
  if (from === undefined) return scope;
  const joins: Join[] = [];
  let leftmost = from;
  while (leftmost.kind === 'join') {
    joins.push(leftmost);
    leftmost = leftmost.left;
  }
  add(r, scope, leftmost, around, true);
  for (const join of joins.reverse()) addJoin(r, scope, join, where, around);
  return scope;
}

function addJoin(
  r: Resolution,
  scope: GrowingScope,
  join: Join,
  where: Expression | undefined,
  around: Around,
): void {
  if (join.right.kind === 'join') return;
  const before = scope.items.length;
  const right = add(r, scope, join.right, around, false);
  const times = r.times.size;
  if (join.on !== undefined)
    resolveCondition(r, join.on, { scope, withs: around.withs, clause: 'on', sources: new Set() });
  // A condition that compares time attributes may make it a join of intervals, which keeps them.
  const mentionsTime = r.times.size > times;
  merge(r, scope, join, right);
  r.joins.push({ join, scope, before, right, ...(where === undefined ? {} : { where }) });
  if (isRegularJoin(join) && scope.time !== 'lost')
    scope.time = join.type === 'COMMA' || mentionsTime ? 'maybe' : 'lost';
}

/** A join of two streams: not with a dimension, a table function, an array. */
export function isRegularJoin({ right }: Join): boolean {
  return right.kind === 'derivedTable'
    ? !right.lateral
    : right.kind === 'tableReference' && right.systemTime === undefined;
}

/** USING and NATURAL make one column of two. */
function merge(r: Resolution, scope: GrowingScope, join: Join, right: ScopeItem): void {
  if (join.using.length === 0 && !join.natural) return;
  const index = r.index(scope);
  // The right side is the last item: a column that is its own has none on the left.
  const find = (name: string): Column | undefined => {
    const owned = index.column(name);
    return owned?.item === right ? undefined : owned?.column;
  };
  for (const name of join.using) {
    const column = find(name.name);
    if (column === undefined) continue;
    r.refer(name, column);
    scope.merged.set(name.name.toLowerCase(), column);
  }
  if (!join.natural) return;
  for (const { name } of right.relation.columns) {
    const column = find(name);
    if (column !== undefined) scope.merged.set(name.toLowerCase(), column);
  }
}

function add(r: Resolution, scope: GrowingScope, table: Single, around: Around, first: boolean): ScopeItem {
  const item = itemOf(r, scope, table, around, first);
  scope.items.push(item);
  return item;
}

function itemOf(r: Resolution, scope: Scope, table: Single, around: Around, first: boolean): ScopeItem {
  const alias = aliasOf(r, table.alias);
  const entity = table.kind === 'tableReference' ? resolveTable(r, table, around, first) : undefined;
  const given = givenBy(r, scope, table, entity, around);
  const matched = table.match === undefined ? given : resolveMatch(r, table.match, table, given, around);
  const relation = renamed(r, matched, table.columnAliases);
  const own = table.kind === 'tableReference' ? table.name.parts.at(-1)?.name : undefined;
  const name = table.alias?.name ?? own;
  return {
    relation,
    node: table,
    ...(name === undefined ? {} : { name }),
    ...(alias === undefined ? {} : { alias }),
    ...(entity === undefined ? {} : { entity }),
  };
}

function givenBy(
  r: Resolution,
  scope: Scope,
  table: Single,
  entity: TableEntity | undefined,
  around: Around,
): Relation {
  switch (table.kind) {
    case 'tableReference':
      if (table.systemTime !== undefined)
        resolveExpression(r, table.systemTime, {
          scope,
          withs: around.withs,
          clause: 'table',
          sources: new Set(),
        });
      return entity?.relation ?? OPEN_RELATION;
    case 'derivedTable':
      return resolveQuery(r, table.query, {
        withs: around.withs,
        outer: table.lateral ? scope : around.outer,
      });
    case 'tableFunction':
      return functionRelation(r, scope, table, around);
    case 'unnest':
      return unnested(r, scope, table, around);
  }
}

function aliasOf(r: Resolution, identifier: Identifier | undefined): Alias | undefined {
  if (identifier === undefined) return undefined;
  const alias: Alias = { kind: 'alias', name: identifier.name, place: r.place(identifier) };
  r.refer(identifier, alias, 'declaration');
  return alias;
}

function resolveTable(
  r: Resolution,
  table: TableReference,
  around: Around,
  first: boolean,
): TableEntity | undefined {
  const entity = findTable(r, table.name, around.withs);
  const dimension = table.systemTime !== undefined;
  r.tables.push({ node: table, dimension, first, ...(entity === undefined ? {} : { entity }) });
  return entity;
}

/** The table, view or item of WITH of that name; a fault is noted when there is none. */
export function findTable(r: Resolution, name: Name, withs: WithNames | undefined): TableEntity | undefined {
  const text = nameText(name);
  const place = name.parts.at(-1) ?? name;
  if (name.parts.length === 1) {
    const key = r.key(text);
    for (let item = withs; item !== undefined; item = item.outer) {
      if (item.key !== key) continue;
      r.refer(place, item.entity);
      return item.entity;
    }
  }
  const entity = r.environment.table(text);
  if (entity !== undefined) r.refer(place, entity);
  else if (!isPlaceholder(text)) {
    const { start, end } = name;
    r.fault({ kind: 'unknownTable', name: text, start, end }, () => namesOf(withs));
  }
  return entity;
}

function* namesOf(withs: WithNames | undefined): Generator<string> {
  for (let item = withs; item !== undefined; item = item.outer) yield item.entity.name;
}

/** The same columns under the names `AS t (a, b)` gives; a list of the wrong length is not guessed at. */
function renamed(r: Resolution, relation: Relation, aliases: readonly Identifier[]): Relation {
  if (aliases.length === 0) return relation;
  const known = relation.columns.length > 0 && !relation.open;
  const columns = aliases.map((alias, i): Column => {
    const source = known ? relation.columns[i] : undefined;
    const column: Column = {
      kind: 'column',
      name: alias.name,
      type: source?.type ?? UNKNOWN,
      ...(source?.time === undefined ? {} : { time: source.time }),
      place: r.place(alias),
      sources: source === undefined ? relation.columns : [source],
      copied: source !== undefined,
      inherited: false,
    };
    r.refer(alias, column, 'declaration');
    return column;
  });
  return new Relation(columns);
}

function functionRelation(r: Resolution, scope: Scope, table: TableFunction, around: Around): Relation {
  const sources = new Set<Column>();
  const { call } = table;
  resolveExpression(r, call, { scope, withs: around.withs, clause: 'table', sources });
  const returns = builtIn(call.name)?.signatures[0]?.returns;
  const simple = returns === undefined ? undefined : /^TABLE\((\w+)\)$/.exec(returns)?.[1];
  const type = simple === undefined ? UNKNOWN : typeNamed(simple);
  if (table.columnAliases.length === 0) return OPEN_RELATION;
  return new Relation(table.columnAliases.map(({ name }) => computed(name, type, sources)));
}

function unnested(r: Resolution, scope: Scope, table: Unnest, around: Around): Relation {
  const sources = new Set<Column>();
  const context = { scope, withs: around.withs, clause: 'table', sources } as const;
  const [type] = table.args.map(item => resolveExpression(r, item, context));
  if (table.columnAliases.length === 0) return OPEN_RELATION;
  const single = table.columnAliases.length === 1 && type?.name !== 'MAP';
  const element = single ? (type?.element ?? UNKNOWN) : UNKNOWN;
  return new Relation(table.columnAliases.map(({ name }) => computed(name, element, sources)));
}

function computed(name: string, type: Column['type'], sources: ReadonlySet<Column>): Column {
  return { kind: 'column', name, type, sources: [...sources], copied: false, inherited: false };
}

import type { Query, QueryBody, SetOperation, Values, WithItem } from '../../syntax/tree/queries.ts';
import type { Column, TableEntity } from '../model.ts';
import { Relation } from '../relation.ts';
import { commonType } from '../types.ts';
import { resolveExpression, resolveOrder } from './expressions.ts';
import { emptyScope, findTable } from './from.ts';
import type { Around } from './from.ts';
import type { Resolution } from './resolution.ts';
import { resolveSelect } from './select.ts';
import type { SelectResult } from './select.ts';

/** Resolves a query; answers the columns it gives. */
export function resolveQuery(r: Resolution, query: Query, around: Around): Relation {
  let { withs } = around;
  for (const item of query.with) {
    const entity = withEntity(r, item, { ...around, withs });
    withs = { key: r.key(entity.name), entity, outer: withs };
  }
  const inner = { ...around, withs };
  const result = resolveBody(r, query.body, inner);
  if (query.orderBy.length > 0) resolveQueryOrder(r, query, result, inner);
  return result.output;
}

function resolveQueryOrder(r: Resolution, query: Query, result: SelectResult, around: Around): void {
  const aliases = new Map(result.output.columns.map(column => [column.name.toLowerCase(), column]));
  let { scope } = result;
  if (scope === undefined) {
    scope = emptyScope(query, around.outer);
    if (result.output.open) scope = { ...scope, items: [{ relation: result.output, node: NO_TABLE }] };
  }
  resolveOrder(r, query.orderBy, {
    scope,
    withs: around.withs,
    clause: 'orderBy',
    sources: new Set(),
    aliases,
  });
}

const NO_TABLE = {
  kind: 'unnest',
  args: [],
  ordinality: false,
  columnAliases: [],
  sampled: false,
  start: 0,
  end: 0,
} as const;

function withEntity(r: Resolution, item: WithItem, around: Around): TableEntity {
  const given = resolveQuery(r, item.query, around);
  const relation = named(r, given, item.columns);
  const entity: TableEntity = { kind: 'with', name: item.name.name, place: r.place(item.name), relation };
  r.refer(item.name, entity, 'declaration');
  return entity;
}

/** The columns of a query under the names of a list: of a view, of an item of WITH. */
export function named(r: Resolution, given: Relation, names: WithItem['columns']): Relation {
  if (names.length === 0) return given;
  const columns = names.map((identifier, i): Column => {
    const source = given.columns[i];
    const column: Column = {
      kind: 'column',
      name: identifier.name,
      type: source?.type ?? { name: 'UNKNOWN' },
      ...(source?.time === undefined ? {} : { time: source.time }),
      place: r.place(identifier),
      sources: source === undefined ? given.columns : [source],
      copied: source !== undefined,
      inherited: false,
    };
    r.refer(identifier, column, 'declaration');
    return column;
  });
  return new Relation(columns);
}

function resolveBody(r: Resolution, body: QueryBody, around: Around): SelectResult {
  switch (body.kind) {
    case 'query':
      return { output: resolveQuery(r, body, around) };
    case 'select':
      return resolveSelect(r, body, around);
    case 'setOperation':
      return { output: resolveSet(r, body, around) };
    case 'explicitTable': {
      const entity = findTable(r, body.name, around.withs);
      return { output: entity?.relation ?? new Relation([], true) };
    }
    case 'values':
      return { output: resolveValues(r, body, around) };
  }
}

/** Unions lean to the left and may be many: they are walked. */
function resolveSet(r: Resolution, root: SetOperation, around: Around): Relation {
  const spine: SetOperation[] = [];
  let leftmost: QueryBody = root;
  while (leftmost.kind === 'setOperation') {
    spine.push(leftmost);
    leftmost = leftmost.left;
  }
  let left = resolveBody(r, leftmost, around).output;
  for (const node of spine.reverse()) {
    const right = resolveBody(r, node.right, around).output;
    r.sets.push({ node, left, right });
    left = united(r, left, right);
  }
  return left;
}

/** Names come from the first query. The manual says a union loses time attributes; the source keeps them: open. */
function united(r: Resolution, left: Relation, right: Relation): Relation {
  if (!r.environment.bring(left.columns.length)) return new Relation(left.columns, true);
  const columns = left.columns.map((column, i): Column => {
    const other = right.columns[i];
    if (other === undefined) return column;
    const { time } = column;
    const timed = time !== undefined && other.time !== undefined;
    return {
      kind: 'column',
      name: column.name,
      type: commonType(column.type, other.type),
      ...(timed ? { time: 'maybe' } : {}),
      ...(column.place === undefined ? {} : { place: column.place }),
      sources: [column, other],
      copied: false,
      inherited: false,
    };
  });
  return new Relation(columns, left.open || right.open);
}

function resolveValues(r: Resolution, body: Values, around: Around): Relation {
  const scope = emptyScope(body, around.outer);
  const context = { scope, withs: around.withs, clause: 'values', sources: new Set<Column>() } as const;
  const rows = body.rows.map(row => (row.kind === 'row' ? row.items : [row]));
  const types = rows.map(row => row.map(item => resolveExpression(r, item, context)));
  const [first = [], ...more] = types;
  const columns = first.map((type, i): Column => {
    const common = more.reduce((a, row) => commonType(a, row[i] ?? a), type);
    return {
      kind: 'column',
      name: `EXPR$${i}`,
      type: common,
      sources: [],
      copied: false,
      inherited: false,
    };
  });
  const output = new Relation(columns);
  r.values.push({ node: body, output });
  return output;
}

import type { Statement } from '../../syntax/script.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type {
  ColumnDefinition,
  CreateTable,
  CreateView,
  Insert,
  StatementNode,
} from '../../syntax/tree/statements.ts';
import type { Column, FunctionEntity, StatementModel, TableEntity, TimeAttribute } from '../model.ts';
import { Relation } from '../relation.ts';
import { declaredType } from '../types.ts';
import { resolveExpression } from './expressions.ts';
import { emptyScope, findTable } from './from.ts';
import { named, resolveQuery } from './queries.ts';
import { Resolution } from './resolution.ts';
import type { Environment } from './resolution.ts';

const NOWHERE = { withs: undefined, outer: undefined };

/** Faults of the grammar, after which parts of the tree may be missing. */
export const isBroken = (statement: Statement): boolean =>
  statement.problems.some(problem => problem.kind !== 'ddl' && problem.kind !== 'splitter');

/** Resolves all names of one statement. */
export function resolveStatement(
  statement: Statement,
  node: StatementNode,
  environment: Environment,
): StatementModel {
  const r = new Resolution(statement, environment);
  const own = ownFacts(r, node);
  return {
    statement,
    node,
    broken: isBroken(statement),
    references: r.references,
    scopes: r.scopes,
    types: r.types,
    times: r.times,
    faults: r.faults,
    calls: r.calls,
    operations: r.operations,
    selects: r.selects,
    joins: r.joins,
    tables: r.tables,
    sets: r.sets,
    values: r.values,
    ...own,
  };
}

type OwnFacts = Pick<StatementModel, 'output' | 'declares' | 'insert'>;

function ownFacts(r: Resolution, node: StatementNode): OwnFacts {
  switch (node.kind) {
    case 'createTable':
      return { declares: declareTable(r, node) };
    case 'createView':
      return declareView(r, node);
    case 'createFunction': {
      const declares: FunctionEntity = {
        kind: 'function',
        name: nameText(node.name),
        place: r.place(node.name),
        node,
      };
      r.refer(node.name, declares, 'declaration');
      return { declares };
    }
    case 'insert':
      return resolveInsert(r, node);
    case 'queryStatement':
      return { output: resolveQuery(r, node.query, NOWHERE) };
    case 'otherStatement':
      return {};
  }
}

function declareTable(r: Resolution, node: CreateTable): TableEntity {
  const watermark = node.watermarks.at(-1)?.column.name;
  const physical = node.columns.filter(column => column.kind === 'column');
  const known = new Map(physical.map(column => [column, tableColumn(r, node, column, watermark)]));
  const scope = emptyScope(node, undefined);
  if (known.size > 0) scope.items.push({ relation: new Relation([...known.values()]), node: NO_TABLE });
  const columns = node.columns.map(definition => {
    if (definition.kind === 'column')
      return known.get(definition) ?? tableColumn(r, node, definition, watermark);
    const sources = new Set<Column>();
    const type = resolveExpression(r, definition.expression, {
      scope,
      withs: undefined,
      clause: 'computed',
      sources,
    });
    const computed = r.times.get(definition.expression);
    return { ...tableColumn(r, node, definition, watermark, computed), type, sources: [...sources] };
  });
  node.columns.forEach((definition, i) => {
    const column = columns[i];
    if (column !== undefined) r.refer(definition.name, column, 'declaration');
  });
  const relation = new Relation(columns, columns.length === 0 || isBroken(r.statement));
  referToKeys(r, node, relation);
  const last = node.name.parts.at(-1) ?? node.name;
  const entity: TableEntity = {
    kind: 'table',
    name: nameText(node.name),
    place: r.place(last),
    relation,
    node,
  };
  r.refer(last, entity, 'declaration');
  return entity;
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

function tableColumn(
  r: Resolution,
  table: CreateTable,
  definition: ColumnDefinition,
  watermark: string | undefined,
  computed?: TimeAttribute,
): Column {
  const { name } = definition.name;
  const time: TimeAttribute | undefined =
    watermark !== undefined && r.equal(watermark, name) ? 'row' : computed;
  return {
    kind: 'column',
    name,
    type: definition.kind === 'column' ? declaredType(definition.type) : { name: 'UNKNOWN' },
    ...(time === undefined ? {} : { time }),
    place: r.place(definition.name),
    sources: [],
    copied: false,
    inherited: false,
    table,
  };
}

/** Keys, indexes and watermarks name columns too; what they do not find is told by the checks of CREATE TABLE. */
function referToKeys(r: Resolution, node: CreateTable, relation: Relation): void {
  const keys = [...node.primaryKeys, ...node.uniqueKeys, ...node.indexes].flatMap(key => key.columns);
  const marks = node.watermarks.flatMap(({ column, call }) => {
    const [field] = call.args;
    return field?.kind === 'name' ? [column, ...field.parts.slice(0, 1)] : [column];
  });
  for (const identifier of [...keys, ...node.partitionedBy, ...marks]) {
    const column = relation.find(identifier.name, r.environment.caseSensitive);
    if (column !== undefined) r.refer(identifier, column);
  }
}

function declareView(r: Resolution, node: CreateView): OwnFacts {
  const output = resolveQuery(r, node.query, NOWHERE);
  const relation = named(r, output, node.columns);
  const open = relation.open || isBroken(r.statement);
  const last = node.name.parts.at(-1) ?? node.name;
  const declares: TableEntity = {
    kind: 'view',
    name: nameText(node.name),
    place: r.place(last),
    relation: open === relation.open ? relation : new Relation(relation.columns, open),
    node,
  };
  r.refer(last, declares, 'declaration');
  return { output, declares };
}

function resolveInsert(r: Resolution, node: Insert): OwnFacts {
  const output = resolveQuery(r, node.query, NOWHERE);
  const before = r.references.length;
  const target = findTable(r, node.target, undefined);
  const reference = r.references[before];
  if (reference !== undefined) r.references[before] = { ...reference, use: 'write' };
  for (const name of node.columns) {
    const part = name.parts.at(-1);
    const column = part && target?.relation.find(part.name, r.environment.caseSensitive);
    if (column !== undefined) r.refer(part ?? name, column, 'write');
    else if (part !== undefined && target !== undefined && !target.relation.open) {
      const { columns } = target.relation;
      const { start, end } = part;
      r.fault({ kind: 'unknownColumn', name: part.name, qualifier: target.name, start, end }, () =>
        columns.map(item => item.name),
      );
    }
  }
  return { output, insert: { node, ...(target === undefined ? {} : { target }) } };
}

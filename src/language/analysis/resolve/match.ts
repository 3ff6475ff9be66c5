import type { MatchRecognize, SelectItem, TableExpression } from '../../syntax/tree/queries.ts';
import type { Column } from '../model.ts';
import { Relation } from '../relation.ts';
import { resolveExpression, resolveOrder } from './expressions.ts';
import { emptyScope } from './from.ts';
import type { Around } from './from.ts';
import type { Context, Resolution } from './resolution.ts';

/** Resolves a MATCH_RECOGNIZE over `input`; what it gives are its partition columns and measures. */
export function resolveMatch(
  r: Resolution,
  match: MatchRecognize,
  node: TableExpression,
  input: Relation,
  around: Around,
): Relation {
  const subsets = match.subsets.map(item => item.name.name);
  const variables = [...new Set([...match.patternVariables.map(item => item.name), ...subsets])];
  const scope = { ...emptyScope(match, around.outer), items: [{ relation: input, node }], variables };
  r.scopes.push(scope);
  const context: Context = { scope, withs: around.withs, clause: 'match', sources: new Set() };
  const partition: Column[] = [];
  for (const item of match.partitionBy) {
    resolveExpression(r, item, context);
    const name = item.kind === 'name' ? item.parts.at(-1)?.name : undefined;
    const column = name === undefined ? undefined : input.find(name, r.environment.caseSensitive);
    if (column !== undefined) partition.push(column);
  }
  resolveOrder(r, match.orderBy, context);
  for (const { condition } of match.define) resolveExpression(r, condition, context);
  const measures = match.measures.map(item => measure(r, item, context));
  const kept = match.rowsPerMatch === 'ALL' ? input.columns : partition;
  const columns = [...kept.map(withoutTime), ...measures];
  return new Relation(columns, input.open);
}

/** A match gives no time attribute (blink-sql.md 4.2), by the manual only: it may be there. */
function withoutTime(column: Column): Column {
  return column.time === undefined ? column : { ...column, time: 'maybe' };
}

function measure(r: Resolution, item: SelectItem, context: Context): Column {
  const sources = new Set<Column>();
  const type = resolveExpression(r, item.expression, { ...context, sources });
  const named = item.alias ?? (item.expression.kind === 'name' ? item.expression.parts.at(-1) : undefined);
  const column: Column = {
    kind: 'column',
    name: named?.name ?? '',
    type,
    ...(type.name === 'TIMESTAMP' ? { time: 'maybe' as const } : {}),
    ...(named === undefined ? {} : { place: r.place(named) }),
    sources: [...sources],
    copied: false,
    inherited: false,
  };
  if (item.alias !== undefined) r.refer(item.alias, column, 'declaration');
  return column;
}

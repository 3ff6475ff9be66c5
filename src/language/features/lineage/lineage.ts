import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column, TableEntity } from '../../analysis/model.ts';
import { typeText } from '../../analysis/types.ts';
import { finished } from '../../syntax/steps.ts';
import type { Steps } from '../../syntax/steps.ts';
import { nameText } from '../../syntax/tree/base.ts';
import { conditionsOf } from './influences.ts';
import type { Condition } from './influences.ts';
import type { ColumnLineage, Influence, InsertLineage, SourceColumn } from './model.ts';
import { tablesOf } from './tables.ts';
import type { Leaf } from './trace.ts';
import { Tracer } from './tracer.ts';
import { transformationsOf } from './transformations.ts';
import type { Star } from './undeclared.ts';
import { viewsOf } from './views.ts';

export type { ColumnLineage, InsertLineage, SourceColumn } from './model.ts';

/** The lineage of every INSERT of a script, in its order: through views, joins, windows and table functions. */
export function lineage(analysis: Analysis): InsertLineage[] {
  return finished(lineageInSteps(analysis));
}

/** `lineage` in small steps, a column or a condition each. */
export function* lineageInSteps(analysis: Analysis): Steps<InsertLineage[]> {
  const tracer = new Tracer(analysis);
  yield;
  const found: InsertLineage[] = [];
  for (const item of analysis.statements) {
    const insert = yield* insertLineage(item, tracer);
    if (insert !== undefined) found.push(insert);
  }
  return found;
}

function* insertLineage(item: AnalyzedStatement, tracer: Tracer): Steps<InsertLineage | undefined> {
  const { model, offset } = item;
  if (model?.node.kind !== 'insert' || model.output === undefined) return undefined;
  const { node, output } = model;
  const target = model.insert?.target;
  const named = node.columns.map(name => name.parts.at(-1)?.name ?? '');
  const statements = tracer.withViews(item);
  const conditions: PlacedCondition[] = [];
  for (const each of statements)
    for (const condition of conditionsOf(each)) {
      conditions.push({ condition, item: each, nearest: nearestTo(condition, each, tracer) });
      yield;
    }
  const columns: ColumnLineage[] = [];
  for (const [i, column] of output.columns.entries()) {
    columns.push({
      ...columnLineage(column, ownColumn(target, i, named[i]), named[i], tracer),
      written: tracer.written(column, item),
    });
    yield;
  }
  const views = yield* viewsOf(
    [
      ...output.columns.flatMap(column => tracer.nearest(column)),
      ...conditions.flatMap(({ nearest }) => nearest),
    ],
    tracer,
  );
  const influences: Influence[] = [];
  for (const each of conditions) {
    influences.push(influenceOf(each, tracer));
    yield;
  }
  const stars = transformationsOf(model, item).names.stars(node.query);
  const tables = tablesOf(statements, tracer.offsetOf);
  const undeclared = tables.flatMap(({ name, declared }) => (declared === undefined ? [name] : []));
  return {
    sink: nameText(node.target),
    tables,
    views,
    columns: stars.length === 0 ? columns : [...columns, starLineage(stars, offset, tracer)],
    influences,
    incomplete: output.open || undeclared.length > 0 || columns.some(({ kind }) => kind === 'unknown'),
    undeclared,
    start: offset + node.start,
    end: offset + node.end,
  };
}

/** What stars bring of tables nothing declares goes on to the sink, whatever it is. */
function starLineage(stars: readonly Star[], offset: number, tracer: Tracer): ColumnLineage {
  return {
    column: '*',
    kind: 'direct',
    written: [...new Set(stars.map(({ written }) => written))].map(({ start, end }) => ({
      start: offset + start,
      end: offset + end,
    })),
    sources: stars.map(({ column }) => tracer.source({ column, kind: 'direct' })),
  };
}

/** The sink's column that the query's column `index` fills. */
function ownColumn(
  target: TableEntity | undefined,
  index: number,
  name: string | undefined,
): Column | undefined {
  const relation = target?.relation;
  return name === undefined ? relation?.columns[index] : relation?.find(name, false);
}

function columnLineage(
  column: Column,
  own: Column | undefined,
  name: string | undefined,
  tracer: Tracer,
): Omit<ColumnLineage, 'written'> {
  const sources = tracer.origins(column);
  const step = tracer.expression(column);
  const declared = own === undefined ? undefined : tracer.declaration(own);
  const nearest = tracer.nearest(column);
  const hasViews = nearest.some(leaf => tracer.viewOf(leaf.column) !== undefined);
  return {
    column: name ?? own?.name ?? column.name,
    ...(own === undefined ? {} : { type: typeText(own.type) }),
    kind: tracer.kind(column, sources, step),
    ...(step === undefined ? {} : { expression: { text: step.text, start: step.start, end: step.end } }),
    ...(declared === undefined ? {} : { declared }),
    sources,
    ...(hasViews ? { through: nearest.map(leaf => tracer.source(leaf)) } : {}),
  };
}

/** A condition of an INSERT or of a view it reads. */
interface PlacedCondition {
  readonly condition: Condition;
  readonly item: AnalyzedStatement;
  readonly nearest: readonly Leaf[];
}

/** What a condition really reads. A name its own view gives means what makes that column. */
function nearestTo({ columns }: Condition, { model }: AnalyzedStatement, tracer: Tracer): Leaf[] {
  const isOwn = (column: Column) => model?.declares !== undefined && tracer.viewOf(column) === model.declares;
  return columns.flatMap(column => (isOwn(column) ? tracer.behind(column) : tracer.nearest(column)));
}

function influenceOf({ condition, item, nearest }: PlacedCondition, tracer: Tracer): Influence {
  const { kind, start, end, columns } = condition;
  const { offset, model, statement } = item;
  const view = model?.declares?.kind === 'view' ? model.declares.name : undefined;
  const hasViews = nearest.some(({ column }) => tracer.viewOf(column) !== undefined);
  return {
    kind,
    text: statement.text.slice(start, end),
    ...(view === undefined ? {} : { view }),
    sources: once(columns.flatMap(column => tracer.origins(column))),
    ...(hasViews ? { through: once(nearest.map(leaf => tracer.source(leaf))) } : {}),
    start: offset + start,
    end: offset + end,
  };
}

/** Each column once: of several ways to it, the last counts. */
function once(sources: readonly SourceColumn[]): SourceColumn[] {
  return [...new Map(sources.map(source => [`${source.table}.${source.column}`, source])).values()];
}

import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column, TableEntity } from '../../analysis/model.ts';
import { typeText } from '../../analysis/types.ts';
import { nameText } from '../../syntax/tree/base.ts';
import { conditionsOf } from './influences.ts';
import type { ColumnLineage, Influence, InsertLineage, SourceColumn } from './model.ts';
import { tablesOf, undeclaredIn } from './tables.ts';
import { kindOf } from './trace.ts';
import { Tracer } from './tracer.ts';
import { viewsOf } from './views.ts';

export type { ColumnLineage, InsertLineage, SourceColumn } from './model.ts';

/** The lineage of every INSERT of a script, in its order: through views, joins, windows and table functions. */
export function lineage(analysis: Analysis): InsertLineage[] {
  const tracer = new Tracer(analysis);
  return analysis.statements.flatMap(item => insertLineage(item, tracer) ?? []);
}

function insertLineage(item: AnalyzedStatement, tracer: Tracer): InsertLineage | undefined {
  const { model, offset } = item;
  if (model?.node.kind !== 'insert' || model.output === undefined) return undefined;
  const { node, output } = model;
  const target = model.insert?.target;
  const named = node.columns.map(name => name.parts.at(-1)?.name ?? '');
  const statements = tracer.withViews(item);
  return {
    sink: nameText(node.target),
    tables: tablesOf(statements, tracer.offsetOf),
    views: viewsOf(output.columns, tracer),
    columns: output.columns.map((column, i) => ({
      ...columnLineage(column, ownColumn(target, i, named[i]), named[i], tracer),
      written: tracer.written(column, item),
    })),
    influences: influencesOf(statements, tracer),
    incomplete: output.open || target === undefined,
    undeclared: undeclaredIn(statements),
    start: offset + node.start,
    end: offset + node.end,
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
    kind: sources.length > 0 ? kindOf(sources) : step?.kind === 'aggregate' ? 'aggregate' : 'constant',
    ...(step === undefined ? {} : { expression: { text: step.text, start: step.start, end: step.end } }),
    ...(declared === undefined ? {} : { declared }),
    sources,
    ...(hasViews ? { through: nearest.map(leaf => tracer.source(leaf)) } : {}),
  };
}

/** Conditions of an INSERT and of the views it reads. */
function influencesOf(statements: Iterable<AnalyzedStatement>, tracer: Tracer): Influence[] {
  const found: Influence[] = [];
  for (const item of statements) {
    const { offset, model, statement } = item;
    const view = model?.declares?.kind === 'view' ? model.declares.name : undefined;
    for (const { kind, start, end, columns } of conditionsOf(item)) {
      const sources = new Map<string, SourceColumn>();
      for (const column of columns)
        for (const source of tracer.origins(column)) sources.set(`${source.table}.${source.column}`, source);
      found.push({
        kind,
        text: statement.text.slice(start, end),
        ...(view === undefined ? {} : { view }),
        sources: [...sources.values()],
        start: offset + start,
        end: offset + end,
      });
    }
  }
  return found;
}

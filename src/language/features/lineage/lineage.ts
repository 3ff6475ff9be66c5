import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column, TableEntity } from '../../analysis/model.ts';
import { typeText } from '../../analysis/types.ts';
import type { Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';
import { conditionsOf } from './influences.ts';
import { tablesOf } from './tables.ts';
import type { LineageTable } from './tables.ts';
import { firstTransformation, leavesOf } from './trace.ts';
import type { LineageKind } from './trace.ts';
import { transformationsOf } from './transformations.ts';
import type { Transformation } from './transformations.ts';
import { selectItemsOf, writtenAt } from './written.ts';

/** A column of a table; `declared` is where. All offsets are UTF-16 units of the script. */
export interface SourceColumn {
  readonly table: string;
  readonly column: string;
  readonly kind: LineageKind;
  readonly declared?: Span;
}

/** How one column of a sink comes about. */
export interface ColumnLineage {
  readonly column: string;
  /** Its type in the sink; absent when the sink is not declared. */
  readonly type?: string;
  /** `constant`: it is made of no column at all. */
  readonly kind: LineageKind | 'constant';
  /** The expression that makes it, where that is more than a column: as written, and where. */
  readonly expression?: Span & { readonly text: string };
  /** Where the sink declares it; absent when the sink is not declared. */
  readonly declared?: Span;
  /** The items of the INSERT's own select lists that bring it: one per side of a UNION. */
  readonly written: readonly Span[];
  readonly sources: readonly SourceColumn[];
}

/** A condition that decides which rows reach the sink. */
export interface Influence extends Span {
  readonly kind: 'filter' | 'join' | 'group';
  readonly text: string;
  readonly sources: readonly SourceColumn[];
}

/** Where the columns one INSERT writes come from. */
export interface InsertLineage extends Span {
  readonly sink: string;
  /** The declared tables that take part; the sink first. */
  readonly tables: readonly LineageTable[];
  readonly columns: readonly ColumnLineage[];
  readonly influences: readonly Influence[];
  /** The query has columns nobody knows of, such as those of an undeclared table: the lineage may have gaps. */
  readonly incomplete: boolean;
}

/** The lineage of every INSERT of a script, in its order: through views, joins, windows and table functions. */
export function lineage(analysis: Analysis): InsertLineage[] {
  const tracer = new Tracer(analysis);
  return analysis.statements.flatMap(item => tracer.insert(item) ?? []);
}

class Tracer {
  private readonly analyzed: ReadonlyMap<Statement, AnalyzedStatement>;
  private readonly makers = new Map<Column, { maker: AnalyzedStatement; step: Transformation }>();

  constructor(analysis: Analysis) {
    this.analyzed = new Map(analysis.statements.map(item => [item.statement, item]));
    for (const maker of analysis.statements)
      for (const [column, step] of transformationsOf(maker)) this.makers.set(column, { maker, step });
  }

  insert(item: AnalyzedStatement): InsertLineage | undefined {
    const { model, offset } = item;
    if (model?.node.kind !== 'insert' || model.output === undefined) return undefined;
    const { node, output } = model;
    const target = model.insert?.target;
    const named = node.columns.map(name => name.parts.at(-1)?.name ?? '');
    const items = selectItemsOf(model);
    const columns = output.columns.map((column, i) => ({
      ...this.column(column, i, named, target),
      written: writtenAt(column, items).map(({ start, end }) => ({
        start: offset + start,
        end: offset + end,
      })),
    }));
    return {
      sink: nameText(node.target),
      tables: tablesOf(this.withViews(item), statement => this.analyzed.get(statement)?.offset),
      columns,
      influences: this.influences(item),
      incomplete: output.open || target === undefined,
      start: offset + node.start,
      end: offset + node.end,
    };
  }

  private column(
    column: Column,
    index: number,
    named: readonly string[],
    target: TableEntity | undefined,
  ): Omit<ColumnLineage, 'written'> {
    const name = named[index];
    const relation = target?.relation;
    const own = name === undefined ? relation?.columns[index] : relation?.find(name, false);
    const step = firstTransformation(column, this.step);
    const sources = this.sources(column);
    const kind = sources.reduce<LineageKind>(
      (worst, source) => (worst === 'aggregate' || source.kind === 'direct' ? worst : source.kind),
      'direct',
    );
    const expression = step === undefined ? undefined : this.located(column, step);
    const declared = own === undefined ? undefined : this.declaration(own);
    return {
      column: name ?? own?.name ?? column.name,
      ...(own === undefined ? {} : { type: typeText(own.type) }),
      kind: sources.length > 0 ? kind : step?.kind === 'aggregate' ? 'aggregate' : 'constant',
      ...(expression === undefined ? {} : { expression }),
      ...(declared === undefined ? {} : { declared }),
      sources,
    };
  }

  private readonly step = (column: Column): Transformation | undefined => this.makers.get(column)?.step;

  private located(root: Column, step: Transformation): (Span & { text: string }) | undefined {
    for (let column: Column | undefined = root; column !== undefined; column = column.sources[0]) {
      const made = this.makers.get(column);
      if (made?.step !== step) continue;
      const { offset } = made.maker;
      return { text: step.text, start: offset + step.start, end: offset + step.end };
    }
    return undefined;
  }

  private sources(column: Column): SourceColumn[] {
    return leavesOf(column, this.step).map(({ column: leaf, kind }) => {
      const declared = this.declaration(leaf);
      return {
        table: leaf.table === undefined ? '' : nameText(leaf.table.name),
        column: leaf.name,
        kind,
        ...(declared === undefined ? {} : { declared }),
      };
    });
  }

  private declaration({ place }: Column): Span | undefined {
    const offset = place === undefined ? undefined : this.analyzed.get(place.statement)?.offset;
    if (offset === undefined || place === undefined) return undefined;
    return { start: offset + place.start, end: offset + place.end };
  }

  /** Conditions of the INSERT itself and of every view it reads, directly or not. */
  private influences(root: AnalyzedStatement): Influence[] {
    const found: Influence[] = [];
    for (const item of this.withViews(root)) {
      for (const { kind, start, end, columns } of conditionsOf(item)) {
        const sources = new Map<string, SourceColumn>();
        for (const column of columns)
          for (const source of this.sources(column)) sources.set(`${source.table}.${source.column}`, source);
        const text = item.statement.text.slice(start, end);
        const { offset } = item;
        found.push({ kind, text, sources: [...sources.values()], start: offset + start, end: offset + end });
      }
    }
    return found;
  }

  private withViews(root: AnalyzedStatement): Set<AnalyzedStatement> {
    const seen = new Set<AnalyzedStatement>();
    const open: (AnalyzedStatement | undefined)[] = [root];
    while (open.length > 0) {
      const item = open.pop();
      if (item === undefined || seen.has(item)) continue;
      seen.add(item);
      for (const { entity } of item.model?.tables ?? [])
        if (entity?.kind === 'view') open.push(this.analyzed.get(entity.place.statement));
    }
    return seen;
  }
}

import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column, TableEntity } from '../../analysis/model.ts';
import { typeText } from '../../analysis/types.ts';
import type { Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { ColumnLineage, SourceColumn } from './model.ts';
import { firstTransformation, hasGap, kindOf, leavesOf } from './trace.ts';
import type { Leaf, Ways } from './trace.ts';
import { transformationsOf } from './transformations.ts';
import type { Transformation } from './transformations.ts';
import { isUndeclared } from './undeclared.ts';
import { selectItemsOf, writtenAt } from './written.ts';

const placed = ({ start, end }: Span, offset: number): Span => ({ start: offset + start, end: offset + end });

/** Follows columns of one script back to where they come from. All spans it gives count from the script's start. */
export class Tracer implements Ways {
  private readonly analyzed: ReadonlyMap<Statement, AnalyzedStatement>;
  private readonly makers = new Map<Column, { maker: AnalyzedStatement; step: Transformation }>();
  /** What statements make columns of besides what the analysis knows. */
  private readonly undeclared = new Map<Column, readonly Column[]>();
  private readonly views = new Map<Column, TableEntity>();
  private readonly items = new Map<AnalyzedStatement, ReadonlyMap<Column, Span>>();

  constructor(analysis: Analysis) {
    this.analyzed = new Map(analysis.statements.map(item => [item.statement, item]));
    for (const maker of analysis.statements) {
      const { model } = maker;
      if (model === undefined) continue;
      const { expressions, undeclared } = transformationsOf(model, maker);
      for (const [column, step] of expressions) this.makers.set(column, { maker, step });
      for (const [column, sources] of undeclared) this.undeclared.set(column, sources);
      const { declares } = model;
      if (declares?.kind !== 'view') continue;
      for (const column of declares.relation.columns) this.views.set(column, declares);
    }
  }

  readonly offsetOf = (statement: Statement): number | undefined => this.analyzed.get(statement)?.offset;

  readonly step = (column: Column): Transformation | undefined => this.makers.get(column)?.step;

  readonly sourcesOf = (column: Column): readonly Column[] => {
    const more = this.undeclared.get(column);
    return more === undefined ? column.sources : [...column.sources, ...more];
  };

  /** The view a column belongs to; undefined for all others. */
  readonly viewOf = (column: Column): TableEntity | undefined => this.views.get(column);

  /** The columns of tables a column comes from. */
  origins(column: Column): SourceColumn[] {
    return leavesOf(column, this).map(leaf => this.source(leaf));
  }

  /** The columns of tables and views a column comes from; one of a view is not followed any further. */
  nearest(column: Column): Leaf[] {
    return this.views.has(column) ? [{ column, kind: 'direct' }] : this.behind(column);
  }

  /** The same of what makes a column, though it be a view's itself. */
  behind(column: Column): Leaf[] {
    return leavesOf(column, this, each => this.views.has(each));
  }

  /** How a column comes about, of the sources that were found and of the first expression on the way to them. */
  kind(
    column: Column,
    sources: readonly SourceColumn[],
    step: Pick<Transformation, 'kind'> | undefined,
  ): ColumnLineage['kind'] {
    if (sources.length > 0) return kindOf(sources);
    if (hasGap(column, this)) return 'unknown';
    return step?.kind === 'aggregate' ? 'aggregate' : 'constant';
  }

  source({ column, kind }: Leaf): SourceColumn {
    const place = this.declaration(column);
    if (isUndeclared(column)) {
      const { undeclared: table, name } = column;
      return { table, column: name, kind, ...(place === undefined ? {} : { named: place }) };
    }
    const table =
      this.viewOf(column)?.name ?? (column.table === undefined ? '' : nameText(column.table.name));
    const type = typeText(column.type);
    return { table, column: column.name, type, kind, ...(place === undefined ? {} : { declared: place }) };
  }

  /** The first expression on the way back from a column, as written, and where; `isEnd`: where the way ends. */
  expression(
    root: Column,
    isEnd?: (column: Column) => boolean,
  ): (Span & Pick<Transformation, 'text' | 'kind'>) | undefined {
    const step = firstTransformation(root, this, isEnd);
    if (step === undefined) return undefined;
    for (let column: Column | undefined = root; column !== undefined;) {
      const made = this.makers.get(column);
      if (made?.step === step)
        return { text: step.text, kind: step.kind, ...placed(step, made.maker.offset) };
      [column] = this.sourcesOf(column);
    }
    return undefined;
  }

  /** Where a column is declared; one that is not, named first. */
  declaration({ place }: Column): Span | undefined {
    const offset = place === undefined ? undefined : this.offsetOf(place.statement);
    return offset === undefined || place === undefined ? undefined : placed(place, offset);
  }

  /** The items of a statement's own select lists that bring a column. */
  written(column: Column, item: AnalyzedStatement): Span[] {
    const { model, offset } = item;
    if (model === undefined) return [];
    let items = this.items.get(item);
    if (items === undefined) this.items.set(item, (items = selectItemsOf(model)));
    return writtenAt(column, items).map(span => placed(span, offset));
  }

  /** The statement that declares a table or view, where it could be read. */
  statementOf({ place }: TableEntity): AnalyzedStatement | undefined {
    return this.analyzed.get(place.statement);
  }

  /** A statement and every view it reads, directly or not. */
  withViews(root: AnalyzedStatement): ReadonlySet<AnalyzedStatement> {
    const seen = new Set<AnalyzedStatement>();
    const open: (AnalyzedStatement | undefined)[] = [root];
    while (open.length > 0) {
      const item = open.pop();
      if (item === undefined || seen.has(item)) continue;
      seen.add(item);
      for (const { entity } of item.model?.tables ?? [])
        if (entity?.kind === 'view') open.push(this.statementOf(entity));
    }
    return seen;
  }
}

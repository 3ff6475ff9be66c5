import type { Span } from '../../syntax/tree/base.ts';
import type { LineageTable } from './tables.ts';
import type { LineageKind } from './trace.ts';

/**
 * A column of a table. One of a table that nothing declares is known by what a query calls it; `*` stands for all of
 * them. All offsets are UTF-16 units of the script.
 */
export interface SourceColumn {
  readonly table: string;
  readonly column: string;
  /** Absent when its table is not declared. */
  readonly type?: string;
  readonly kind: LineageKind;
  readonly declared?: Span;
  /** Of a column that is not declared: where it is named first. */
  readonly named?: Span;
}

/** How one column of a sink comes about. */
export interface ColumnLineage {
  readonly column: string;
  /** Its type in the sink; absent when the sink is not declared. */
  readonly type?: string;
  /**
   * `constant`: it is made of no column at all; `unknown`: of none that is known, since it reads names that nothing of
   * the script declares, and that may belong to several tables or to none. What is made of known and unknown columns is
   * of the kind the known ones make it.
   */
  readonly kind: LineageKind | 'constant' | 'unknown';
  /** The expression that makes it, where that is more than a column: as written, and where. */
  readonly expression?: Span & { readonly text: string };
  /** Where the sink, or the view's query, gives it its name; absent when the sink is not declared. */
  readonly declared?: Span;
  /** The items of its own statement's select lists that bring it: one per side of a UNION. */
  readonly written: readonly Span[];
  /** The columns of tables it comes from, through whatever stands in between. */
  readonly sources: readonly SourceColumn[];
  /** Its nearest sources, where views stand in between; absent when those are `sources`. */
  readonly through?: readonly SourceColumn[];
}

/**
 * A view between an INSERT and its sources, with the columns that are used, by conditions too; their `sources` are the
 * nearest.
 */
export interface ViewLineage {
  readonly name: string;
  /** Where its name is declared. */
  readonly declared: Span;
  readonly columns: readonly ColumnLineage[];
}

/** A condition that decides which rows reach the sink. */
export interface Influence extends Span {
  readonly kind: 'filter' | 'join' | 'group';
  readonly text: string;
  /** The view it stands in; absent: the INSERT itself. */
  readonly view?: string;
  /** The columns of tables it reads, through whatever stands in between. */
  readonly sources: readonly SourceColumn[];
  /** What it really reads, where that are columns of views; absent when those are `sources`. */
  readonly through?: readonly SourceColumn[];
}

/** Where the columns one INSERT writes come from. */
export interface InsertLineage extends Span {
  readonly sink: string;
  /** The tables that take part; the sink first. */
  readonly tables: readonly LineageTable[];
  /** The views in between, nearest to the sink first. */
  readonly views: readonly ViewLineage[];
  readonly columns: readonly ColumnLineage[];
  readonly influences: readonly Influence[];
  /** Columns or tables take part that nobody knows of, such as an undeclared table: the lineage may have gaps. */
  readonly incomplete: boolean;
  /** Names of tables that take part and that nothing declares: what the gaps come from. */
  readonly undeclared: readonly string[];
}

import type { Kind, Range } from '../messages.ts';

/** What a table is to the INSERT; `undeclared` is one that is read and that nothing declares. */
export type Role = 'source' | 'dimension' | 'view' | 'sink' | 'undeclared';

/** How a condition takes part. */
export type ConditionKind = 'filter' | 'join' | 'group';

/** One line of a table's box: a column, or a condition its rows have to meet. */
export interface Row {
  /** Unique in its graph. */
  readonly id: string;
  readonly table: string;
  readonly is: 'column' | 'condition';
  /** The column's name, or the condition as written. */
  readonly name: string;
  readonly type?: string;
  readonly kind: Kind | ConditionKind;
  /** What makes it, as written. */
  readonly expression?: string;
  /** What a click shows in the editor: the best of `places`. */
  readonly reveal?: Range;
  /** Where the cursor means this row. */
  readonly places: readonly Range[];
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly connector?: string;
  /** Whether the script declares it: a sink may lack that too. */
  readonly isDeclared: boolean;
  /** What a click shows in the editor: its declaration, else where it is named first. */
  readonly reveal?: Range;
  /** Columns first, then conditions. */
  readonly rows: readonly Row[];
}

/** From a row to one that is made of it, or, of a condition, that reads it. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: Kind | ConditionKind;
}

/** Tables, their rows, and what flows between rows. Without cycles: a table that is read and written stands twice. */
export interface Graph {
  readonly tables: readonly Table[];
  readonly edges: readonly Edge[];
  readonly rows: ReadonlyMap<string, Row>;
}

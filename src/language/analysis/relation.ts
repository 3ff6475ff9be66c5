import type { Column } from './model.ts';

/** The columns of a table or a query. */
export class Relation {
  readonly columns: readonly Column[];
  /** There may be columns nobody knows of: a name that is not found is no fault. */
  readonly open: boolean;
  private index: ReadonlyMap<string, readonly Column[]> | undefined;

  constructor(columns: readonly Column[], open = false) {
    this.columns = columns;
    this.open = open;
  }

  /** The column of that name. Of several, the first: the planner gives the others new names. */
  find(name: string, caseSensitive: boolean): Column | undefined {
    const found = this.indexed().get(name.toLowerCase());
    return caseSensitive ? found?.find(column => column.name === name) : found?.[0];
  }

  private indexed(): ReadonlyMap<string, readonly Column[]> {
    if (this.index !== undefined) return this.index;
    const index = new Map<string, Column[]>();
    for (const column of this.columns) {
      const key = column.name.toLowerCase();
      const same = index.get(key);
      if (same === undefined) index.set(key, [column]);
      else same.push(column);
    }
    this.index = index;
    return index;
  }
}

/** A relation nothing is known of. */
export const OPEN_RELATION = new Relation([], true);

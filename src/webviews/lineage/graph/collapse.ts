import type { Row, Table } from './model.ts';

/** A table with more rows than this is shown in part. */
const MOST_ROWS = 16;
/** What is left of such a table. */
const COLUMNS_LEFT = 10;
const CONDITIONS_LEFT = 4;

export interface Part {
  readonly shown: readonly Row[];
  readonly hidden: readonly Row[];
}

/** The rows of a table that are shown; a long table is cut unless the user has opened it. */
export function partOf({ id, rows }: Table, opened: ReadonlySet<string>): Part {
  if (rows.length <= MOST_ROWS || opened.has(id)) return { shown: rows, hidden: [] };
  const columns = rows.filter(({ is }) => is === 'column');
  const conditions = rows.filter(({ is }) => is === 'condition');
  return {
    shown: [...columns.slice(0, COLUMNS_LEFT), ...conditions.slice(0, CONDITIONS_LEFT)],
    hidden: [...columns.slice(COLUMNS_LEFT), ...conditions.slice(CONDITIONS_LEFT)],
  };
}

/** Whether a table is long enough to be cut. */
export function isLong({ rows }: Table): boolean {
  return rows.length > MOST_ROWS;
}

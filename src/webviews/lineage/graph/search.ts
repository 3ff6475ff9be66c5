import type { PlacedTable } from './layout.ts';
import type { Row } from './model.ts';

/** The columns whose name, with or without their table's, contains all words: from left to right, none for no words. */
export function searchColumns(tables: readonly PlacedTable[], words: string): Row[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const inOrder = tables.toSorted((one, other) => one.x - other.x || one.y - other.y);
  return inOrder.flatMap(({ table: { name, rows } }) =>
    rows.filter(row => {
      if (row.is !== 'column') return false;
      const full = `${name}.${row.name}`.toLowerCase();
      return parts.every(part => full.includes(part));
    }),
  );
}

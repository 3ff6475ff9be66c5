import type { PlacedTable } from './layout.ts';
import { moreId } from './layout.ts';

/** The height of every stop on the page, and its table. */
export function heightsOf(tables: readonly PlacedTable[]): Map<string, { y: number; table: string }> {
  const heights = new Map<string, { y: number; table: string }>();
  for (const { table, y, rows, more } of tables) {
    heights.set(table.id, { y, table: table.id });
    for (const { row, y: top } of rows) heights.set(row.id, { y: y + top, table: table.id });
    if (more) heights.set(moreId(table.id), { y: y + more.y, table: table.id });
  }
  return heights;
}

import type { PlacedTable } from './layout.ts';
import { moreId, SIZE } from './layout.ts';
import type { Box } from './route.ts';

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

/** What a stop takes of the page: a table's head stands for the table. Undefined when it is not drawn. */
export function boxOf(stop: string, tables: readonly PlacedTable[]): Box | undefined {
  for (const { table, x, y, width, rows, more } of tables) {
    if (table.id === stop) return { x, y, width, height: SIZE.header };
    const row = rows.find(each => each.row.id === stop);
    const top = row?.y ?? (moreId(table.id) === stop ? more?.y : undefined);
    if (top !== undefined) return { x, y: y + top, width, height: SIZE.row };
  }
  return undefined;
}

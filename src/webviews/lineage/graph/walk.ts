import { heightsOf } from './stopPlaces.ts';
import type { PlacedTable } from './layout.ts';
import { moreId } from './layout.ts';
import type { Wire } from './route.ts';

/** Keys that move along the graph. */
export const STEPS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;
export type Step = (typeof STEPS)[number];

/** What can have the keyboard: a table's head (its id), its rows, its line "n more"; from top to bottom. */
export function stopsOf({ table, rows, more }: PlacedTable): string[] {
  return [table.id, ...rows.map(({ row }) => row.id), ...(more ? [moreId(table.id)] : [])];
}

/**
 * Where a key leads: up and down within a table and on to the next one of the same rank; left and right along the
 * wires, to the end nearest in height. Undefined where the way ends.
 */
export function walk(
  from: string,
  step: Step,
  tables: readonly PlacedTable[],
  wires: readonly Wire[],
): string | undefined {
  const table = tables.find(each => stopsOf(each).includes(from));
  if (!table) return undefined;
  const stops = stopsOf(table);
  switch (step) {
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    case 'ArrowUp':
      return stops[stops.indexOf(from) - 1] ?? neighbour(table, tables, -1);
    case 'ArrowDown':
      return stops[stops.indexOf(from) + 1] ?? neighbour(table, tables, 1);
    case 'ArrowLeft':
    case 'ArrowRight':
      return along(from, step === 'ArrowRight', table, tables, wires);
  }
}

/** The last stop of the table above, or the first of the one below, in the same rank. */
function neighbour(table: PlacedTable, tables: readonly PlacedTable[], side: -1 | 1): string | undefined {
  const overlaps = (other: PlacedTable) => other.x < table.x + table.width && table.x < other.x + other.width;
  const beyond = tables
    .filter(other => other !== table && overlaps(other) && (other.y - table.y) * side > 0)
    .sort((one, other) => (one.y - other.y) * side);
  const [next] = beyond;
  return next && stopsOf(next).at(side === 1 ? 0 : -1);
}

function along(
  from: string,
  isForward: boolean,
  table: PlacedTable,
  tables: readonly PlacedTable[],
  wires: readonly Wire[],
): string | undefined {
  const heights = heightsOf(tables);
  const isHead = from === table.table.id;
  const own = isHead ? new Set(stopsOf(table)) : new Set([from]);
  const ends = wires
    .filter(wire => own.has(isForward ? wire.from : wire.to))
    .map(wire => (isForward ? wire.to : wire.from));
  const height = heights.get(from)?.y ?? 0;
  const distance = (stop: string) => Math.abs((heights.get(stop)?.y ?? 0) - height);
  const [nearest] = ends.sort((one, other) => distance(one) - distance(other));
  // From a table's head to a table's head, as one reads the names.
  return isHead && nearest !== undefined ? heights.get(nearest)?.table : nearest;
}

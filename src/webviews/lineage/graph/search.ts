import type { Graph, Row } from './model.ts';

/** The rows whose name, or whose table's name, contains the words, in the order of the graph; none for no words. */
export function searchRows({ tables }: Graph, words: string): Row[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  return tables.flatMap(({ name, rows }) =>
    rows.filter(row => {
      const full = `${name}.${row.name}`.toLowerCase();
      return parts.every(part => full.includes(part));
    }),
  );
}

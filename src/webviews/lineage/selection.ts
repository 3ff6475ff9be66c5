import type { Graph } from './graph/model.ts';
import { pathAlong, pathThrough, type Links, type Path } from './graph/paths.ts';
import type { Wire } from './graph/route.ts';

/** What the user means at the moment, the most deliberate first. */
export interface Meant {
  /** A row, a table, or a wire under the pointer. */
  readonly pointed?: { readonly stop: string } | { readonly wire: string };
  /** What has the keyboard. */
  readonly focused?: { readonly stop: string } | { readonly wire: string };
  /** The match of the search that is shown. */
  readonly sought?: string;
  /** Rows under the cursor of the editor. */
  readonly cursor: readonly string[];
}

export interface Selection {
  /** The rows that are meant. */
  readonly active: ReadonlySet<string>;
  /** The table that is meant as a whole. */
  readonly table?: string;
  /** The wire that is meant. */
  readonly wire?: Wire;
  /** All they are made of and go into; undefined: nothing is meant. */
  readonly path: Path | undefined;
}

/** What is highlighted: what is pointed at, else what has the keyboard, else what was searched, else the cursor's. */
export function selectionOf(
  { pointed, focused, sought, cursor }: Meant,
  graph: Graph,
  links: Links,
  wires: readonly Wire[],
): Selection {
  for (const each of [pointed, focused, sought === undefined ? undefined : { stop: sought }]) {
    if (each === undefined) continue;
    const found = 'wire' in each ? alongWire(each.wire, links, wires) : throughStop(each.stop, graph, links);
    if (found) return found;
  }
  if (cursor.length === 0) return { active: new Set(), path: undefined };
  return { active: new Set(cursor), path: pathThrough(cursor, links) };
}

function alongWire(id: string, links: Links, wires: readonly Wire[]): Selection | undefined {
  const wire = wires.find(each => each.id === id);
  if (!wire) return undefined;
  const paths = wire.edges.map(edge => pathAlong(edge, links));
  const union = (part: 'rows' | 'edges') => new Set(paths.flatMap(path => [...path[part]]));
  return {
    active: new Set(wire.edges.map(({ to }) => to)),
    wire,
    path: { rows: union('rows'), edges: union('edges') },
  };
}

function throughStop(stop: string, graph: Graph, links: Links): Selection | undefined {
  if (graph.rows.has(stop)) return { active: new Set([stop]), path: pathThrough([stop], links) };
  const table = graph.tables.find(({ id }) => id === stop);
  if (!table) return undefined;
  const rows = table.rows.map(({ id }) => id);
  return { active: new Set(), table: table.id, path: pathThrough(rows, links) };
}

import type { Graph } from './graph/model.ts';
import { pathAlong, pathThrough, type Links, type Path } from './graph/paths.ts';
import type { Wire } from './graph/route.ts';

/** What the user means at the moment, the most deliberate first. */
export interface Meant {
  /** A row, a table, or a wire under the pointer. */
  readonly pointed?: { readonly stop: string } | { readonly wire: string };
  /** What has the keyboard. */
  readonly focused?: string;
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
  if (pointed && 'wire' in pointed) {
    const edges = wires.find(({ id }) => id === pointed.wire)?.edges ?? [];
    const paths = edges.map(edge => pathAlong(edge, links));
    if (paths.length > 0) {
      const union = (part: 'rows' | 'edges') => new Set(paths.flatMap(path => [...path[part]]));
      return {
        active: new Set(edges.map(({ to }) => to)),
        path: { rows: union('rows'), edges: union('edges') },
      };
    }
  }
  const stop = pointed && 'stop' in pointed ? pointed.stop : undefined;
  for (const each of [stop, focused, sought]) {
    if (each === undefined) continue;
    if (graph.rows.has(each)) return { active: new Set([each]), path: pathThrough([each], links) };
    const table = graph.tables.find(({ id }) => id === each);
    if (!table) continue;
    const rows = table.rows.map(({ id }) => id);
    return { active: new Set(), table: table.id, path: pathThrough(rows, links) };
  }
  if (cursor.length === 0) return { active: new Set(), path: undefined };
  return { active: new Set(cursor), path: pathThrough(cursor, links) };
}

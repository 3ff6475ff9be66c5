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
  for (const rows of [rowsOf(stop, graph), rowsOf(focused, graph), rowsOf(sought, graph), cursor]) {
    if (rows.length > 0) return { active: new Set(rows), path: pathThrough(rows, links) };
  }
  return { active: new Set(), path: undefined };
}

/** The row of an id; of a table, all its rows. */
function rowsOf(stop: string | undefined, { rows, tables }: Graph): readonly string[] {
  if (stop === undefined) return [];
  if (rows.has(stop)) return [stop];
  return tables.find(({ id }) => id === stop)?.rows.map(({ id }) => id) ?? [];
}

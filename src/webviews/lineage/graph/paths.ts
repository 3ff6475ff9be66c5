import type { Edge, Graph } from './model.ts';

/** Everything that leads to some rows, and everything they lead to. */
export interface Path {
  readonly rows: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Which edges begin and end at a row. */
export interface Links {
  readonly incoming: ReadonlyMap<string, readonly Edge[]>;
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>;
}

export function linksOf({ edges }: Pick<Graph, 'edges'>): Links {
  const incoming = new Map<string, Edge[]>();
  const outgoing = new Map<string, Edge[]>();
  for (const edge of edges) {
    add(incoming, edge.to, edge);
    add(outgoing, edge.from, edge);
  }
  return { incoming, outgoing };
}

function add(lists: Map<string, Edge[]>, key: string, edge: Edge): void {
  const list = lists.get(key);
  if (list) list.push(edge);
  else lists.set(key, [edge]);
}

/** The path through some rows: upstream and downstream of each, not what merely shares a source with them. */
export function pathThrough(starts: Iterable<string>, links: Links): Path {
  const rows = new Set<string>();
  const edges = new Set<string>();
  const begin = [...starts];
  for (const [side, next] of [
    [links.incoming, ({ from }: Edge) => from],
    [links.outgoing, ({ to }: Edge) => to],
  ] as const) {
    const seen = new Set<string>();
    const open = [...begin];
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      if (seen.has(row)) continue;
      seen.add(row);
      rows.add(row);
      for (const edge of side.get(row) ?? []) {
        edges.add(edge.id);
        open.push(next(edge));
      }
    }
  }
  return { rows, edges };
}

/** The path through one edge: upstream of where it begins, downstream of where it ends. */
export function pathAlong({ id, from, to }: Edge, links: Links): Path {
  const before = pathThrough([from], { incoming: links.incoming, outgoing: new Map() });
  const after = pathThrough([to], { incoming: new Map(), outgoing: links.outgoing });
  return {
    rows: new Set([...before.rows, ...after.rows]),
    edges: new Set([...before.edges, ...after.edges, id]),
  };
}

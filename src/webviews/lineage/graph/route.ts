import type { Edge } from './model.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What is drawn for one edge, or for several whose ends are both hidden behind the same lines. */
export interface Wire {
  readonly id: string;
  readonly edges: readonly Edge[];
  /** Lines it joins: ids of rows, or of a table's line "n more". */
  readonly from: string;
  readonly to: string;
  readonly kind: Edge['kind'];
  /** An SVG path. */
  readonly path: string;
}

/** Where a row's edges begin and end. */
interface Anchor {
  readonly line: string;
  readonly table: Box & { readonly table: { readonly id: string } };
  readonly y: number;
}

/** Wires of one bundle are this far apart, px, unless there are many. */
const SPREAD = 4;
const MAX_BUNDLE = 28;

/** The key of all edges between two tables. */
export function pathKey(from: string, to: string): string {
  return `${from}\n${to}`;
}

/** Draws edges: from the right side of a row to the left side of another, around the tables between. */
export function route(
  edges: readonly Edge[],
  tables: readonly Box[],
  paths: ReadonlyMap<string, readonly Point[]>,
  anchors: ReadonlyMap<string, Anchor>,
): Wire[] {
  const bundles = new Map<string, Map<string, { edges: Edge[]; from: Anchor; to: Anchor }>>();
  for (const edge of edges) {
    const from = anchors.get(edge.from);
    const to = anchors.get(edge.to);
    if (!from || !to) continue;
    const key = pathKey(from.table.table.id, to.table.table.id);
    const bundle = bundles.get(key) ?? new Map<string, { edges: Edge[]; from: Anchor; to: Anchor }>();
    bundles.set(key, bundle);
    const id = `${from.line} > ${to.line}`;
    const wire = bundle.get(id);
    if (wire) wire.edges.push(edge);
    else bundle.set(id, { edges: [edge], from, to });
  }
  return [...bundles].flatMap(([key, bundle]) => {
    const passages = (paths.get(key) ?? []).map(point => passageAt(point, tables));
    const step = Math.min(SPREAD, MAX_BUNDLE / bundle.size);
    return [...bundle].map(([id, { edges: own, from, to }], index): Wire => {
      const shift = (index - (bundle.size - 1) / 2) * step;
      const start = { x: from.table.x + from.table.width, y: from.y };
      const end = { x: to.table.x, y: to.y };
      return {
        id,
        edges: own,
        from: from.line,
        to: to.line,
        kind: own[0]?.kind ?? 'direct',
        path: pathOf(
          start,
          passages.map(({ left, right, y }) => ({ left, right, y: y + shift })),
          end,
        ),
      };
    });
  });
}

/** The way past the tables of a rank: straight, so that no wire cuts a corner. */
interface Passage {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function passageAt({ x, y }: Point, tables: readonly Box[]): Passage {
  const rank = tables.filter(table => table.x <= x && x <= table.x + table.width);
  return {
    left: Math.min(x, ...rank.map(table => table.x)),
    right: Math.max(x, ...rank.map(table => table.x + table.width)),
    y,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function pathOf(start: Point, passages: readonly Passage[], end: Point): string {
  let path = `M${round(start.x)} ${round(start.y)}`;
  let at = start;
  for (const { left, right, y } of passages) {
    path += `${curve(at, { x: left, y })}H${round(right)}`;
    at = { x: right, y };
  }
  return path + curve(at, end);
}

/** A curve that leaves and arrives horizontally. */
function curve(from: Point, to: Point): string {
  const reach = Math.max(24, (to.x - from.x) / 2);
  const points = [from.x + reach, from.y, to.x - reach, to.y, to.x, to.y];
  return `C${points.map(round).join(' ')}`;
}

import { Graph as Dagre, layout as arrange } from '@dagrejs/dagre';
import { isLong, partOf } from './collapse.ts';
import { fitText, type Measure, type TextFont } from './measure.ts';
import type { Graph, Row, Table } from './model.ts';
import { pathKey, route, type Box, type Point, type Wire } from './route.ts';

/** Lengths in px at a zoom of 1. */
export const SIZE = {
  header: 44,
  row: 24,
  padding: 12,
  bottom: 4,
  /** Room for the sign of how a column is made. */
  sign: 16,
  gap: 14,
  minWidth: 150,
  maxWidth: 330,
  maxType: 120,
  margin: 24,
} as const;

export interface PlacedRow {
  readonly row: Row;
  /** Its upper edge, from that of the table. */
  readonly y: number;
  readonly name: string;
  readonly type: string;
  /** The width of what stands after the name, and before it. */
  readonly typeWidth: number;
  readonly indent: number;
}

/** The line of a table that stands for the rows it does not show, or closes it again. */
export interface MoreLine {
  readonly y: number;
  /** Rows not shown; none when the table has been opened. */
  readonly hidden: readonly Row[];
}

export interface PlacedTable extends Box {
  readonly table: Table;
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly PlacedRow[];
  readonly more?: MoreLine;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly tables: readonly PlacedTable[];
  readonly wires: readonly Wire[];
}

export interface LayoutOptions {
  readonly measure: Measure;
  /** What stands below a table's name. */
  readonly subtitle: (table: Table) => string;
  /** What stands before a condition. */
  readonly conditionWord: (row: Row) => string;
  /** Tables shown in full though they are long. */
  readonly opened: ReadonlySet<string>;
}

/** Places a graph's tables from left to right, and draws its edges. Pure; below 100 ms for 30 tables. */
export function layoutOf(graph: Graph, options: LayoutOptions): Layout {
  const sized = graph.tables.map(table => sizeOf(table, options));
  const { places, paths, width, height } = arranged(graph, sized);
  const tables = evened(
    sized.map(table => ({ ...table, ...(places.get(table.table.id) ?? { x: 0, y: 0 }) })),
  );
  return { width, height, tables, wires: route(graph.edges, tables, paths, anchorsOf(tables)) };
}

/** A condition is code; the name of a column is a name. */
const fontOf = ({ is }: Row): TextFont => (is === 'condition' ? 'code' : 'row');

type Sized = Omit<PlacedTable, 'x' | 'y'>;

function sizeOf(table: Table, { measure, subtitle, conditionWord, opened }: LayoutOptions): Sized {
  const { shown, hidden } = partOf(table, opened);
  const below = subtitle(table);
  const typeWidth = (row: Row) =>
    Math.min(SIZE.maxType, row.type === undefined ? 0 : measure(row.type, 'type'));
  const wordWidth = (row: Row) =>
    row.is === 'condition' ? measure(conditionWord(row), 'subtitle') + SIZE.gap / 2 : 0;
  const rest = (row: Row) => {
    const type = typeWidth(row);
    return 2 * SIZE.padding + SIZE.sign + wordWidth(row) + (type === 0 ? 0 : type + SIZE.gap);
  };
  const widest = Math.max(
    measure(table.name, 'title') + 2 * SIZE.padding,
    measure(below, 'subtitle') + 2 * SIZE.padding,
    ...shown.map(row => measure(row.name, fontOf(row)) + rest(row)),
  );
  const width = Math.ceil(Math.min(SIZE.maxWidth, Math.max(SIZE.minWidth, widest)));
  const rows = shown.map((row, index) => ({
    row,
    y: SIZE.header + index * SIZE.row,
    name: fitText(row.name, fontOf(row), width - rest(row), measure),
    typeWidth: typeWidth(row),
    indent: wordWidth(row),
    type: row.type === undefined ? '' : fitText(row.type, 'type', SIZE.maxType, measure),
  }));
  const end = SIZE.header + rows.length * SIZE.row;
  const hasMore = hidden.length > 0 || isLong(table);
  return {
    table,
    width,
    height: end + (hasMore ? SIZE.row : 0) + SIZE.bottom,
    title: fitText(table.name, 'title', width - 2 * SIZE.padding, measure),
    subtitle: fitText(below, 'subtitle', width - 2 * SIZE.padding, measure),
    rows,
    ...(hasMore ? { more: { y: end, hidden } } : {}),
  };
}

/** Tables of one rank, which share their middle, get the width of the widest: straight edges are easier on the eye. */
function evened(tables: readonly PlacedTable[]): PlacedTable[] {
  const middle = ({ x, width }: PlacedTable) => Math.round(x + width / 2);
  const widths = new Map<number, number>();
  for (const table of tables)
    widths.set(middle(table), Math.max(table.width, widths.get(middle(table)) ?? 0));
  return tables.map(table => {
    const width = widths.get(middle(table)) ?? table.width;
    return { ...table, x: table.x - (width - table.width) / 2, width };
  });
}

interface Arranged {
  readonly places: ReadonlyMap<string, Point>;
  /** Points between tables that an edge passes, by `pathKey`. */
  readonly paths: ReadonlyMap<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

function arranged({ edges, rows }: Graph, tables: readonly Sized[]): Arranged {
  const dagre = new Dagre();
  dagre.setGraph({
    rankdir: 'LR',
    nodesep: 26,
    edgesep: 14,
    // Many edges need room to turn: in a narrow gap they are one black band.
    ranksep: Math.min(220, 90 + edges.length / 4),
    marginx: SIZE.margin,
    marginy: SIZE.margin,
  });
  for (const { table, width, height } of tables) dagre.setNode(table.id, { width, height });
  const weights = new Map<string, { from: string; to: string; weight: number }>();
  for (const edge of edges) {
    const from = rows.get(edge.from)?.table;
    const to = rows.get(edge.to)?.table;
    if (from === undefined || to === undefined) continue;
    const key = pathKey(from, to);
    weights.set(key, { from, to, weight: Math.min(8, (weights.get(key)?.weight ?? 0) + 1) });
  }
  for (const { from, to, weight } of weights.values()) dagre.setEdge(from, to, { weight });
  // What is read has its place before the sink, also where no wire says so.
  const sink = tables.find(({ table }) => table.role === 'sink')?.table.id;
  for (const { table } of tables)
    if (sink !== undefined && table.id !== sink && (dagre.nodeEdges(table.id) ?? []).length === 0)
      dagre.setEdge(table.id, sink, { weight: 0 });
  arrange(dagre);
  const places = new Map<string, Point>();
  for (const { table, width, height } of tables) {
    const { x = 0, y = 0 } = dagre.node(table.id) as Partial<Point>;
    places.set(table.id, { x: x - width / 2, y: y - height / 2 });
  }
  const paths = new Map<string, readonly Point[]>();
  for (const [key, { from, to }] of weights) {
    const { points = [] } = dagre.edge(from, to) as { points?: readonly Point[] };
    // The first and last lie on the tables; of the others every second lies between two ranks.
    paths.set(
      key,
      points.slice(1, -1).filter((_, index) => index % 2 === 1),
    );
  }
  const { width = 0, height = 0 } = dagre.graph() as { width?: number; height?: number };
  return { places, paths, width, height };
}

/** Where edges meet rows: the middle of the line that stands for a row, by its id. */
function anchorsOf(
  tables: readonly PlacedTable[],
): Map<string, { line: string; table: PlacedTable; y: number }> {
  const anchors = new Map<string, { line: string; table: PlacedTable; y: number }>();
  for (const table of tables) {
    const middle = (y: number) => table.y + y + SIZE.row / 2;
    for (const { row, y } of table.rows) anchors.set(row.id, { line: row.id, table, y: middle(y) });
    const { more } = table;
    for (const row of more?.hidden ?? [])
      anchors.set(row.id, { line: moreId(table.table.id), table, y: middle(more?.y ?? 0) });
  }
  return anchors;
}

/** The id of a table's line "n more". */
export function moreId(table: string): string {
  return `${table}…`;
}

import type { Column, Place } from '../../analysis/model.ts';
import type { Transformation } from './transformations.ts';
import { isUndeclared } from './undeclared.ts';

/** How a value gets from one column to another. */
export type LineageKind = 'direct' | 'expression' | 'aggregate';

/** A column of a table that something is made of. */
export interface Leaf {
  readonly column: Column;
  readonly kind: LineageKind;
}

const RANK: Record<LineageKind, number> = { direct: 0, expression: 1, aggregate: 2 };

/** How columns come about. */
export interface Ways {
  /** What makes a column; undefined when it is handed on. */
  readonly step: (column: Column) => Transformation | undefined;
  /** What it is made of. */
  readonly sourcesOf: (column: Column) => readonly Column[];
}

/**
 * The table columns a column comes from, in the order they are met, each with the strongest kind of any way there:
 * one aggregate on the way makes it an aggregate. A column is looked at once per kind at most, so the work is linear.
 * @param isEnd columns that are not followed either, such as those of views; the root always is
 */
export function leavesOf(
  root: Column,
  { step: transformation, sourcesOf }: Ways,
  isEnd: (column: Column) => boolean = () => false,
): Leaf[] {
  const best = new Map<Column, LineageKind>();
  const leaves = new Map<string | Column, Leaf>();
  const open: Leaf[] = [{ column: root, kind: 'direct' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { column, kind } = next;
    const seen = best.get(column);
    if (seen !== undefined && RANK[seen] >= RANK[kind]) continue;
    best.set(column, kind);
    const ends = column !== root && isEnd(column);
    if (ends || isLeaf(column)) {
      // A view's column takes over the place of the one it is named after: only the object tells them apart.
      const key = ends ? column : keyOf(column);
      const known = leaves.get(key);
      if (known === undefined || RANK[known.kind] < RANK[kind]) leaves.set(key, { column, kind });
      continue;
    }
    const step = transformation(column)?.kind ?? 'direct';
    const through = RANK[step] > RANK[kind] ? step : kind;
    for (const source of sourcesOf(column).toReversed()) open.push({ column: source, kind: through });
  }
  return [...leaves.values()];
}

/** What several ways make of a column: one aggregate among them makes it an aggregate. */
export function kindOf(sources: readonly { readonly kind: LineageKind }[]): LineageKind {
  return sources.reduce<LineageKind>(
    (worst, { kind }) => (worst === 'aggregate' || kind === 'direct' ? worst : kind),
    'direct',
  );
}

/** Whether a way back from a column ends at a name nobody knows of, or at a table nobody declares. */
export function hasGap(root: Column, { step, sourcesOf }: Ways): boolean {
  const seen = new Set<Column>();
  const open = [root];
  for (let column = open.pop(); column !== undefined; column = open.pop()) {
    if (seen.has(column) || isLeaf(column)) continue;
    seen.add(column);
    // What an expression makes of nothing is a constant; without one, the column is of a table nobody knows.
    const sources = sourcesOf(column);
    if (step(column)?.readsUnknown ?? sources.length === 0) return true;
    for (const source of sources) open.push(source);
  }
  return false;
}

/** A computed column of a table made of others is a step; PROCTIME() and physical columns are where a way ends. */
const isLeaf = (column: Column): boolean =>
  isUndeclared(column) || (column.table !== undefined && column.sources.length === 0);

/** MATCH_RECOGNIZE hands on copies: the same declaration is the same column. Undeclared ones are only their names. */
function keyOf(column: Column): string {
  const { name, place } = column;
  const owner = isUndeclared(column) ? column.undeclared.toLowerCase() : placeKey(place);
  return `${owner} ${name.toLowerCase()}`;
}

const ids = new WeakMap<object, number>();
let nextId = 0;

function placeKey(place: Place | undefined): string {
  if (place === undefined) return '';
  let id = ids.get(place.statement);
  if (id === undefined) ids.set(place.statement, (id = nextId++));
  return `${id}:${place.start}`;
}

/** The first expression on the way from a column to where it comes from, through whatever only hands it on. */
export function firstTransformation(
  root: Column,
  { step, sourcesOf }: Ways,
  isEnd: (column: Column) => boolean = () => false,
): Transformation | undefined {
  const seen = new Set<Column>();
  for (let column: Column | undefined = root; column !== undefined && !seen.has(column) && !isEnd(column);) {
    const found = step(column);
    if (found !== undefined) return found;
    seen.add(column);
    const sources: readonly Column[] = sourcesOf(column);
    column = sources.length === 1 ? sources[0] : undefined;
  }
  return undefined;
}

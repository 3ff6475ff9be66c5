import type { LineageColumn, LineageInsert, PlainRange } from '../server/protocol.ts';

/** Lines and UTF-16 characters from 0. */
export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** Which INSERT is shown already. */
export interface Shown {
  readonly index: number;
  readonly sink: string;
}

/**
 * Which INSERT of a document to show: the one the cursor stands in; else the one shown, as long as the cursor is
 * elsewhere or at something it is made of; else the first that is made of what stands under the cursor.
 * @returns an index into `inserts`, -1 when there are none
 */
export function insertFor(
  inserts: readonly LineageInsert[],
  cursor: PlainPosition | undefined,
  shown: Shown | undefined,
): number {
  if (inserts.length === 0) return -1;
  const kept = shown === undefined ? -1 : findAgain(inserts, shown);
  if (cursor) {
    const around = inserts.findIndex(({ range }) => holds(range, cursor));
    if (around >= 0) return around;
    const current = inserts[kept];
    if (current && knows(current, cursor)) return kept;
    const other = inserts.findIndex(insert => knows(insert, cursor));
    if (other >= 0) return other;
  }
  if (kept >= 0) return kept;
  const next = cursor ? inserts.findIndex(({ range }) => range.start.line >= cursor.line) : 0;
  return next >= 0 ? next : inserts.length - 1;
}

/** The INSERT shown before an edit: of the same sink, the one nearest to where it was. */
function findAgain(inserts: readonly LineageInsert[], { index, sink }: Shown): number {
  if (inserts[index]?.sink === sink) return index;
  let best = -1;
  inserts.forEach((insert, each) => {
    if (insert.sink !== sink) return;
    if (best < 0 || Math.abs(each - index) < Math.abs(best - index)) best = each;
  });
  // Its sink was renamed: it is still the one at its place.
  return best >= 0 ? best : Math.min(index, inserts.length - 1);
}

/** Right after the last character still counts: a cursor there touches it. */
function holds({ start, end }: PlainRange, { line, character }: PlainPosition): boolean {
  if (line < start.line || line > end.line) return false;
  return (
    (line > start.line || character >= start.character) && (line < end.line || character <= end.character)
  );
}

/** Whether an INSERT is made of what stands at a place: a column's declaration, an expression of a view. */
function knows({ tables = [], views = [], columns, influences }: LineageInsert, at: PlainPosition): boolean {
  const isAt = (range: PlainRange | undefined) => range !== undefined && holds(range, at);
  const isOf = ({ expression, declared, written = [], sources }: LineageColumn) =>
    isAt(expression?.range) ||
    isAt(declared) ||
    written.some(isAt) ||
    sources.some(source => isAt(source.declared));
  return (
    columns.some(isOf) ||
    tables.some(({ declared }) => isAt(declared)) ||
    views.some(view => isAt(view.declared) || view.columns.some(isOf)) ||
    influences.some(({ range, sources }) => isAt(range) || sources.some(source => isAt(source.declared)))
  );
}

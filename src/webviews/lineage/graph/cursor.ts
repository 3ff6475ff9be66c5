import type { Position, Range } from '../messages.ts';
import type { Graph } from './model.ts';

/** Whether a position lies in a range; right after its last character counts, as a cursor there touches it. */
function touches({ start, end }: Range, { line, character }: Position): boolean {
  if (line < start.line || line > end.line) return false;
  return (
    (line > start.line || character >= start.character) && (line < end.line || character <= end.character)
  );
}

/**
 * The rows the cursor means: those with the innermost place around it. Several rows may share it, such as the two
 * columns a star brings.
 */
export function rowsAt({ rows }: Pick<Graph, 'rows'>, position: Position): string[] {
  let best: Range | undefined;
  let found: string[] = [];
  for (const { id, places } of rows.values()) {
    for (const place of places) {
      if (!touches(place, position)) continue;
      if (best === undefined || isSmaller(place, best)) {
        best = place;
        found = [id];
      } else if (!isSmaller(best, place) && !found.includes(id)) {
        found.push(id);
      }
    }
  }
  return found;
}

/** Of two ranges around the same position: fewer lines, then fewer characters. */
function isSmaller(one: Range, other: Range): boolean {
  return (linesOf(one) - linesOf(other) || widthOf(one) - widthOf(other)) < 0;
}

const linesOf = ({ start, end }: Range): number => end.line - start.line;
const widthOf = ({ start, end }: Range): number => end.character - start.character;

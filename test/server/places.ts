import type { Position, Range, TextEdit } from 'vscode-languageserver/node';
import { LineTable } from '../../src/server/documents/lineTable.ts';

/** The position of the first `mark` in a text, or behind it. */
export function at(text: string, mark: string, side: 'before' | 'behind' = 'before'): Position {
  const offset = text.indexOf(mark);
  if (offset < 0) throw new Error(`there is no "${mark}"`);
  return new LineTable(text).positionAt(side === 'before' ? offset : offset + mark.length);
}

/** What a range of a text holds. */
export function textIn(text: string, range: Range): string {
  const lines = new LineTable(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

/** A text with edits made, which do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineTable(text);
  const sorted = edits
    .map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start);
  return sorted.reduce(
    (now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end),
    text,
  );
}

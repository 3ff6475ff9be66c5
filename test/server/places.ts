import type { Position, Range } from 'vscode-languageserver/node';
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

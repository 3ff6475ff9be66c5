import { parseStatement } from './script.ts';
import type { PlacedStatement, Script } from './script.ts';
import { splitScript } from './splitter.ts';

/** A change of the text: what stood in `[start, end)` (UTF-16 units) is now `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with a change made. */
export function applyEdit(text: string, edit: Edit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/**
 * Parses a script again after a change. Statements whose text is the same keep their tree: a statement knows nothing
 * of its place, so one that only moved is as good as one that did not. Splitting is done anew, since a quote or a
 * comment sign may glue or part statements far behind it; it is a small part of parsing. The result equals that of
 * `parseScript` on the new text.
 */
export function updateScript(previous: Script, edit: Edit): Script {
  const text = applyEdit(previous.text, edit);
  const pieces = splitScript(text);
  const old = previous.statements;
  const statements: PlacedStatement[] = new Array<PlacedStatement>(pieces.length);
  const reuse = (index: number, from: PlacedStatement | undefined): boolean => {
    const piece = pieces[index];
    if (piece === undefined || from === undefined) return false;
    const { statement } = from;
    if (statement.text.length !== piece.end - piece.start || !text.startsWith(statement.text, piece.start))
      return false;
    statements[index] = from.offset === piece.start ? from : { offset: piece.start, statement };
    return true;
  };
  let first = 0;
  while (first < pieces.length && first < old.length && reuse(first, old[first])) first++;
  let last = pieces.length;
  for (let o = old.length; last > first && o > first && reuse(last - 1, old[o - 1]); o--) last--;
  for (let i = first; i < last; i++) {
    const { start, end } = pieces[i] ?? { start: 0, end: 0 };
    statements[i] = { offset: start, statement: parseStatement(text.slice(start, end)) };
  }
  return { text, statements };
}

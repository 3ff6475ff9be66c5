import { parseStatement } from './script.ts';
import type { PlacedStatement, Script, Statement } from './script.ts';
import { isBehindComments, splitPart } from './splitter.ts';
import type { Piece } from './splitter.ts';

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
 * Parses a script again after a change; the result equals that of `parseScript` on the new text. Statements whose text
 * is the same keep their tree: a statement knows nothing of its place, so one that only moved is as good as one that
 * did not.
 *
 * How a text is split from some statement's start on does not depend on what stands before it, as long as no comment
 * sign there waits for its partner. So the script is split anew only from the statement the change begins in to the
 * first statement behind the change that begins where one began before. A quote that glues statements together, or
 * parts them, moves that place far behind, or to the end.
 */
export function updateScript(previous: Script, edit: Edit): Script {
  return parseAgain(previous, splitAgain(previous, edit));
}

/** How a changed text is split, as far as it is not split as before. */
export interface Resplit {
  /** With the change. */
  readonly text: string;
  /** What takes the place of the old statements from index `first` to before index `behind`. */
  readonly pieces: readonly Piece[];
  readonly first: number;
  readonly behind: number;
}

/**
 * The first half of `updateScript`: it tells what would have to be parsed.
 * @param text with the change made; who has it already spares a copy
 */
export function splitAgain(previous: Script, edit: Edit, text = applyEdit(previous.text, edit)): Resplit {
  const old = previous.statements;
  const delta = text.length - previous.text.length;
  const first = firstTouched(previous, edit.start);
  const from = first === 0 ? 0 : (old[first]?.offset ?? 0);
  let behind = first;
  const { pieces, end } = splitPart(text, from, start => {
    const before = start - delta;
    while ((old[behind]?.offset ?? Infinity) < before) behind++;
    return before > edit.end && old[behind]?.offset === before;
  });
  return { text, pieces, first, behind: end === text.length ? old.length : behind };
}

/** The second half of `updateScript`. @param resplit of `splitAgain` on the same script */
export function parseAgain(previous: Script, { text, pieces, first, behind }: Resplit): Script {
  const old = previous.statements;
  const delta = text.length - previous.text.length;
  const touched = old.slice(first, behind);
  const recalled = pieces.length > touched.length ? new Map(lost.get(previous)) : undefined;
  const statements = old.slice(0, first);
  for (const placed of parsePieces(text, pieces, touched, recalled)) statements.push(placed);
  for (let i = behind; i < old.length; i++) {
    const placed = old[i];
    if (placed === undefined) break;
    statements.push(delta === 0 ? placed : { offset: placed.offset + delta, statement: placed.statement });
  }
  const script = { text, statements };
  remember(script, previous, touched.length - pieces.length, touched, recalled);
  return script;
}

/**
 * Statements an edit glued together or took out, by their text. Mostly a quote was opened that soon is closed: then
 * they are back as they were, with all that was found out about them.
 */
const lost = new WeakMap<Script, ReadonlyMap<string, Statement>>();
/** Fewer are parsed again as fast as they are looked up. */
const FEW = 4;

function remember(
  script: Script,
  previous: Script,
  fewer: number,
  touched: readonly PlacedStatement[],
  recalled: ReadonlyMap<string, Statement> | undefined,
): void {
  const before = lost.get(previous);
  // What has come back must not come back a second time: a statement stands at one place.
  const isUsed = recalled !== undefined && recalled.size !== (before?.size ?? 0);
  if (fewer > FEW) lost.set(script, new Map(touched.map(({ statement }) => [statement.text, statement])));
  else if (before !== undefined && !isUsed) lost.set(script, before);
}

/** The statement an offset lies in, or the first when all has to be split anew. */
function firstTouched({ text, statements }: Script, offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  return isBehindComments(text, statements[index]?.offset ?? 0) ? index : 0;
}

/**
 * Parses pieces of the text. At both ends those that equal what stood there before are taken over; others may be
 * `recalled`, each once.
 */
function parsePieces(
  text: string,
  pieces: readonly Piece[],
  old: readonly PlacedStatement[],
  recalled: Map<string, Statement> | undefined,
): PlacedStatement[] {
  const statements = new Array<PlacedStatement>(pieces.length);
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
    const piece = text.slice(start, end);
    const statement = recalled?.get(piece);
    recalled?.delete(piece);
    statements[i] = { offset: start, statement: statement ?? parseStatement(detached(piece)) };
  }
  return statements;
}

/**
 * A copy of a text that does not share its characters with the whole it was cut from: engines keep the whole alive for
 * each part, so that a session of edits would hold one whole script for every statement ever touched.
 */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

import type { Analysis } from '../../../analysis/analyze.ts';
import { isWordPart } from '../../../syntax/lexer/characters.ts';
import { lex } from '../../../syntax/lexer/lexer.ts';
import { STRING } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Statement } from '../../../syntax/script.ts';

/** Stands at the cursor in the text that is lexed, so that the word being typed is always a whole name. */
export const DUMMY = 'cursor__word';

/** The statement around the cursor, lexed anew with `DUMMY` instead of the word that is being typed. */
export interface CursorText {
  readonly statement?: Statement;
  /** The statement's text with the dummy in it. */
  readonly text: string;
  readonly tokens: Tokens;
  /** Index of the token the cursor is in: the dummy, or a string that holds it. */
  readonly index: number;
  /** The word being typed, as far as it stands before the cursor. */
  readonly prefix: string;
  /** What a completion replaces: offsets of the script. */
  readonly replace: { readonly start: number; readonly end: number };
  /** Where `text` begins in the script. */
  readonly base: number;
  /** The word stands in back-quotes, which are part of `replace`. */
  readonly quoted: boolean;
  /** The cursor is in a string; closed or not. */
  readonly inString: boolean;
  /** Inside of `${`: what of the parameter's name stands there. */
  readonly parameter?: string;
}

const isWord = (text: string, at: number): boolean => isWordPart(text.charCodeAt(at));

/** Reads what surrounds an offset of the script; undefined inside of a comment. */
export function cursorTextAt(analysis: Analysis, offset: number): CursorText | undefined {
  const piece = pieceAt(analysis, offset);
  const { text, base } = piece;
  const at = offset - base;
  const parameter = /\$\{([^}\s']*)$/.exec(text.slice(Math.max(0, at - 200), at))?.[1];
  if (parameter !== undefined) return inParameter(piece, at, parameter);
  let start = at;
  while (start > 0 && isWord(text, start - 1)) start--;
  let end = at;
  while (end < text.length && isWord(text, end)) end++;
  const open = text.charAt(start - 1) === '`' && isOpening(text, start - 1);
  if (open) start--;
  if (open && text.charAt(end) === '`') end++;
  const changed = text.slice(0, start) + DUMMY + text.slice(end);
  const tokens = lex(changed);
  const index = tokenAt(tokens, start);
  if (index < 0) return undefined;
  const inString = tokens.types[index] === STRING || isAfterOpenQuote(tokens, index);
  const from = inString ? stringStart(tokens, index, start) : start;
  const until = inString ? at + Math.max(0, lengthToQuote(text, at)) : end;
  return {
    ...(piece.statement === undefined ? {} : { statement: piece.statement }),
    text: changed,
    tokens,
    index,
    prefix: text.slice(from + (open && !inString ? 1 : 0), at),
    replace: { start: base + from, end: base + until },
    base,
    quoted: open && !inString,
    inString,
  };
}

interface Piece {
  readonly statement?: Statement;
  readonly text: string;
  readonly base: number;
}

/** The statement at the offset, or the gap between two; a statement that lacks its semicolon ends at the next one. */
function pieceAt({ script, statements }: Analysis, offset: number): Piece {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const item = statements[low - 1];
  if (item === undefined) return { text: script.text.slice(0, statements[0]?.offset ?? offset), base: 0 };
  const end = item.offset + item.statement.text.length;
  if (offset > end) return { text: script.text.slice(end + 1, Math.max(offset, end + 1)), base: end + 1 };
  return cut(item.statement, item.offset, offset);
}

/** Beginnings of statements at the beginning of a line: whoever types a new statement has no semicolon yet. */
const BEGINNING = /^(?:CREATE\s+(?:TABLE|VIEW|FUNCTION|OR\s)|INSERT\s+INTO\b)/gim;

function cut(statement: Statement, base: number, offset: number): Piece {
  const { text } = statement;
  const at = offset - base;
  let start = 0;
  let end = text.length;
  for (const { index } of text.matchAll(BEGINNING)) {
    if (text.slice(0, index).trim() === '') continue;
    if (index <= at) start = index;
    else {
      end = index;
      break;
    }
  }
  return { statement, text: text.slice(start, end), base: base + start };
}

/** A back-quote opens a name when an even number of them stands before it on its line. */
function isOpening(text: string, at: number): boolean {
  let count = 0;
  for (let i = at - 1; i >= 0 && text.charAt(i) !== '\n'; i--) if (text.charAt(i) === '`') count++;
  return count % 2 === 0;
}

function inParameter(piece: Piece, at: number, parameter: string): CursorText {
  const rest = /^[^}\s']*\}?/.exec(piece.text.slice(at))?.[0] ?? '';
  return {
    text: piece.text,
    tokens: lex(''),
    index: 0,
    prefix: parameter,
    replace: { start: piece.base + at - parameter.length, end: piece.base + at + rest.length },
    base: piece.base,
    quoted: false,
    inString: false,
    parameter,
  };
}

function tokenAt({ starts, ends, comments }: Tokens, at: number): number {
  for (let i = 0; i < comments.length; i += 2)
    if ((comments[i] ?? 0) <= at && at < (comments[i + 1] ?? 0)) return -1;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (starts[low] ?? Infinity) <= at ? low : -1;
}

/** A quote that is never closed is a token of its own, and what follows it are words. */
function isAfterOpenQuote({ types }: Tokens, index: number): boolean {
  return types.lastIndexOf("'", index) >= 0;
}

function stringStart({ types, starts }: Tokens, index: number, at: number): number {
  const open = types[index] === STRING ? index : types.lastIndexOf("'", index);
  return Math.min(at, (starts[open] ?? at) + 1);
}

/** How much of the string stands behind the cursor on its line. */
function lengthToQuote(text: string, at: number): number {
  const found = /['\r\n]/.exec(text.slice(at));
  return found?.[0] === "'" ? found.index : 0;
}

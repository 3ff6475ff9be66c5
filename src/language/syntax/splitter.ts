/** A statement's place in the script: offsets in UTF-16 units; `end` stands before its semicolon. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The pieces of a part of a script, and where that part ends: behind a semicolon, or at the text's end. */
export interface SplitPart {
  readonly pieces: Piece[];
  readonly end: number;
}

const BACKSLASH = 0x5c;

/** Answers, for offsets asked in rising order, whether they lie inside a comment. */
type Membership = (offset: number) => boolean;

/**
 * What `--` begins, up to the line's end, and what stands between comment signs: each is looked for on its own, also
 * inside strings. (The service's splitter is two regular expressions, not the parser.) Comments are looked for only as
 * far as is asked, so that splitting a part of a script costs no more than the part.
 */
function ranges(text: string, from: number, sign: string, endOf: (start: number) => number): Membership {
  let start = text.indexOf(sign, from);
  let end = start < 0 ? start : endOf(start);
  return offset => {
    while (end >= 0 && end <= offset) {
      start = text.indexOf(sign, end);
      end = start < 0 ? start : endOf(start);
    }
    return end >= 0 && start <= offset;
  };
}

function inComment(text: string, from: number): Membership {
  const inLine = ranges(text, from, '--', start => {
    let end = start;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
    return end;
  });
  // A comment that is never closed is none.
  const inBlock = ranges(text, from, '/*', start => {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? close : close + 2;
  });
  return offset => inLine(offset) || inBlock(offset);
}

/** What a regular expression's `.` stops at in Java. */
function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/**
 * Answers, for offsets asked in rising order, whether the count of a quote since a statement's start is odd. A quote
 * with a back-slash before it does not count.
 */
function parity(text: string, from: number, quote: string): (start: number, offset: number) => boolean {
  let counted = from;
  let next = text.indexOf(quote, from);
  let isOdd = false;
  return (start, offset) => {
    if (start > counted) isOdd = false;
    for (; next >= 0 && next < offset; next = text.indexOf(quote, next + 1))
      if (next >= start && text.charCodeAt(next - 1) !== BACKSLASH) isOdd = !isOdd;
    counted = offset;
    return isOdd;
  };
}

/** Blanks the service drops a whole piece of, beyond those of Java's trim. */
const WIDE_BLANKS = /^[\0-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;

/** Whether nothing but blanks (as Java's trim sees them) and comments stands in the piece, so that it is left out. */
function isEmpty(text: string, piece: Piece, isHidden: Membership): boolean {
  let hasComment = false;
  for (let at = piece.start; at < piece.end; at++) {
    if (text.charCodeAt(at) <= 0x20) continue;
    if (!isHidden(at)) return !hasComment && WIDE_BLANKS.test(text.slice(piece.start, piece.end));
    hasComment = true;
  }
  return !hasComment || isCommentToService(text.slice(piece.start, piece.end));
}

/**
 * The service knows two kinds of comments only: every line begins with dashes, or the piece begins and ends with the
 * signs of a block. Any mixture is a statement without words to it.
 */
function isCommentToService(piece: string): boolean {
  if (/^[\0-\x20]*\/\*/.test(piece) && /\*\/[\0-\x20]*$/.test(piece)) return true;
  return piece.split('\n').every(line => /^[\0-\x20]*(?:--|$)/.test(line));
}

/**
 * Cuts a script into statements exactly as the service does, quirks included: a semicolon in a comment is skipped, but
 * comments are looked for inside strings too; a semicolon is skipped while the count of `'` or of `"` since the
 * statement's start is odd, also when the quote stands in a comment, unless a
 * back-slash stands before it; `\;` never ends a statement. Pieces of blanks
 * and comments only are left out.
 */
export function splitScript(text: string): Piece[] {
  return splitPart(text, 0).pieces;
}

/**
 * Cuts a part of a script: from the start of a statement outside of comments, to the first statement's start that
 * `isKnown` knows, or to the end.
 */
export function splitPart(
  text: string,
  from: number,
  isKnown: (start: number) => boolean = () => false,
): SplitPart {
  const isHidden = inComment(text, from);
  const isBlank = inComment(text, from);
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    if (!isEmpty(text, piece, isBlank)) pieces.push(piece);
  };
  const isInSingle = parity(text, from, "'");
  const isInDouble = parity(text, from, '"');
  let start = from;
  for (let at = text.indexOf(';', from); at >= 0; at = text.indexOf(';', at + 1)) {
    if (text.charCodeAt(at - 1) === BACKSLASH) continue;
    // Both are asked each time, so that both count on.
    const inSingle = isInSingle(start, at);
    if (isInDouble(start, at) || inSingle || isHidden(at)) continue;
    add({ start, end: at });
    start = at + 1;
    if (isKnown(start)) return { pieces, end: start };
  }
  add({ start, end: text.length });
  return { pieces, end: text.length };
}

/**
 * Whether an offset certainly lies behind all comment signs before it: every such comment is closed. A statement's
 * start is in no comment, yet an opening sign before it may still wait for a closing one that is typed far below.
 */
export function isBehindComments(text: string, offset: number): boolean {
  const open = text.lastIndexOf('/*', offset - 2);
  if (open < 0 || offset < 2) return true;
  const close = text.indexOf('*/', open + 2);
  return close >= 0 && close + 2 <= offset;
}

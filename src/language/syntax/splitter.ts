/** A statement's place in the script: offsets in UTF-16 units; `end` stands before its semicolon. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const BACKSLASH = 0x5c;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

/**
 * Ranges the service takes for comments: what `--` begins up to the line's end, and what stands between comment signs,
 * each looked for on its own in the whole text, also inside strings. (Its splitter is two regular expressions, not the parser.)
 */
function commentRanges(text: string): number[][] {
  const line: number[] = [];
  for (let at = text.indexOf('--'); at >= 0; at = text.indexOf('--', at)) {
    const start = at;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    line.push(start, at);
  }
  const block: number[] = [];
  for (let at = text.indexOf('/*'); at >= 0; at = text.indexOf('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    if (end < 0) break;
    block.push(at, end + 2);
    at = end + 2;
  }
  return [line, block];
}

/** What a regular expression's `.` stops at in Java. */
function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Answers, for offsets asked in rising order, whether they lie inside one of the sorted ranges. */
function membership(ranges: readonly number[]): (offset: number) => boolean {
  let i = 0;
  return offset => {
    while (i < ranges.length && (ranges[i + 1] ?? 0) <= offset) i += 2;
    return i < ranges.length && (ranges[i] ?? 0) <= offset;
  };
}

/** Whether nothing but blanks (as Java's trim sees them) and comments stands in the piece. */
function isEmpty(text: string, piece: Piece, isHidden: (at: number) => boolean): boolean {
  for (let at = piece.start; at < piece.end; at++) {
    if (text.charCodeAt(at) > 0x20 && !isHidden(at)) return false;
  }
  return true;
}

/**
 * Cuts a script into statements exactly as the service does, quirks included: a semicolon in a comment is skipped, but
 * comments are looked for inside strings too; a semicolon is skipped while the count of `'` or of `"` since the
 * statement's start is odd, also when the quote stands in a comment, unless a
 * back-slash stands before it; `\;` never ends a statement. Pieces of blanks
 * and comments only are left out.
 */
export function splitScript(text: string): Piece[] {
  const [line = [], block = []] = commentRanges(text);
  const inLine = membership(line);
  const inBlock = membership(block);
  const hiddenByLine = membership(line);
  const hiddenByBlock = membership(block);
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    if (!isEmpty(text, piece, at => hiddenByBlock(at) || hiddenByLine(at))) pieces.push(piece);
  };
  let start = 0;
  let single = 0;
  let double = 0;
  let counted = 0;
  for (let at = text.indexOf(';'); at >= 0; at = text.indexOf(';', at + 1)) {
    if (text.charCodeAt(at - 1) === BACKSLASH) continue;
    for (; counted < at; counted++) {
      const code = text.charCodeAt(counted);
      if (code !== QUOTE && code !== DOUBLE_QUOTE) continue;
      if (text.charCodeAt(counted - 1) === BACKSLASH) continue;
      if (code === QUOTE) single ^= 1;
      else double ^= 1;
    }
    if (inLine(at) || inBlock(at) || single === 1 || double === 1) continue;
    add({ start, end: at });
    start = counted = at + 1;
    single = double = 0;
  }
  add({ start, end: text.length });
  return pieces;
}

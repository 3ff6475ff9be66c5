import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { FormatOptions } from './options.ts';

/** A comment as written, and whether an empty line stands before it. */
export interface Comment {
  readonly text: string;
  readonly blankBefore: boolean;
}

type CommentMap = ReadonlyMap<number, readonly Comment[]>;

/** Where comments are printed, by index of the token they stay with. */
export interface Comments {
  /** On lines of their own before the token. */
  readonly above: CommentMap;
  /** On the token's line, before it. */
  readonly before: CommentMap;
  /** On the token's line, behind it; the line ends with them. */
  readonly behind: CommentMap;
  /** Those on the line where the statement's text begins, behind the semicolon of the statement before. */
  readonly head: readonly Comment[];
}

/** The comments between two tokens. */
interface Gap {
  readonly behind: readonly Comment[];
  readonly above: readonly Comment[];
  readonly before: readonly Comment[];
}

const NONE: readonly Comment[] = [];
const NO_GAP: Gap = { behind: NONE, above: NONE, before: NONE };

/** How many lines end between two offsets. */
export function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) count++;
  }
  return count;
}

/** Sorts the comments between two tokens (offsets of their end and start) by the lines they stand on. */
function readGap({ text, comments }: Tokens, first: number, last: number, from: number, to: number): Gap {
  const items: Comment[] = [];
  /** Line ends before each comment, and after the last one. */
  const breaks: number[] = [];
  let end = from;
  for (let c = first; c < last; c += 2) {
    const start = comments[c] ?? 0;
    breaks.push(lineEnds(text, end, start));
    end = comments[c + 1] ?? start;
    items.push({ text: text.slice(start, end).trimEnd(), blankBefore: (breaks.at(-1) ?? 0) > 1 });
  }
  breaks.push(to === text.length ? 1 : lineEnds(text, end, to));
  let onFirstLine = 0;
  while (breaks[onFirstLine] === 0) onFirstLine++;
  if (onFirstLine > items.length) return { behind: NONE, above: NONE, before: items };
  let onLastLine = items.length;
  while (onLastLine > onFirstLine && breaks[onLastLine] === 0) onLastLine--;
  return {
    behind: items.slice(0, onFirstLine),
    above: items.slice(onFirstLine, onLastLine),
    before: items.slice(onLastLine),
  };
}

/** Reads the gaps of a statement one after the other. */
class Placing {
  readonly above = new Map<number, readonly Comment[]>();
  readonly before = new Map<number, readonly Comment[]>();
  readonly behind = new Map<number, readonly Comment[]>();
  head: readonly Comment[] = NONE;
  private next = 0;
  private readonly tokens: Tokens;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  private gapBefore(token: number): Gap {
    const { starts, ends, comments, text } = this.tokens;
    const from = token === 0 ? 0 : (ends[token - 1] ?? 0);
    const to = starts[token] ?? text.length;
    const first = this.next;
    while (this.next < comments.length && (comments[this.next] ?? 0) < to) this.next += 2;
    return this.next === first ? NO_GAP : readGap(this.tokens, first, this.next, from, to);
  }

  private put(map: Map<number, readonly Comment[]>, token: number, items: readonly Comment[]): void {
    if (items.length > 0) map.set(token, items);
  }

  plain(token: number): void {
    const gap = this.gapBefore(token);
    if (token === 0) this.head = gap.behind;
    else this.put(this.behind, token - 1, gap.behind);
    this.put(this.above, token, gap.above);
    this.put(this.before, token, gap.before);
  }

  /** Both sides of a comma: comments that end a line go to the end of the item's line, wherever the comma stands. */
  comma(token: number, leading: boolean): void {
    const left = this.gapBefore(token);
    const right = this.gapBefore(token + 1);
    const isFree = left.behind.length === 0 && left.above.length === 0;
    // Those right before the comma stay there, unless others follow that must not overtake them.
    const stay = isFree && right.behind.length === 0 && right.above.length === 0;
    const moved = stay ? NONE : left.before;
    const behind = isFree ? [...moved, ...right.behind] : left.behind;
    const lines = isFree ? right.above : [...left.above, ...moved, ...right.behind, ...right.above];
    this.put(this.behind, leading ? token - 1 : token, behind);
    this.put(this.above, leading ? token : token + 1, lines);
    this.put(this.before, token, stay ? left.before : NONE);
    this.put(this.before, token + 1, right.before);
  }
}

/**
 * Decides for each comment whether it stands above a token, before it, or behind it. The order among comments stays. A
 * comment that ends a line may change sides with a comma: `a -- note` and `, b` on the next line belong together as
 * `a, -- note` and `b` do.
 */
export function placeComments(tokens: Tokens, commaPlace: FormatOptions['commaPlace']): Comments {
  const placing = new Placing(tokens);
  if (tokens.comments.length === 0) return placing;
  const { types } = tokens;
  for (let token = 0; token < types.length; token++) {
    if (token > 0 && types[token] === ',') placing.comma(token++, commaPlace === 'leading');
    else placing.plain(token);
  }
  return placing;
}

import type { PlacedStatement, Script, Statement } from '../../syntax/script.ts';
import { STRING } from '../../syntax/lexer/tokens.ts';

/** Of which kind the script's line ends are. */
export function lineEndOf({ text }: Script): string {
  return /\r\n|[\r\n]/.exec(text.slice(0, 10_000))?.[0] ?? '\n';
}

/** The blanks at the beginning of the line an offset is on. */
export function indentAt(text: string, offset: number): string {
  const before = text.slice(
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1,
  );
  return /^[ \t]*/.exec(before)?.[0] ?? '';
}

/** Whether nothing but blanks stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, offset - 200), offset));
}

/**
 * Where something can be put before a statement: in front of its first word, and of the comments right above it, which
 * belong to it. From the statement's start.
 */
export function topOf({ offset, statement: { tokens, text } }: PlacedStatement): number {
  const { comments } = tokens;
  let top = tokens.starts[0] ?? 0;
  for (let i = comments.length - 2; i >= 0; i -= 2) {
    const [start = 0, end = 0] = [comments[i], comments[i + 1]];
    if (end > top) continue;
    const between = text.slice(end, top);
    if (between.trim() !== '' || (between.match(/\r\n|[\r\n]/g)?.length ?? 0) > 1) break;
    // On the line of the semicolon before it belongs to the statement before.
    if (offset > 0 && !/[\r\n]/.test(text.slice(0, start))) break;
    top = start;
  }
  return top;
}

/** A piece of a statement with each of its lines moved to the right; as it is when a string goes over several lines. */
export function indented(piece: string, tokens: Statement['tokens'], from: number, unit: string): string {
  const { types, starts, ends, text } = tokens;
  const to = from + piece.length;
  const isSplit = types.some(
    (type, i) =>
      type.toLowerCase().endsWith(STRING) &&
      (starts[i] ?? 0) >= from &&
      (ends[i] ?? 0) <= to &&
      /[\r\n]/.test(text.slice(starts[i], ends[i])),
  );
  return isSplit ? piece : piece.replace(/(\r\n|[\r\n])(?=[^\r\n])/g, `$1${unit}`);
}

/** A name nobody has yet: `name`, `name_2`, `name_3` … */
export function uniqueName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map(item => item.toLowerCase()));
  if (!used.has(name.toLowerCase())) return name;
  for (let i = 2; ; i++) if (!used.has(`${name}_${i}`.toLowerCase())) return `${name}_${i}`;
}

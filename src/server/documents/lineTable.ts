import type { Position } from 'vscode-languageserver';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Offsets at which lines begin in `text`, the first excepted; `shift` is added to each. */
function lineStarts(text: string, shift: number): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      starts.push(at + 1 + shift);
  }
  return starts;
}

/**
 * Where the lines of a text begin, kept up to date change by change: a notification may carry a thousand changes, each
 * counted in the lines its predecessors left. Lines end with `\n`, `\r\n` or a lone `\r`; all counts are UTF-16 units.
 */
export class LineTable {
  private text: string;
  private starts: number[];

  constructor(text: string) {
    this.text = text;
    this.starts = [0].concat(lineStarts(text, 0));
  }

  /** The offset of a position. As the protocol asks, one behind its line's end is that end. */
  offsetAt({ line, character }: Position): number {
    const start = this.starts[line];
    if (start === undefined) return line < 0 ? 0 : this.text.length;
    return Math.min(start + Math.max(0, character), this.lineEnd(line));
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    const end = this.lineEnd(line);
    return { line, character: Math.min(at, end) - (this.starts[line] ?? 0) };
  }

  /** Takes over a change: what stood in `[start, end)` became the `length` units from `start` on in `text`. */
  update(text: string, start: number, end: number, length: number): void {
    // A `\r` in front of the change may have become half of a `\r\n`, or have ceased to be: its line is read again.
    const first = this.lineAt(Math.max(0, start - 1));
    const from = this.starts[first] ?? 0;
    const last = this.lineAt(Math.min(end + 1, this.text.length));
    const shift = start + length - end;
    const nextStart = this.starts[last + 1];
    const to = nextStart === undefined ? text.length : nextStart + shift;
    const between = lineStarts(text.slice(from, to), from);
    // The start of the line behind is found once more, unless it has none.
    if (nextStart !== undefined && between.at(-1) === to) between.pop();
    if (between.length === last - first) {
      // A keystroke within a line, which happens all the time, makes no new table.
      for (const [i, at] of between.entries()) this.starts[first + 1 + i] = at;
      if (shift !== 0) this.move(last + 1, shift);
    } else {
      const behind = this.starts.slice(last + 1);
      this.starts.length = first + 1;
      this.starts = this.starts.concat(between, behind);
      this.move(first + 1 + between.length, shift);
    }
    this.text = text;
  }

  /** The offset at which a line begins; infinity behind the last one. */
  lineStart(line: number): number {
    return this.starts[line] ?? Infinity;
  }

  private move(from: number, shift: number): void {
    for (let i = from; i < this.starts.length; i++) this.starts[i] = (this.starts[i] ?? 0) + shift;
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a line's text ends, before its line end. */
  lineEnd(line: number): number {
    const start = this.starts[line] ?? 0;
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const hasPair =
      this.text.charCodeAt(next - 1) === LINE_FEED && this.text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return Math.max(start, next - (hasPair ? 2 : 1));
  }
}

/** Line and column as the service counts them: from 1, UTF-16 units, a tab is one column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Converts between offsets and positions of one text. Line ends are `\n`, `\r\n` and a lone `\r`. */
export class LineMap {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) this.starts.push(i + 1);
    }
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** The offset of a position; lines and columns outside of the text are moved to its edge. */
  offset({ line, column }: Position): number {
    if (line < 1) return 0;
    const start = this.starts[line - 1];
    if (start === undefined) return this.length;
    return Math.min(start + Math.max(0, column - 1), this.starts[line] ?? this.length, this.length);
  }

  lineStart(line: number): number {
    return this.starts[line - 1] ?? this.length;
  }
}

/** Lines around an offset of a text, found from there: nothing is built for the whole text. */
export class Lines {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  startOf(offset: number): number {
    const before = offset - 1;
    if (before < 0) return 0;
    return Math.max(this.text.lastIndexOf('\n', before), this.lastReturn(before)) + 1;
  }

  endOf(offset: number): number {
    const end = /[\r\n]/g;
    end.lastIndex = offset;
    return end.exec(this.text)?.index ?? this.text.length;
  }

  /** The blanks a line begins with. */
  indentAt(start: number): string {
    let end = start;
    while (this.text[end] === ' ' || this.text[end] === '\t') end++;
    return this.text.slice(start, end);
  }

  /** A lone carriage return ends a line too. */
  private lastReturn(before: number): number {
    const at = this.text.lastIndexOf('\r', before);
    return this.text[at + 1] === '\n' ? -1 : at;
  }
}

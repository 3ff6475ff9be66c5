const QUOTE = 0x27;
const BACK_QUOTE = 0x60;

/**
 * Finds where long tokens end. It remembers which closing signs are missing in the text, so that many openings
 * without an end do not make the lexer search the rest of the text again and again.
 */
export class Scanner {
  private readonly text: string;
  private noCommentEndFrom = Infinity;
  private noQuoteFrom = Infinity;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * End of the block comment that opens at `at`, or -1 when it never closes. A comment that begins with two stars
   * takes one more character (unless that is a slash) before its end is looked for: a quirk of the service's grammar.
   */
  blockComment(at: number): number {
    if (at >= this.noCommentEndFrom) return -1;
    const fourth = this.text.charCodeAt(at + 3);
    const twoStars = this.text.charCodeAt(at + 2) === 0x2a && at + 3 < this.text.length && fourth !== 0x2f;
    const end = this.text.indexOf('*/', at + (twoStars ? 4 : 2));
    if (end < 0) this.noCommentEndFrom = at;
    return end < 0 ? -1 : end + 2;
  }

  /**
   * End of the string whose quote stands at `at`, or -1. A string that never closes but holds a doubled quote ends
   * at the first of the last pair: the longest that is a string.
   */
  string(at: number): number {
    if (at >= this.noQuoteFrom) return -1;
    const { text } = this;
    let lastPair = -1;
    for (let i = text.indexOf("'", at + 1); i >= 0; i = text.indexOf("'", i + 2)) {
      if (text.charCodeAt(i + 1) !== QUOTE) return i + 1;
      lastPair = i;
    }
    if (lastPair < 0) this.noQuoteFrom = at;
    return lastPair < 0 ? -1 : lastPair + 1;
  }

  /** The name in back-quotes at `at`: its end when closed, otherwise where the line or the text ends. */
  backQuoted(at: number): { end: number; closed: boolean } {
    const { text } = this;
    let lastPair = -1;
    let i = at + 1;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x0a || code === 0x0d) break;
      if (code !== BACK_QUOTE) continue;
      if (text.charCodeAt(i + 1) === BACK_QUOTE) {
        if (i > at + 1) lastPair = i;
        i++;
      } else return { end: i + 1, closed: i > at + 1 };
    }
    return lastPair < 0 ? { end: i, closed: false } : { end: lastPair + 1, closed: true };
  }

  /** End of the job parameter `${name}` that opens at `at`: after its brace, or of the opening alone without one. */
  placeholder(at: number): number {
    let end = at + 2;
    while (end < this.text.length && end - at < 256) {
      const code = this.text.charCodeAt(end++);
      if (code === 0x7d) return end;
      if (code === 0x0a || code === 0x0d || code === QUOTE) break;
    }
    return at + 2;
  }
}

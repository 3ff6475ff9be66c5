/**
 * What the bench asks of a tool. Each adapter is bundled with its tool the same way the extension is (one minified
 * CommonJS file, without what is not used), so that no tool pays for the way it is packed.
 */
export interface Adapter {
  /** Reads a whole text into a tree and finds its errors. @returns their number @throws when the tool gives up */
  readonly parse?: (text: string) => number;
  /** Cuts a text into tokens and nothing more. @returns their number */
  readonly lex?: (text: string) => number;
  /** @returns the text in the tool's own layout @throws when the tool cannot read it */
  readonly format?: (text: string) => string;
  /** Opens a text that is then edited. */
  readonly open?: (text: string) => OpenText;
}

export interface OpenText {
  /** Makes a change and brings everything up to date. @returns the number of diagnostics */
  edit(edit: TextChange): number;
}

/** What stood in `[start, end)` (UTF-16 units) becomes `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The names of an adapter's measurable operations. */
export type Operation = 'parse' | 'lex' | 'format';

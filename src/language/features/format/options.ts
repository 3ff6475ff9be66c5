/** How a script is laid out. */
export interface FormatOptions {
  /** How key words are written. Names, also those of functions, keep their case: before Blink 3.3 it matters. */
  readonly keywordCase: 'upper' | 'lower' | 'preserve';
  /** Blanks per level; with `useTabs`, how wide a tab counts. */
  readonly indentSize: number;
  readonly useTabs: boolean;
  /** Where the comma of a list stands that takes several lines. */
  readonly commaPlace: 'trailing' | 'leading';
  /** Columns a line should not pass; a wide (Chinese) character takes two. */
  readonly lineWidth: number;
  /** Whether a script's last statement gets the semicolon it may leave out. */
  readonly semicolon: 'preserve' | 'add';
}

export const DEFAULT_FORMAT_OPTIONS: FormatOptions = {
  keywordCase: 'upper',
  indentSize: 2,
  useTabs: false,
  commaPlace: 'trailing',
  lineWidth: 100,
  semicolon: 'preserve',
};

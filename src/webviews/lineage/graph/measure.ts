/** Fonts of the graph: of a table's name, its subtitle (and other small words), a column, a type, a condition. */
export type TextFont = 'title' | 'subtitle' | 'row' | 'type' | 'code';

/** The width of a text in px. */
export type Measure = (text: string, font: TextFont) => number;

const ELLIPSIS = '…';
const LETTERS = new Intl.Segmenter();

/** A text that fits into `width` px, cut with an ellipsis where it is longer. */
export function fitText(text: string, font: TextFont, width: number, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  // By what a reader calls a letter: half of one must not be left over.
  const letters = Array.from(LETTERS.segment(text.slice(0, 400)), ({ segment }) => segment);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(letters.slice(0, middle).join('') + ELLIPSIS, font) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('') + ELLIPSIS;
}

/** Longest text that is analysed, in UTF-16 units; a script of 10,000 lines has about 400,000. */
export const LONGEST_TEXT = 2_000_000;

export function isTooLarge(text: string): boolean {
  return text.length > LONGEST_TEXT;
}

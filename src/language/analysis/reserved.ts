import { KEYWORDS, NON_RESERVED_WORDS } from '../syntax/lexer/keywords.ts';

/** Whether a word may be a name only in back-quotes. */
export function isReserved(word: string): boolean {
  const key = word.toUpperCase();
  return KEYWORDS.has(key) && !NON_RESERVED_WORDS.has(key);
}

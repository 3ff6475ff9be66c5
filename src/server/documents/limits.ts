import type { Piece } from '../../language/syntax/splitter.ts';

/**
 * What is analysed at most. With more, a keystroke would take too long, or the process too much memory: at these limits
 * opening takes about a second of computing, in slices, and some hundred megabytes. A script of 10,000 lines has about
 * 400,000 characters.
 */
export const LIMITS = {
  /** UTF-16 units. */
  text: 1_500_000,
  statements: 20_000,
  /** UTF-16 units of one statement, which is read in one go. A missing quote makes one of all that follow. */
  statement: 150_000,
} as const;

/** Why a document is not analysed, and where. */
export interface Excess {
  readonly kind: keyof typeof LIMITS;
  /** UTF-16 units. */
  readonly offset: number;
}

/** @returns undefined when the length of the text alone is no obstacle */
export function excessOfText(text: string): Excess | undefined {
  return text.length > LIMITS.text ? { kind: 'text', offset: 0 } : undefined;
}

/** @param pieces statements, of the whole text or of a part */
export function excessOfPieces(pieces: readonly Piece[]): Excess | undefined {
  const tooMany = excessOfCount(pieces.length);
  if (tooMany !== undefined) return tooMany;
  const long = pieces.find(({ start, end }) => end - start > LIMITS.statement);
  return long === undefined ? undefined : { kind: 'statement', offset: long.start };
}

/** @param statements their number in the whole text */
export function excessOfCount(statements: number): Excess | undefined {
  return statements > LIMITS.statements ? { kind: 'statements', offset: 0 } : undefined;
}

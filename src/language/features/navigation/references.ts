import type { Analysis } from '../../analysis/analyze.ts';
import { occurrencesOf, symbolAt } from './symbol.ts';
import type { Occurrence } from './symbol.ts';

export interface ReferencesOptions {
  /** Whether the declaration is listed too. Default: it is. */
  readonly includeDeclaration?: boolean;
}

/** Every place in the script that means the symbol at an offset, in the order of the text. */
export function referencesAt(
  analysis: Analysis,
  offset: number,
  { includeDeclaration = true }: ReferencesOptions = {},
): Occurrence[] {
  const symbol = symbolAt(analysis, offset);
  if (symbol === undefined) return [];
  const found = occurrencesOf(analysis, symbol);
  return includeDeclaration ? found : found.filter(item => item.start !== symbol.declaration?.start);
}

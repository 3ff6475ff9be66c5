import type { Analysis } from '../../analysis/analyze.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { symbolAt } from './symbol.ts';

/** From the name under the cursor to the name where it is declared. Offsets in UTF-16 units of the script. */
export interface Definition {
  readonly origin: Span;
  readonly target: Span;
}

/** Where the symbol at an offset is declared; undefined for built-in functions and for what is no symbol. */
export function definitionAt(analysis: Analysis, offset: number): Definition | undefined {
  const symbol = symbolAt(analysis, offset);
  if (symbol?.declaration === undefined) return undefined;
  return { origin: symbol.origin, target: symbol.declaration };
}

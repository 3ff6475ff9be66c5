import type { Tokens } from '../../../syntax/lexer/tokens.ts';

/** The index of the token that begins at an offset of the statement; -1 when none does. */
export function tokenAt({ starts }: Tokens, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return starts[low] === offset ? low : -1;
}

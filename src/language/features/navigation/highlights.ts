import type { Analysis } from '../../analysis/analyze.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { referencesAt } from './references.ts';

export interface Highlight extends Span {
  readonly kind: 'read' | 'write';
}

/** The occurrences of the symbol at an offset; declarations and targets of INSERT count as writing. */
export function highlightsAt(analysis: Analysis, offset: number): Highlight[] {
  return referencesAt(analysis, offset).map(({ start, end, use }) => ({
    start,
    end,
    kind: use === 'read' ? 'read' : 'write',
  }));
}

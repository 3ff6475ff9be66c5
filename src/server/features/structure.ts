import { FoldingRangeKind } from 'vscode-languageserver';
import type { FoldingRange, SelectionRange } from 'vscode-languageserver';
import { foldingRanges } from '../../language/features/folding/folding.ts';
import { selectionRanges } from '../../language/features/selectionRanges/selectionRanges.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering, answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';

const KINDS = {
  code: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
} as const;

/** Folding and the growing of a selection: both follow the shape of the text alone. */
export function registerStructure(parts: Parts): void {
  const { connection } = parts;
  connection.onFoldingRanges(
    answeringLater(parts, 'foldingRange', null, (_, { script }) =>
      foldingRanges(script).map(({ startLine, endLine, kind }): FoldingRange => {
        const lines = { startLine: startLine - 1, endLine: endLine - 1 };
        const known = KINDS[kind];
        return known === undefined ? lines : { ...lines, kind: known };
      }),
    ),
  );
  connection.onSelectionRanges(
    answering(parts, 'selectionRange', null, ({ lines }, { script }, { positions }) =>
      positions.map(position => {
        const spans = selectionRanges(script, lines.offsetAt(position));
        const chain = spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: rangeOf(span, lines), ...(parent === undefined ? {} : { parent }) }),
          undefined,
        );
        return chain ?? { range: { start: position, end: position } };
      }),
    ),
  );
}

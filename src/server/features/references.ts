import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlightsAt } from '../../language/features/navigation/highlights.ts';
import { referencesAt } from '../../language/features/navigation/references.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';

/** References and highlights: the same places, listed or marked. */
export function registerReferences(parts: Parts): void {
  const { connection } = parts;
  connection.onReferences(
    answering(parts, 'references', null, ({ uri, lines }, analysis, { position, context }) =>
      referencesAt(analysis, lines.offsetAt(position), context).map(item => ({
        uri,
        range: rangeOf(item, lines),
      })),
    ),
  );
  connection.onDocumentHighlight(
    answering(parts, 'documentHighlight', null, ({ lines }, analysis, { position }) =>
      highlightsAt(analysis, lines.offsetAt(position)).map(item => ({
        range: rangeOf(item, lines),
        kind: item.kind === 'read' ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
      })),
    ),
  );
}

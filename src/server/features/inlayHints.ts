import { InlayHintKind } from 'vscode-languageserver';
import type { InlayHint } from 'vscode-languageserver';
import { inlayHints } from '../../language/features/inlayHints/inlayHints.ts';
import { spanOf } from '../documents/ranges.ts';
import { answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';

/** The types of computed columns and of select lists, behind their names; off unless the user wants them. */
export function registerInlayHints(parts: Parts): void {
  const { session } = parts;
  parts.connection.languages.inlayHint.on(
    answeringLater(parts, 'inlayHint', null, ({ lines }, analysis, { range }): InlayHint[] | null => {
      if (!session.showsTypes) return null;
      return inlayHints(analysis, spanOf(range, lines)).map(({ offset, label, tooltip }) => ({
        position: lines.positionAt(offset),
        label,
        kind: InlayHintKind.Type,
        ...(tooltip === undefined ? {} : { tooltip: tooltip[session.language] }),
      }));
    }),
  );
}

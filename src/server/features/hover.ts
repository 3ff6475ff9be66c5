import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../language/features/hover/hover.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';

export function registerHover(parts: Parts): void {
  parts.connection.onHover(
    answering(parts, 'hover', null, ({ lines }, analysis, { position }) => {
      const found = hoverAt(analysis, lines.offsetAt(position), parts.session.language);
      if (found === undefined) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: rangeOf(found, lines),
      };
    }),
  );
}

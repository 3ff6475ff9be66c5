import type { TextEdit } from 'vscode-languageserver';
import { onTypeEdits } from '../../language/features/onType/onType.ts';
import { answering } from './feature.ts';
import { formatOptions } from './formatting.ts';
import type { Parts } from './feature.ts';
import { textEdits } from './workspaceEdit.ts';

/** Signs that are followed by a correction of what was just typed. */
export const SIGNS = ['\n', ')', ';'] as const;

export function registerOnType(parts: Parts): void {
  parts.connection.onDocumentOnTypeFormatting(
    answering(
      parts,
      'onTypeFormatting',
      null,
      ({ lines }, { script }, { ch, position, options }): TextEdit[] | null => {
        const sign = SIGNS.find(one => one === ch);
        if (sign === undefined) return null;
        const { indentSize = options.tabSize, useTabs = false } = formatOptions(parts.session, options);
        const edits = onTypeEdits(script, lines.offsetAt(position), sign, { indentSize, useTabs });
        return textEdits(edits, lines);
      },
    ),
  );
}

import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../../language/features/format/format.ts';
import type { FormatOptions } from '../../language/features/format/options.ts';
import { spanOf } from '../documents/ranges.ts';
import type { Session } from '../session.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';
import { textEdits } from './workspaceEdit.ts';

/** The user's taste, with the indentation of the editor. */
export function formatOptions(session: Session, options: FormattingOptions): Partial<FormatOptions> {
  return { ...session.format, indentSize: options.tabSize, useTabs: !options.insertSpaces };
}

export function registerFormatting(parts: Parts): void {
  const { connection, session } = parts;
  connection.onDocumentFormatting(
    answering(parts, 'formatting', null, ({ lines }, { script }, { options }): TextEdit[] =>
      textEdits(formatEdits(script, formatOptions(session, options)), lines),
    ),
  );
  connection.onDocumentRangeFormatting(
    answering(parts, 'rangeFormatting', null, ({ lines }, { script }, { options, range }): TextEdit[] =>
      textEdits(formatEdits(script, formatOptions(session, options), spanOf(range, lines)), lines),
    ),
  );
}

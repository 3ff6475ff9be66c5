import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { prepareRename, renameAt } from '../../language/features/navigation/rename.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** The editor shows the reason of a refusal beside the cursor. */
function refusal(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

export function registerRename(parts: Parts): void {
  const { connection, session } = parts;
  connection.onPrepareRename(
    answering(parts, 'prepareRename', null, ({ lines }, analysis, { position }) => {
      const prepared = prepareRename(analysis, lines.offsetAt(position), session.language);
      if ('refused' in prepared) throw refusal(prepared.refused);
      return { range: rangeOf(prepared.range, lines), placeholder: prepared.name };
    }),
  );
  connection.onRenameRequest(
    answering(parts, 'rename', null, (document, analysis, { position, newName }) => {
      const offset = document.lines.offsetAt(position);
      const renamed = renameAt(analysis, offset, newName, session.language);
      if ('refused' in renamed) throw refusal(renamed.refused);
      return workspaceEdit(document, renamed.edits, session.client);
    }),
  );
}

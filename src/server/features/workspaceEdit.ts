import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Span } from '../../language/syntax/tree/base.ts';
import type { LineTable } from '../documents/lineTable.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { Client } from '../client.ts';

type LanguageEdit = Span & { readonly text: string };

/** Edits of the language core as the protocol has them. */
export function textEdits(edits: readonly LanguageEdit[], lines: LineTable): TextEdit[] {
  return edits.map(edit => ({ range: rangeOf(edit, lines), newText: edit.text }));
}

/** Edits of one document; bound to its version where the editor can tell, so that they never meet another text. */
export function workspaceEdit(
  { uri, version, lines }: OpenDocument,
  edits: readonly LanguageEdit[],
  { hasVersionedEdits }: Client,
): WorkspaceEdit {
  const made = textEdits(edits, lines);
  return hasVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: made }] }
    : { changes: { [uri]: made } };
}

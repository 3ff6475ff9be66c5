import * as vscode from 'vscode';

const BLINK_SQL = 'blink-sql';

export function isBlink({ languageId }: vscode.TextDocument): boolean {
  return languageId === BLINK_SQL;
}

/** The Blink document in front, or, when something else is, one that can be seen. */
export function blinkInFront(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isBlink(active)) return active;
  return vscode.window.visibleTextEditors.map(({ document }) => document).find(isBlink);
}

/** The editor that shows a document: the active one before others. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find(editor => editor?.document === document);
}

/** Shows a document where it was shown last, never in place of the panel beside it. */
export async function showDocument(
  document: vscode.TextDocument,
  options: { readonly selection?: vscode.Range; readonly hasFocus: boolean },
): Promise<void> {
  const { selection, hasFocus } = options;
  const column = editorOf(document)?.viewColumn ?? groupOf(document.uri) ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: column,
    preserveFocus: !hasFocus,
    preview: false,
  });
  if (!selection) return;
  const place = document.validateRange(selection);
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The group with a tab of a document that is behind others. */
function groupOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  );
  return group?.viewColumn;
}

import * as vscode from 'vscode';

/** Beside the document where it is a file, else in the first folder of the workspace that holds files. */
function folderFor(document: vscode.Uri | undefined): vscode.Uri {
  if (document?.scheme === 'file') return vscode.Uri.joinPath(document, '..');
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.find(({ uri }) => uri.scheme === 'file')?.uri ?? vscode.Uri.file('/');
}

/**
 * Asks where to save a picture, and writes it.
 * @param name without the file's type; anything
 * @param document what the picture is of
 * @returns whether it was saved; false when the user thought better of it
 * @throws what the file system says, for example that it must not be written
 */
export async function saveSvg(
  name: string,
  text: string,
  document: vscode.Uri | undefined,
): Promise<boolean> {
  const file = `${name.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '_').slice(0, 100) || 'lineage'}.svg`;
  const target = await vscode.window.showSaveDialog({
    filters: { SVG: ['svg'] },
    defaultUri: vscode.Uri.joinPath(folderFor(document), file),
  });
  if (!target) return false;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return true;
}

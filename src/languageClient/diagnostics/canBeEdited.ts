import * as vscode from 'vscode';

/**
 * Whether a person could do something about what is found in a document. The old side of a comparison, what another
 * tool shows as a document and the like have hover and colours, but no problems of their own.
 */
export function canBeEdited({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

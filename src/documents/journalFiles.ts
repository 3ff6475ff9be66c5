import * as vscode from 'vscode';
import type { JournalFiles } from './journal.ts';

/** The journal in the extension's storage, through the editor: works wherever the extension runs. */
export function journalFiles(root: vscode.Uri): JournalFiles {
  const at = (path: readonly string[]) => vscode.Uri.joinPath(root, ...path);
  return {
    write: async (path, content) => vscode.workspace.fs.writeFile(at(path), content),
    read: async path => vscode.workspace.fs.readFile(at(path)),
    list: async path => {
      try {
        const entries = await vscode.workspace.fs.readDirectory(at(path));
        return entries.filter(([, type]) => type === vscode.FileType.File).map(([name]) => name);
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
        throw error;
      }
    },
    size: async path => (await vscode.workspace.fs.stat(at(path))).size,
    delete: async path => vscode.workspace.fs.delete(at(path)),
  };
}

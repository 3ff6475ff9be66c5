import * as vscode from 'vscode';

/** `blink.script.new`: an empty untitled document of Blink SQL, for trying things out without a job. */
export async function newScript(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'blink-sql', content: '' });
  await vscode.window.showTextDocument(document);
}

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The sample project of the local service, which the extension starts by itself. */
export const PROJECT = 'retail_demo';

export function at(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'blink', authority: 'local', path: `/${PROJECT}${path}` });
}

let count = 0;

/** A name no other test uses. */
export function fresh(stem: string): string {
  return `${stem}_${process.pid}_${count++}`;
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function read(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export async function newJob(stem: string, code = 'SELECT 1;\n'): Promise<vscode.Uri> {
  const uri = at(`/${fresh(stem)}.sql`);
  await write(uri, code);
  return uri;
}

export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, all, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Waits until something holds, looking again after each of these events. */
export async function until(
  what: string,
  holds: () => boolean,
  ...events: readonly vscode.Event<unknown>[]
): Promise<void> {
  if (holds()) return;
  const subscriptions: vscode.Disposable[] = [];
  let limit: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((done, fail) => {
      limit = setTimeout(() => fail(new Error(`Waited in vain until ${what}`)), 20_000);
      for (const event of events) subscriptions.push(event(() => holds() && done()));
    });
  } finally {
    clearTimeout(limit);
    for (const subscription of subscriptions) subscription.dispose();
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** @returns the code of the FileSystemError that a call ends with */
export async function refusal(call: Thenable<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof vscode.FileSystemError, String(error));
    return { code: error.code, message: error.message };
  }
  throw new Error('It was not refused');
}

import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { fresh, until } from '../documents/project.ts';

export const diagnosticsChanged = vscode.languages.onDidChangeDiagnostics;

export const SOURCE = "CREATE TABLE src (a VARCHAR, b BIGINT) WITH (type = 'random');\n";
export const SINK = "CREATE TABLE dst (a VARCHAR, b BIGINT) WITH (type = 'print');\n";
export const VALID = `${SOURCE}${SINK}INSERT INTO dst SELECT a, b FROM src;\n`;
/** A column that no table has. */
export const INVALID = `${SOURCE}${SINK}INSERT INTO dst SELECT a, missing FROM src;\n`;

/**
 * An untitled document of Blink SQL, shown. Each has a name of its own: one that takes the name of another that was just
 * closed may lose its text to that one's end.
 */
export async function untitled(content: string, suffix = '.blink.sql'): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `${fresh('untitled')}${suffix}` });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  await insert(document, new vscode.Position(0, 0), content);
  return document;
}

/** Closes what is open, without questions about what is not saved. */
export async function closeAll(): Promise<void> {
  const count = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
  for (let left = count(); left > 0; left = count()) {
    const closed = until('a tab is closed', () => count() < left, vscode.window.tabGroups.onDidChangeTabs);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closed;
  }
}

/** What the language server has found in a document. */
export function found(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source?.startsWith('Blink SQL') === true);
}

/** The ids of what it has found. */
export function findings(document: vscode.TextDocument): readonly string[] {
  return found(document).map(({ code }) => codeOf(code));
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function untilFound(document: vscode.TextDocument, finding: string): Promise<void> {
  await until(`there is "${finding}"`, () => findings(document).includes(finding), diagnosticsChanged);
}

export async function untilGone(document: vscode.TextDocument, finding: string): Promise<void> {
  await until(`"${finding}" is gone`, () => !findings(document).includes(finding), diagnosticsChanged);
}

export function positionOf(document: vscode.TextDocument, words: string, delta = 0): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, `no "${words}" in the document`);
  return document.positionAt(offset + delta);
}

/** Puts text at a place, as typing would, and shows the cursor behind it. */
export async function insert(
  document: vscode.TextDocument,
  at: vscode.Position,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

/** The processes of language servers that this extension host has started. */
export function serverProcesses(): readonly number[] {
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name) && parentOf(name) === process.pid);
  return children.filter(pid => isServer(pid)).map(Number);
}

function parentOf(pid: string): number | undefined {
  // "pid (name) state parent ...": the name may hold anything.
  const text = readProc(pid, 'stat');
  const [, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return parent === undefined ? undefined : Number(parent);
}

function isServer(pid: string): boolean {
  return readProc(pid, 'cmdline').includes('server.cjs');
}

function readProc(pid: string, name: string): string {
  const file = `/proc/${pid}/${name}`;
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    // It ended between the two.
    return '';
  }
}

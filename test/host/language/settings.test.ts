import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open, until } from '../documents/project.ts';
import {
  closeAll,
  diagnosticsChanged,
  found,
  INVALID,
  setting,
  untilFound,
  untilGone,
  untitled,
} from './editor.ts';

const languageChanged = vscode.workspace.onDidOpenTextDocument;
const severityOf = (document: vscode.TextDocument) => found(document)[0]?.severity;

async function sqlFile(name: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(INVALID));
  return uri;
}

async function formatted(): Promise<string> {
  const document = await untitled('select a from t;');
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 2, insertSpaces: true },
  );
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits ?? []);
  await vscode.workspace.applyEdit(edit);
  return document.getText();
}

describe('the settings of the language', () => {
  afterEach(async () => {
    for (const name of ['blink.language.checks', 'blink.language.sqlFiles', 'blink.format.keywordCase']) {
      await setting(name, undefined);
    }
    await closeAll();
  });

  it('turn a check down, off and on again, at once', async () => {
    const document = await untitled(INVALID);
    await untilFound(document, 'unknown-column');
    await setting('blink.language.checks', { 'unknown-column': 'hint' });
    await until(
      'it is a hint',
      () => severityOf(document) === vscode.DiagnosticSeverity.Hint,
      diagnosticsChanged,
    );
    await setting('blink.language.checks', { 'unknown-column': 'off' });
    await untilGone(document, 'unknown-column');
    await setting('blink.language.checks', undefined);
    await until(
      'it is an error',
      () => severityOf(document) === vscode.DiagnosticSeverity.Error,
      diagnosticsChanged,
    );
  });

  it('say how key words are written', async () => {
    assert.equal((await formatted()).slice(0, 6), 'SELECT');
    await setting('blink.format.keywordCase', 'lower');
    assert.equal((await formatted()).slice(0, 6), 'select');
  });

  it('show the types of computed columns where they are asked for', async () => {
    const document = await untitled("CREATE TABLE t (a INT, b AS a + 1) WITH (type = 'random');");
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, 1, 0),
      );
    assert.deepEqual(await hints(), []);
    await setting('blink.inlayHints.types', true);
    const [hint] = await hints();
    assert.match(JSON.stringify(hint?.label), /INT/);
    await setting('blink.inlayHints.types', undefined);
  });

  it('take *.sql files for Blink SQL, and give them back', async () => {
    const uri = await sqlFile('plain.sql');
    const document = await open(uri);
    assert.equal(document.languageId, 'sql');
    await setting('blink.language.sqlFiles', true);
    await until('it is Blink SQL', () => document.languageId === 'blink-sql', languageChanged);
    await untilFound(document, 'unknown-column');
    const gone = untilGone(document, 'unknown-column');
    await setting('blink.language.sqlFiles', false);
    await until('it is plain SQL', () => document.languageId === 'sql', languageChanged);
    await gone;
    await vscode.workspace.fs.delete(uri);
  });

  it('take those opened later, and leave alone what a person chose', async () => {
    await setting('blink.language.sqlFiles', true);
    const later = await untitled(INVALID, '.sql');
    await until('it is Blink SQL', () => later.languageId === 'blink-sql', languageChanged);
    await vscode.languages.setTextDocumentLanguage(later, 'sql');
    // Whatever is opened now is taken after what was there before.
    const last = await untitled(INVALID, '.sql');
    await until('the last is Blink SQL', () => last.languageId === 'blink-sql', languageChanged);
    assert.equal(later.languageId, 'sql');
  });
});

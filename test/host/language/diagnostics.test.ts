import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { newJob, open, replaceAll } from '../documents/project.ts';
import {
  closeAll,
  findings,
  found,
  insert,
  INVALID,
  positionOf,
  untilFound,
  untilGone,
  untitled,
  VALID,
} from './editor.ts';

const MISSING = 'unknown-column';

/** Documents that exist in the editor only and that nobody can edit, as the old side of a comparison. */
const readOnly = vscode.workspace.registerTextDocumentContentProvider('blink-test-read-only', {
  provideTextDocumentContent: () => INVALID,
});

describe('problems found by the language server', () => {
  afterEach(closeAll);

  it('appear in an untitled document and vanish while it is typed, without a save', async () => {
    const document = await untitled(INVALID);
    await untilFound(document, MISSING);
    const [diagnostic] = found(document);
    assert.ok(diagnostic);
    assert.equal(document.getText(diagnostic.range), 'missing');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(diagnostic.source, 'Blink SQL');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, diagnostic.range, 'b');
    await vscode.workspace.applyEdit(edit);
    await untilGone(document, MISSING);
    assert.deepEqual(findings(document), []);
  });

  it('appear in a file on disk that is named *.blink.sql', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'found.blink.sql');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(INVALID));
    const document = await open(uri);
    assert.equal(document.languageId, 'blink-sql');
    await untilFound(document, MISSING);
    await vscode.workspace.fs.delete(uri);
  });

  it('appear in the code of a job', async () => {
    const document = await open(await newJob('language', VALID));
    await replaceAll(document, INVALID);
    await untilFound(document, MISSING);
  });

  it('follow edits that come faster than the answers', async () => {
    const document = await untitled(VALID);
    for (let line = 0; line < 50; line++) await insert(document, new vscode.Position(0, 0), `-- ${line}\n`);
    await insert(document, positionOf(document, 'b FROM'), 'missing, ');
    await untilFound(document, MISSING);
    await replaceAll(document, VALID);
    await untilGone(document, MISSING);
  });

  it('are gone when the document is closed', async () => {
    const document = await untitled(INVALID);
    await untilFound(document, MISSING);
    const gone = untilGone(document, MISSING);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await gone;
  });

  it('are not shown where nobody can edit, though hover works there', async () => {
    const uri = vscode.Uri.parse('blink-test-read-only:/old.blink.sql');
    const document = await open(uri);
    assert.equal(document.languageId, 'blink-sql');
    const other = await untitled(INVALID);
    await untilFound(other, MISSING);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      positionOf(document, 'src;'),
    );
    assert.ok(hovers.length > 0);
    assert.deepEqual(findings(document), []);
    readOnly.dispose();
  });
});

import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, newJob, open, replaceAll, until } from '../documents/project.ts';

const changed = vscode.languages.onDidChangeDiagnostics;
const SOURCE = "CREATE TABLE src (a VARCHAR, b BIGINT) WITH (type='datahub', topic='t');\n";
const SINK = "CREATE TABLE dst (a VARCHAR, b BIGINT) WITH (type='print');\n";
const VALID = `${SOURCE}${SINK}INSERT INTO dst SELECT a, b FROM src;\n`;
const INVALID = `${SOURCE}${SINK}INSERT INTO dst SELEC a, b FROM src;\n`;

/** What only the service says, and what it says as well as the language server. */
const ofService = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Blink' || source === 'Blink SQL and service');
const marked = (document: vscode.TextDocument) =>
  ofService(document.uri).map(({ range }) => document.getText(range));

async function opened(code: string): Promise<vscode.TextDocument> {
  return open(await newJob('validation', code));
}

async function saveWithError(): Promise<vscode.TextDocument> {
  const document = await opened(VALID);
  await replaceAll(document, INVALID);
  assert.equal(await document.save(), true);
  await until('there is an error', () => marked(document).length > 0, changed);
  return document;
}

describe('validation by the service', () => {
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('blink')
      .update('validate', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('marks the exact characters after a save', async () => {
    const document = await saveWithError();
    assert.deepEqual(marked(document), ['SELEC']);
    const [diagnostic] = ofService(document.uri);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Error);
    assert.notEqual(diagnostic.message, '');
  });

  it('takes the error away when it is fixed and saved', async () => {
    const document = await saveWithError();
    await replaceAll(document, VALID);
    await document.save();
    await until('there is none', () => marked(document).length === 0, changed);
  });

  it('takes it away as soon as its characters are edited', async () => {
    const document = await saveWithError();
    const edit = new vscode.WorkspaceEdit();
    const [diagnostic] = ofService(document.uri);
    edit.insert(document.uri, diagnostic!.range.end, 'T');
    const gone = until('there is none', () => marked(document).length === 0, changed);
    await vscode.workspace.applyEdit(edit);
    await gone;
    assert.equal(document.isDirty, true);
  });

  it('moves it along with what is typed above', async () => {
    const document = await saveWithError();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '-- a comment\n-- and another\n');
    const before = ofService(document.uri)[0]!.range.start.line;
    const moved = until(
      'it has moved',
      () => ofService(document.uri)[0]?.range.start.line === before + 2,
      changed,
    );
    await vscode.workspace.applyEdit(edit);
    await moved;
    assert.deepEqual(marked(document), ['SELEC']);
  });

  it('validates on demand, saving first', async () => {
    await vscode.workspace
      .getConfiguration('blink')
      .update('validate', 'onDemand', vscode.ConfigurationTarget.Global);
    const document = await opened(VALID);
    await replaceAll(document, INVALID);
    await vscode.commands.executeCommand('blink.job.validate', document.uri);
    assert.equal(document.isDirty, false);
    assert.deepEqual(marked(document), ['SELEC']);
  });

  it('is quiet when it is off, and forgets what it said', async () => {
    const document = await saveWithError();
    await vscode.workspace
      .getConfiguration('blink')
      .update('validate', 'off', vscode.ConfigurationTarget.Global);
    await until('the error is gone', () => marked(document).length === 0, changed);
    await replaceAll(document, `-- again\n${INVALID}`);
    await document.save();
    // Any validation would show after this one, which is demanded.
    await vscode.commands.executeCommand('blink.job.validate', document.uri);
    assert.deepEqual(marked(document), ['SELEC']);
  });

  it('believes the last of many quick saves', async () => {
    const document = await opened(VALID);
    for (let i = 0; i < 10; i++) {
      await replaceAll(document, `-- ${i}\n${i % 2 === 0 ? INVALID : VALID}`);
      await document.save();
    }
    await vscode.commands.executeCommand('blink.job.validate', document.uri);
    assert.deepEqual(marked(document), []);
  });
});

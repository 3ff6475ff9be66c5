import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { at, closeAll, fresh, newJob, open, read, replaceAll, until, write } from './project.ts';

const { fs } = vscode.workspace;
const changed = vscode.workspace.onDidChangeTextDocument;

/** Opens a new job and changes it here; then the service's version is changed behind the document's back. */
async function conflict(mine: string, theirs: string): Promise<vscode.TextDocument> {
  const uri = await newJob('conflict', 'SELECT 1;\n');
  const document = await open(uri);
  await replaceAll(document, mine);
  await write(uri, theirs);
  return document;
}

describe('a job that is changed at the service while it is open', () => {
  afterEach(closeAll);

  it('is reloaded when it has no unsaved changes', async () => {
    const uri = await newJob('reload', 'SELECT 1;\n');
    const document = await open(uri);
    await write(uri, 'SELECT 2;\n');
    await until('it is reloaded', () => document.getText() === 'SELECT 2;\n', changed);
    assert.equal(document.isDirty, false);
    await replaceAll(document, 'SELECT 3;\n');
    assert.equal(await document.save(), true);
    assert.equal(await read(uri), 'SELECT 3;\n');
  });

  for (const [what, theirs] of [
    ['another text', 'SELECT 22222;\n'],
    ['a text of the same length as before', 'SELECT 2;\n'],
    ['a text of the same length as ours', 'SELECT 333;\n'],
  ] as const) {
    it(`is not saved over ${what}`, async () => {
      const document = await conflict('SELECT 444;\n', theirs);
      assert.equal(await document.save(), false);
      assert.equal(await document.save(), false);
      assert.equal(document.isDirty, true);
      assert.equal(document.getText(), 'SELECT 444;\n');
      assert.equal(await read(document.uri), theirs);
    });
  }

  it('is saved when the other change is the same', async () => {
    const document = await conflict('SELECT 9;\n', 'SELECT 9;\n');
    assert.equal(await document.save(), true);
    assert.equal(document.isDirty, false);
  });

  it('is saved when only the job’s other files have changed', async () => {
    const uri = await newJob('siblings', 'SELECT 1;\n');
    const document = await open(uri);
    await replaceAll(document, 'SELECT 123;\n');
    await write(uri.with({ path: uri.path.replace(/sql$/, 'properties') }), 'a=1\n');
    assert.equal(await document.save(), true);
    assert.equal(await read(uri), 'SELECT 123;\n');
  });

  it('can be overwritten, once', async () => {
    const document = await conflict('SELECT 5;\n', 'SELECT 6;\n');
    assert.equal(await document.save(), false);
    await vscode.commands.executeCommand('blink.conflict.overwrite', document.uri);
    await until('it is saved', () => !document.isDirty, changed);
    assert.equal(await read(document.uri), 'SELECT 5;\n');
    await replaceAll(document, 'SELECT 7;\n');
    await write(document.uri, 'SELECT 8;\n');
    assert.equal(await document.save(), false);
    assert.equal(await read(document.uri), 'SELECT 8;\n');
  });

  it('can be given up for theirs', async () => {
    const document = await conflict('SELECT 5;\n', 'SELECT 6;\n');
    assert.equal(await document.save(), false);
    await vscode.commands.executeCommand('blink.conflict.takeTheirs', document.uri);
    await until('it shows theirs', () => document.getText() === 'SELECT 6;\n', changed);
    assert.equal(document.isDirty, false);
    await replaceAll(document, 'SELECT 7;\n');
    assert.equal(await document.save(), true);
  });

  it('can be compared with theirs', async () => {
    const document = await conflict('SELECT 5;\n', 'SELECT 6;\n');
    assert.equal(await document.save(), false);
    await vscode.commands.executeCommand('blink.conflict.compare', document.uri);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.modified.toString(), document.uri.toString());
    assert.equal((await vscode.workspace.openTextDocument(input.original)).getText(), 'SELECT 6;\n');
  });

  it('can be compared with what runs', async () => {
    const folders = ['', '/订单', '/订单/实时大屏'];
    const listings = await Promise.all(
      folders.map(async folder => [folder, await fs.readDirectory(at(folder))] as const),
    );
    const [folder] = listings.find(([, entries]) =>
      entries.some(([name]) => name === 'order_gmv_minute.sql'),
    )!;
    const document = await open(at(`${folder}/order_gmv_minute.sql`));
    await vscode.commands.executeCommand('blink.job.compareWithRunning', document.uri);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const running = await vscode.workspace.openTextDocument(input.original);
    assert.match(running.getText(), /INSERT INTO/i);
  });

  it('is created anew only when it is saved a second time after it was deleted', async () => {
    const uri = await newJob('deleted', 'SELECT 1;\n');
    await write(uri.with({ path: uri.path.replace(/sql$/, 'properties') }), 'a=1\n');
    const document = await open(uri);
    await replaceAll(document, 'SELECT 2;\n');
    await fs.delete(uri);
    assert.equal(await document.save(), false);
    await assert.rejects(async () => fs.stat(uri));
    assert.equal(await document.save(), true);
    assert.equal(await read(uri), 'SELECT 2;\n');
    assert.equal(await read(uri.with({ path: uri.path.replace(/sql$/, 'properties') })), 'a=1\n');
  });

  it('goes along, with its unsaved changes, when it is moved here', async () => {
    const uri = await newJob('moved', 'SELECT 1;\n');
    const document = await open(uri);
    const folder = fresh('target');
    await fs.createDirectory(at(`/${folder}`));
    const moved = at(`/${folder}${uri.path.slice(uri.path.lastIndexOf('/'))}`);
    await replaceAll(document, 'SELECT 2;\n');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, moved);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const there = () =>
      vscode.workspace.textDocuments.find(({ uri: other }) => other.toString() === moved.toString());
    const { onDidOpenTextDocument } = vscode.workspace;
    await until('it is open there', () => there()?.isDirty === true, onDidOpenTextDocument, changed);
    assert.equal(there()!.getText(), 'SELECT 2;\n');
    assert.equal(await there()!.save(), true);
    assert.equal(await read(moved), 'SELECT 2;\n');
  });
});

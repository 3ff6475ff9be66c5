import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { newJob, open } from '../documents/project.ts';
import {
  closeAll,
  INVALID,
  insert,
  positionOf,
  SINK,
  SOURCE,
  untilFound,
  untitled,
  VALID,
} from './editor.ts';

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, words),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(part => (part as vscode.MarkdownString).value)
    .join('\n');
}

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('the language in the editor', () => {
  afterEach(closeAll);

  it('explains functions, connectors and columns', async () => {
    const document = await untitled(`${SOURCE}${SINK}INSERT INTO dst SELECT UPPER(a), b FROM src;`);
    assert.match(await hover(document, 'UPPER'), /UPPER/);
    assert.match(await hover(document, "'print'"), /print/);
    assert.match(await hover(document, 'b FROM'), /BIGINT/);
  });

  it('completes tables, columns of an alias and connector types', async () => {
    const text = `${SOURCE}${SINK}CREATE TABLE x (a INT) WITH (type = '');\nSELECT s. FROM src AS s, ;`;
    const document = await untitled(text);
    assert.deepEqual((await completions(document, positionOf(document, 's. ', 2))).slice(0, 2).sort(), [
      'a',
      'b',
    ]);
    assert.ok((await completions(document, positionOf(document, ', ;', 2))).includes('src'));
    assert.ok((await completions(document, positionOf(document, "'');", 1))).includes('kafka011'));
  });

  it('completes the parameters of a job from its properties', async () => {
    const code = await newJob('parameters', `${SOURCE}SELECT a FROM src WHERE b > \${};\n`);
    const properties = code.with({ path: code.path.replace(/\.sql$/, '.properties') });
    await vscode.workspace.fs.writeFile(properties, new TextEncoder().encode('my_threshold=5\n'));
    const document = await open(code);
    const offered = await completions(document, positionOf(document, '${}', 2));
    assert.ok(
      offered.some(label => label.includes('my_threshold')),
      offered.join(', '),
    );
  });

  it('completes parameters that are being typed into the properties', async () => {
    const document = await open(await newJob('parameters', `${SOURCE}SELECT a FROM src WHERE b > \${};\n`));
    const properties = await open(
      document.uri.with({ path: document.uri.path.replace(/\.sql$/, '.properties') }),
    );
    await insert(properties, new vscode.Position(0, 0), 'not_saved_yet=1\n');
    const offered = await completions(document, positionOf(document, '${}', 2));
    assert.ok(
      offered.some(label => label.includes('not_saved_yet')),
      offered.join(', '),
    );
  });

  it('goes to the declaration of a table, and finds where it is used', async () => {
    const document = await untitled(VALID);
    const at = positionOf(document, 'src;');
    const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    const [target] = targets;
    assert.ok(target);
    const range =
      'targetRange' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range;
    assert.equal(document.getText(range), 'src');
    assert.equal(range.start.line, 0);
    const uses = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    assert.deepEqual(uses.map(use => use.range.start.line).sort(), [0, 2]);
  });

  it('renames a table across the script', async () => {
    const document = await untitled(VALID);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, 'src;'),
      'orders',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), VALID.replaceAll('src', 'orders'));
  });

  it('formats a document', async () => {
    const document = await untitled('select a,b from src where b>1;');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /^SELECT/);
    assert.match(document.getText(), /WHERE b > 1/);
  });

  it('outlines, folds and colours', async () => {
    const document = await untitled(VALID);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.slice(0, 2).map(({ name, children }) => [name, children.length]),
      [
        ['src', 2],
        ['dst', 2],
      ],
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length > 0);
  });

  it('answers about what has just been typed', async () => {
    const document = await untitled(INVALID);
    await untilFound(document, 'unknown-column');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      new vscode.Position(1, 0),
      "CREATE TABLE brand_new (z TINYINT) WITH (type = 'random');\n",
    );
    edit.insert(document.uri, positionOf(document, 'src;'), 'brand_new, ');
    await vscode.workspace.applyEdit(edit);
    assert.match(await hover(document, 'brand_new, '), /TINYINT/);
  });
});

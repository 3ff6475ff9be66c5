import * as assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fresh, newJob, open, PROJECT } from '../documents/project.ts';
import { closeAll, SOURCE, untitled, VALID } from './editor.ts';

async function search(query: string): Promise<readonly vscode.SymbolInformation[]> {
  return vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
}

async function places(query: string): Promise<readonly string[]> {
  return (await search(query))
    .filter(({ name }) => name === query)
    .map(({ location }) => location.uri.toString());
}

function declaring(name: string): string {
  return SOURCE.replace('src', name);
}

// The search for files on disk is the editor's own, with ripgrep, which the workbench from npm comes without.
describe('the search of symbols', () => {
  // A server has to be there: the first Blink document starts it.
  beforeEach(() => untitled(VALID));
  afterEach(closeAll);

  it('looks into what is being typed', async () => {
    const name = fresh('typed');
    const document = await untitled(declaring(name));
    assert.deepEqual(await places(name), [document.uri.toString()]);
  });

  it('looks into the jobs the sidebar shows, and what it finds can be opened', async () => {
    const name = fresh('listed');
    const job = await newJob('symbols', declaring(name));
    const ref = { connection: 'local', project: PROJECT, job: job.path.replace(/^.*\/|\.sql$/g, '') };
    // Shows the row, for which the sidebar reads the list.
    await vscode.commands.executeCommand('blink.job.reveal', ref);
    assert.deepEqual(await places(name), [job.toString()]);
    const document = await open(job);
    assert.equal(document.getText(), declaring(name));
  });
});

describe('the links of a job’s code', () => {
  afterEach(closeAll);

  it('lead to its properties, and to the packages', async () => {
    const code = "CREATE FUNCTION f AS 'com.example.F';\nSELECT ${threshold};\n";
    const document = await open(await newJob('links', code));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const target = (words: string) =>
      links.find(({ range }) => document.getText(range).includes(words))?.target?.toString(true) ?? '';
    assert.equal(
      target('threshold'),
      document.uri.with({ path: document.uri.path.replace('.sql', '.properties') }).toString(),
    );
    assert.match(target('com.example.F'), /^command:blink\.package\.reveal\?/);
  });

  it('open the packages of the project in the sidebar', async () => {
    await vscode.commands.executeCommand('blink.package.reveal', { connection: 'local', project: PROJECT });
  });
});

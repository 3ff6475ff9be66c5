import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { at, newJob, open, replaceAll, until } from '../documents/project.ts';
import { closeAll, diagnosticsChanged, setting, untitled, VALID } from './editor.ts';

async function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
}

/** The commands of a job's lenses, from the left. */
async function offered(document: vscode.TextDocument): Promise<readonly string[]> {
  return (await lenses(document)).flatMap(({ command }) =>
    command && /^blink\.(job|instance)\./.test(command.command) ? [command.command] : [],
  );
}

describe('the lenses above a job’s code', () => {
  afterEach(async () => {
    await setting('blink.codeLens.job', undefined);
    await closeAll();
  });

  it('offer to validate and commit a draft, on its first statement', async () => {
    const document = await open(await newJob('lens', `-- what it does\n\n${VALID}`));
    assert.deepEqual(await offered(document), ['blink.job.validate', 'blink.job.commit']);
    assert.equal((await lenses(document))[0]?.range.start.line, 2);
  });

  it('work', async () => {
    const document = await open(await newJob('lens', VALID));
    await replaceAll(document, VALID.replace('a, b FROM', 'a, missing FROM'));
    const [validate] = await lenses(document);
    assert.ok(validate?.command);
    const { command, arguments: values = [] } = validate.command;
    const found = until(
      'the service has said what is wrong',
      () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .some(({ source }) => source?.includes('service') === true),
      diagnosticsChanged,
    );
    await vscode.commands.executeCommand(command, ...(values as unknown[]));
    await found;
    assert.equal(document.isDirty, false);
  });

  it('show the state of a job that was committed, and what fits it', async () => {
    const document = await open(await newJob('lens', VALID));
    await vscode.commands.executeCommand('blink.job.commit', document.uri);
    const committed = await offered(document);
    assert.ok(committed.includes('blink.instance.show'), committed.join(' '));
    assert.ok(committed.includes('blink.job.start'));
    assert.ok(!committed.includes('blink.job.commit'));
    await replaceAll(document, `${VALID}-- changed\n`);
    assert.ok((await offered(document)).includes('blink.job.commit'));
  });

  it('are not there for other files, nor when they are turned off', async () => {
    const document = await open(await newJob('lens', VALID));
    const properties = await open(
      at(document.uri.path.replace(/^\/[^/]+/, '').replace('.sql', '.properties')),
    );
    assert.deepEqual(await offered(properties), []);
    await setting('blink.codeLens.job', false);
    assert.deepEqual(await offered(document), []);
  });
});

describe('the lenses above tables', () => {
  afterEach(closeAll);

  it('count their uses, and show them', async () => {
    const document = await untitled(VALID);
    const counts = (await lenses(document)).filter(
      ({ command }) => command?.command === 'blink.showReferences',
    );
    assert.deepEqual(
      counts.map(({ range }) => range.start.line),
      [0, 1],
    );
    const [first] = counts;
    const values = (first?.command?.arguments ?? []) as unknown[];
    const [uri, , locations] = values as [string, unknown, readonly unknown[]];
    assert.equal(uri, document.uri.toString());
    assert.equal(locations.length, 1);
    await vscode.commands.executeCommand('blink.showReferences', ...values);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('are not there when they are turned off', async () => {
    const document = await untitled(VALID);
    await setting('blink.codeLens.references', false);
    assert.deepEqual(await lenses(document), []);
    await setting('blink.codeLens.references', undefined);
  });
});

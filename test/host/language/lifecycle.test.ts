import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { replaceAll, until } from '../documents/project.ts';
import {
  closeAll,
  diagnosticsChanged,
  findings,
  INVALID,
  positionOf,
  serverProcesses,
  untilFound,
  untilGone,
  untitled,
  VALID,
} from './editor.ts';

const MISSING = 'unknown-column';

async function hoverAt(document: vscode.TextDocument, words: string): Promise<readonly vscode.Hover[]> {
  return vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, words),
  );
}

describe('the life of the language server', () => {
  afterEach(closeAll);

  it('is one process', async () => {
    const document = await untitled(INVALID);
    await untilFound(document, MISSING);
    assert.equal(serverProcesses().length, 1);
  });

  it('goes on after a crash: problems, hover and edits made meanwhile', async () => {
    const document = await untitled(INVALID);
    const clean = await untitled(VALID);
    await untilFound(document, MISSING);
    const [pid] = serverProcesses();
    assert.ok(pid !== undefined);
    const gone = untilGone(document, MISSING);
    process.kill(pid, 'SIGKILL');
    await gone;
    await replaceAll(clean, INVALID);
    await untilFound(document, MISSING);
    await untilFound(clean, MISSING);
    const [successor, ...others] = serverProcesses();
    assert.notEqual(successor, pid);
    assert.deepEqual(others, []);
    assert.ok((await hoverAt(document, 'src;')).length > 0);
    await replaceAll(clean, VALID);
    await until('the text is clean', () => findings(clean).length === 0, diagnosticsChanged);
  });

  it('begins anew by command', async () => {
    const document = await untitled(INVALID);
    await untilFound(document, MISSING);
    const before = serverProcesses();
    await vscode.commands.executeCommand('blink.language.restart');
    await untilFound(document, MISSING);
    const after = serverProcesses();
    assert.equal(after.length, 1);
    assert.notDeepEqual(after, before);
    assert.ok((await hoverAt(document, 'src;')).length > 0);
  });
});

import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

const ID = 'blink-sql.blink-sql';

describe('the installed extension', () => {
  it('is there', () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension, `${ID} is not installed`);
    const manifest = extension.packageJSON as Record<string, unknown>;
    assert.equal(manifest['displayName'], 'Blink SQL');
  });

  it('activates', async () => {
    const extension = vscode.extensions.getExtension(ID);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});

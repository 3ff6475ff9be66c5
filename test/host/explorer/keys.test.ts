import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** The editor's own list of keys, as "Preferences: Open Default Keyboard Shortcuts (JSON)" shows it. */
async function defaultBindings(): Promise<Binding[]> {
  const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  const list = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1).replaceAll(/^\s*\/\/.*$/gm, '');
  return JSON.parse(list) as Binding[];
}

describe('the commands of the manifest', () => {
  it('are all there once the extension is active', async () => {
    await vscode.extensions.getExtension('blink-sql.blink-sql')?.activate();
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter(id => !known.has(id));
    assert.deepEqual(missing, []);
  });

  it('take no key of the editor away: outside of the sidebar they are alone on theirs', async () => {
    const bindings = await defaultBindings();
    assert.ok(bindings.length > 500, `only ${bindings.length} keys were read`);
    const foreign = bindings.filter(({ command }) => !command.startsWith('blink.'));
    const ours = manifest.contributes.keybindings.filter(
      ({ when }) => !when.includes('focusedView == blink.explorer'),
    );
    assert.ok(ours.length > 0);
    for (const { key, command } of ours) {
      const [first] = key.split(' ');
      const taken = foreign.filter(other => other.key === key || other.key === first);
      assert.deepEqual(taken, [], `${key} of ${command} is taken`);
    }
  });
});

import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';

const VIEW_TYPE = 'blink.instance';
const refOf = (job: string) => ({ connection: 'local', project: 'retail_demo', job });

/** Titles of the instance panels that are open. */
function panels(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW_TYPE))
    .map(({ label }) => label);
}

/** Resolves when the tabs changed so that `look` holds. */
async function until(look: () => boolean): Promise<void> {
  while (!look()) {
    await new Promise<void>(done => {
      const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
        subscription.dispose();
        done();
      });
    });
  }
}

const untilPanels = (wanted: readonly string[]) => until(() => panels().join('\n') === wanted.join('\n'));

const show = (job: string) => vscode.commands.executeCommand('blink.instance.show', refOf(job));

describe('instance panels', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are one per job: a second call brings the open one to the front', async () => {
    await show('order_gmv_minute');
    await show('order_wide_table');
    await untilPanels(['order_gmv_minute', 'order_wide_table']);
    await show('order_gmv_minute');
    await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'order_gmv_minute');
    assert.deepEqual(panels(), ['order_gmv_minute', 'order_wide_table']);
  });

  it('can be closed and opened again', async () => {
    await show('order_gmv_minute');
    await untilPanels(['order_gmv_minute']);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await untilPanels([]);
    await show('order_gmv_minute');
    await untilPanels(['order_gmv_minute']);
  });

  it('have the interval that the manifest declares', () => {
    const inspected = vscode.workspace.getConfiguration('blink.metrics').inspect<number>('intervalSeconds');
    assert.equal(inspected?.defaultValue, 10);
  });
});

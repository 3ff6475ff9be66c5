/** What the sidebar shows when it cannot show jobs, and the packages; in Chinese and in English. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  answerDialog,
  contextMenu,
  dialogText,
  expand,
  inlineAction,
  notification,
  pick,
  answerInput,
  quickInput,
  quickRows,
  rowDescription,
  runCommand,
  screenshot,
  startLocalService,
  treeRow,
  treeRows,
  until,
  useEditor,
  type LocalService,
} from '../harness.ts';
import type { PackageName } from '../../../src/services/model.ts';
import { connect, connectOnly, PROJECT, tidy, Witness } from './room.ts';

const editor = useEditor();
let service: LocalService;
let denied: LocalService;
let witness: Witness;

beforeAll(async () => {
  service = await startLocalService('sample');
  denied = await startLocalService('sample', ['--deny', 'ListJob']);
  witness = new Witness(service);
  await connect(editor, service);
});
afterAll(async () => {
  await Promise.all([service.stop(), denied.stop()]);
});

afterEach(() => tidy(editor));

const row = (name: string) => treeRow(editor.page, name);

describe('packages', () => {
  it('are registered with a form', async () => {
    const { page } = editor;
    await inlineAction(row('Packages'), 'Register Package');
    await quickRows(page).filter({ hasText: 'OSS path' }).first().waitFor();
    await pick(page, 'Register');
    await answerInput(page, 'new-udf.jar');
    await until(
      'the path',
      async () => (await quickInput(page).getAttribute('placeholder'))?.includes('blink/udf') ?? false,
    );
    await answerInput(page, 'udf/new-udf.jar');
    await quickRows(page).filter({ hasText: 'udf/new-udf.jar' }).first().waitFor();
    await screenshot(page, 'explorer-package');
    await pick(page, 'Register');
    await expand(row('Packages'));
    await row('new-udf.jar').waitFor();
    const made = await witness.service.getPackage(PROJECT, 'new-udf.jar' as PackageName);
    expect(made).toMatchObject({ type: 'JAR', ossPath: 'udf/new-udf.jar' });
  });

  it('name their users, and are not deleted while there are some', async () => {
    const { page } = editor;
    await contextMenu(row('login-udf-1.0.3.jar'), 'Show Jobs That Use the Package');
    await quickRows(page).filter({ hasText: 'risk_login_pattern' }).first().waitFor();
    await page.keyboard.press('Escape');
    await contextMenu(row('login-udf-1.0.3.jar'), 'Delete Package');
    expect(await dialogText(page)).toContain('The file in OSS stays.');
    await answerDialog(page, 'Delete');
    await notification(page, 'is used by committed jobs: risk_login_pattern').waitFor();
    await contextMenu(row('new-udf.jar'), 'Delete Package');
    await answerDialog(page, 'Delete');
    await row('new-udf.jar').waitFor({ state: 'detached' });
    expect(await witness.service.getPackage(PROJECT, 'new-udf.jar' as PackageName)).toBeUndefined();
  });
});

describe('a connection in trouble', () => {
  it('says that access is denied, and why', async () => {
    const { page } = editor;
    await runCommand(page, 'Notifications: Clear All Notifications');
    await connectOnly(editor, denied, 'Restricted');
    await expand(row('Restricted'));
    const project = treeRows(page).filter({ hasText: PROJECT });
    await until('both projects', async () => (await project.count()) === 2);
    await expand(project.last());
    await row('Access denied: edit the connection').waitFor();
    expect(await rowDescription(row('Access denied: edit the connection')).innerText()).toContain(
      'ListJob was denied (Forbidden.RAM)',
    );
    await screenshot(page, 'explorer-denied');
  });

  it('says that it is offline, and tries again when asked', async () => {
    const { page } = editor;
    await denied.stop();
    await inlineAction(row('Restricted'), 'Refresh');
    await row('Offline: try again').waitFor();
    await screenshot(page, 'explorer-offline');
    await row('Offline: try again').click();
    await row('Offline: try again').waitFor();
  });
});

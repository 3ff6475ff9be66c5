/** Adding, testing, editing and removing a connection by keyboard, against a real service. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerDialog,
  answerInput,
  contextMenu,
  dialogText,
  inputMessage,
  notification,
  pick,
  quickInput,
  quickRows,
  reveal,
  runCommand,
  screenshot,
  setSettings,
  setTheme,
  showView,
  startLocalService,
  treeRow,
  until,
  useEditor,
  type LocalService,
} from '../harness.ts';

const editor = useEditor();
let open: LocalService;
let closed: LocalService;

beforeAll(async () => {
  open = await startLocalService('sample');
  closed = await startLocalService('sample', ['--deny', 'ListProject']);
});
afterAll(async () => {
  await Promise.all([open.stop(), closed.stop()]);
});

const title = () => editor.page.locator('.quick-input-title').innerText();
const settings = () => readFileSync(join(editor.folder, 'data', 'User', 'settings.json'), 'utf8');

/** Files below the editor's folder that contain `text`, the browser's own store of secrets aside. */
function filesWith(text: string): string[] {
  const folder = join(editor.folder, 'data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => readFileSync(file).includes(text));
}

async function answer(value: string): Promise<void> {
  const before = await title();
  await answerInput(editor.page, value);
  await until(
    'the next question',
    async () => (await quickInput(editor.page).count()) === 0 || (await title()) !== before,
  );
}

it('asks step by step, checks what is typed and tells what is wrong with the key', async () => {
  const { page } = editor;
  await runCommand(page, 'Blink: Add Connection');
  await quickRows(page).filter({ hasText: 'cn-shanghai' }).first().waitFor();
  await screenshot(page, 'connection-1-region');
  await page.keyboard.type('cn-shanghai');
  await page.keyboard.press('Enter');

  await until('the endpoint', async () => (await title()).includes('2/5'));
  await answerInput(page, 'http://foas.example.com');
  await inputMessage(page).getByText('Only https://').waitFor();
  await screenshot(page, 'connection-2-endpoint');
  await answerInput(page, 'https://me:you@foas.example.com');
  await inputMessage(page).getByText('user name and password').waitFor();
  await answer(`${open.url}/`);

  expect(await quickInput(page).inputValue()).toBe('China (Shanghai)');
  await answerInput(page, 'local SERVICE');
  await inputMessage(page).getByText('There is a connection').waitFor();
  await answer('Staging');

  await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
  await until('the name again', () =>
    quickInput(page)
      .inputValue()
      .then(value => value === 'Staging'),
  );
  await page.keyboard.press('Enter');
  await until('the key', async () => (await title()).includes('4/5'));

  await answer(` ${open.accessKeyId} `);
  await answerInput(page, 'not-the-secret');

  expect(await dialogText(page)).toContain('does not belong to the access key ID');
  await screenshot(page, 'connection-3-wrong-secret');
  await answerDialog(page, 'Change Access Key');
  await until('the key', async () => (await title()).includes('1/2'));
  await page.keyboard.press('Enter');
  await until('the secret', async () => (await title()).includes('2/2'));
  await answerInput(page, `${open.accessKeySecret}\n`);
  await until(
    'the end of the questions',
    async () => (await quickInput(page).count()) === 0 || !(await quickInput(page).isVisible()),
  );
});

it('shows the new connection in the sidebar, and keeps its key out of every file', async () => {
  await showView(editor.page, 'Blink');
  await treeRow(editor.page, 'Staging').waitFor();
  await contextMenu(treeRow(editor.page, 'Staging'), 'Test Connection');
  await notification(editor.page, 'The connection "Staging" works. Number of projects: 1').waitFor();
  await screenshot(editor.page, 'connection-4-sidebar');
  expect(settings()).toContain('"endpoint": "http://127.0.0.1');
  expect(filesWith(open.accessKeySecret)).toEqual([]);
  expect(filesWith('not-the-secret')).toEqual([]);
});

it('asks for the names of projects where the service does not list them', async () => {
  const { page } = editor;
  await setTheme(editor, 'dark');
  await runCommand(page, 'Blink: Add Connection');
  await pick(page, 'cn-beijing');
  await until('the endpoint', async () => (await title()).includes('2/5'));
  await answer(closed.url);
  await answer('Restricted');
  await answer(closed.accessKeyId);
  await answerInput(page, closed.accessKeySecret);
  await page.locator('.quick-input-widget').getByText('may not list the projects').waitFor();
  await answerInput(page, 'retail_demo, no_such_project');
  expect(await dialogText(page)).toContain('no_such_project');
  await screenshot(page, 'connection-5-missing-project-dark');
  await answerDialog(page, 'Change Names');
  await until('the names', () => quickInput(page).isVisible());
  await answerInput(page, 'retail_demo');
  await reveal(page, 'Restricted', 'retail_demo');
  expect(settings()).toMatch(/"projects": \[\s*"retail_demo"\s*\]/);
});

it('changes a connection from the menu of its row', async () => {
  const { page } = editor;
  await contextMenu(treeRow(page, 'Restricted'), 'Edit Connection...');
  await quickRows(page).first().waitFor();
  await screenshot(page, 'connection-6-edit-dark');
  await pick(page, 'Name');
  await until('the name', async () => (await quickInput(page).inputValue()) === 'Restricted');
  await answerInput(page, 'Limited');
  await treeRow(page, 'Limited').waitFor();
  await until('the menu again', async () => (await title()).includes('Limited'));
  await page.keyboard.press('Escape');
});

it('says when a connection stops working, and why', async () => {
  const { page } = editor;
  await closed.stop();
  await contextMenu(treeRow(page, 'Limited'), 'Test Connection');
  await notification(page, 'refused the network connection (ECONNREFUSED)').waitFor();
  await screenshot(page, 'connection-7-no-network-dark');
});

it('removes a connection and its key after a question', async () => {
  const { page } = editor;
  await contextMenu(treeRow(page, 'Limited'), 'Remove Connection');
  expect(await dialogText(page)).toContain('Remove the connection "Limited"?');
  await answerDialog(page, 'Remove');
  await treeRow(page, 'Limited').waitFor({ state: 'detached' });
  expect(settings()).not.toContain('Limited');
});

it('reports a faulty entry of the settings and keeps the others', async () => {
  const { page } = editor;
  await setSettings(page, {
    'blink.connections': [
      { id: 'Bad Id', name: 'Bad', regionId: 'cn-hangzhou' },
      { id: 'good', name: 'Good', regionId: 'cn-hangzhou' },
    ],
  });
  await notification(page, 'the id "Bad Id" cannot be used').waitFor();
  await treeRow(page, 'Good').waitFor();
  await treeRow(page, 'Staging').waitFor({ state: 'detached' });
});

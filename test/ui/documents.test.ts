import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { FILE, openJob } from './documentsRoom.ts';
import {
  answerNotification,
  isDirty,
  notification,
  pick,
  problems,
  quickRows,
  replaceText,
  runCommand,
  save,
  screenshot,
  setTheme,
  squiggles,
  statusItem,
  tab,
  themeSetting,
  until,
  useEditor,
  visibleText,
  wholeText,
} from './harness.ts';

const TABLES = `CREATE TABLE src (a VARCHAR, b BIGINT) WITH (type='random');
CREATE TABLE dst (a VARCHAR, b BIGINT) WITH (type='print');
`;
const VALID = `${TABLES}INSERT INTO dst SELECT a, b FROM src;`;
const INVALID = `${TABLES}INSERT INTO dst SELECT a, b FORM src;`;

// Two windows without a folder would be one and the same to the editor, with the same unsaved documents.
const [mine, theirs] = ['mine', 'theirs'].map(name => mkdtempSync(join(tmpdir(), `blink-${name}-`))) as [
  string,
  string,
];
const editor = useEditor({ folder: mine, settings: themeSetting('dark') });

/** What the editor has put aside of unsaved documents. */
function backups(): string[] {
  return globSync(join(editor.folder, 'data', '**', 'Backups', '**'))
    .filter(path => statSync(path).isFile())
    .map(path => readFileSync(path, 'utf8'));
}

afterAll(() => {
  for (const folder of [mine, theirs]) rmSync(folder, { recursive: true, force: true });
});

it('shows the error of a saved job on its characters, in the Problems view and the status bar', async () => {
  const { page } = editor;
  await openJob(page);
  await statusItem(page, 'draft').waitFor();
  await replaceText(page, INVALID);
  await statusItem(page, 'Unsaved').waitFor();
  await save(page);
  await statusItem(page, '1 error').waitFor();
  await until('the underline', async () => (await squiggles(page)).length === 1);
  expect((await squiggles(page))[0]).toEqual({ severity: 'error', text: 'src' });
  await until('one problem', async () => {
    const rows = await problems(page);
    return rows.filter(row => row.includes('Blink')).length === 1;
  });
  await screenshot(page, 'documents-error-dark');
  await setTheme(editor, 'light');
  await screenshot(page, 'documents-error-light');
});

it('takes the error away when it is fixed, and counts the tables', async () => {
  const { page } = editor;
  await replaceText(page, VALID);
  await save(page);
  await statusItem(page, 'Valid: 1 in, 1 out').waitFor();
  await until('no underline', async () => (await squiggles(page)).length === 0);
  await statusItem(page, 'Valid').hover();
  await page.locator('.hover-contents').filter({ hasText: 'Sources' }).first().waitFor();
  await screenshot(page, 'documents-valid-light');
});

it('marks a document that somebody else has changed, refuses to save it, and compares', async () => {
  const { page } = editor;
  await replaceText(page, `${VALID}\n-- mine`);
  const other = await editor.newWindow(theirs);
  await openJob(other);
  await replaceText(other, `${VALID}\n-- from another window`);
  await save(other);
  await other.close();

  await page.bringToFront();
  await tab(page, FILE).click();
  await notification(page, 'at the service').waitFor();
  await statusItem(page, 'Changed at the service').waitFor();
  await screenshot(page, 'documents-conflict-marked-light');
  await page.keyboard.press('Control+S');
  await notification(page, 'Failed to save').waitFor();
  expect(await isDirty(page, FILE)).toBe(true);
  await screenshot(page, 'documents-conflict-refused-light');
  await answerNotification(page, 'at the service', 'Compare');
  await page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
  await screenshot(page, 'documents-conflict-compare-light');
  await setTheme(editor, 'dark');
  await screenshot(page, 'documents-conflict-compare-dark');
});

it('takes theirs, and gives back what it discarded', async () => {
  const { page } = editor;
  await runCommand(page, 'View: Close Editor');
  await tab(page, FILE).click();
  await runCommand(page, 'Blink: Conflict: Take Theirs');
  await until('their text', async () => (await visibleText(page)).includes('-- from another window'));
  await until('nothing unsaved', async () => !(await isDirty(page, FILE)));
  await statusItem(page, 'Changed at the service').waitFor({ state: 'hidden' });
  await runCommand(page, 'Blink: Show Recovered Versions');
  await quickRows(page).filter({ hasText: 'discarded here' }).first().waitFor();
  await screenshot(page, 'documents-recovered-dark');
  await pick(page, 'discarded here');
  await until('the discarded text', async () =>
    (await page.locator('.editor.original').innerText()).includes('mine'),
  );
  await runCommand(page, 'View: Close Editor');
});

it('keeps unsaved changes over a restart, and still knows what they were made from', async () => {
  const { page } = editor;
  await tab(page, FILE).click();
  await replaceText(page, `${VALID}\n-- not saved yet`);
  // A browser's window cannot write while it closes: the editor does so shortly after the last key.
  await until('it is backed up', () => backups().some(text => text.includes('-- not saved yet')));
  await editor.reload();
  await tab(page, FILE).waitFor();
  await until('the unsaved changes come back', () => isDirty(page, FILE));
  expect(await wholeText(page)).toContain('-- not saved yet');

  const other = await editor.newWindow(theirs);
  await openJob(other);
  await replaceText(other, `${VALID}\n-- changed meanwhile`);
  await save(other);
  await other.close();

  await page.bringToFront();
  await page.keyboard.press('Control+S');
  await notification(page, 'Failed to save').waitFor();
  expect(await isDirty(page, FILE)).toBe(true);
  await runCommand(page, 'Blink: Conflict: Overwrite with Mine');
  await until('it is saved', async () => !(await isDirty(page, FILE)));
});

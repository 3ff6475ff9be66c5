/** The keys of the tree after a plain click on a row, which also shows the job's text. */
import { beforeAll, expect, it } from 'vitest';
import {
  dialog,
  dialogText,
  isDirty,
  quickInput,
  reveal,
  showView,
  tab,
  treeRow,
  until,
  useEditor,
} from '../harness.ts';

const editor = useEditor();

beforeAll(async () => {
  const { page } = editor;
  await showView(page, 'Blink');
  await (await reveal(page, 'Local service', 'retail_demo', 'hello_print')).click();
  await tab(page, 'hello_print.sql').waitFor();
  await page.locator('.part.editor .view-lines').first().waitFor();
});

it('Delete asks for the row and leaves the text alone', async () => {
  const { page } = editor;
  await page.keyboard.press('Delete');
  expect(await dialogText(page)).toMatch(/Delete the draft .hello_print.\?.*retail_demo.*Local service/s);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await isDirty(page, 'hello_print.sql')).toBe(false);
});

it('F2 renames the row', async () => {
  const { page } = editor;
  await page.keyboard.press('F2');
  await until('the old name', async () => (await quickInput(page).inputValue()) === 'hello_print');
  await page.keyboard.press('Escape');
  await quickInput(page).waitFor({ state: 'hidden' });
});

it('Enter goes to the text that is shown', async () => {
  const { page } = editor;
  await treeRow(page, 'hello_print').and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.part.editor .monaco-editor.focused').waitFor();
});

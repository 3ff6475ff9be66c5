/** Reading a job: hovers, lenses, outline, in the dark theme. */
import { expect, it } from 'vitest';
import { openJob } from '../documentsRoom.ts';
import { quickRows, runCommand, screenshot, squiggles, themeSetting, until, useEditor } from '../harness.ts';
import { fixes, hover, lenses, newScript, QUERY, TABLES, untilOffered, write } from './room.ts';

const editor = useEditor({ settings: themeSetting('dark') });
const SCRIPT = TABLES + QUERY;

it('shows the lenses of a job and of what it declares', async () => {
  const { page } = editor;
  await openJob(page);
  await write(page, `|${SCRIPT}`);
  const found = await until('the lenses', async () => {
    const all = await lenses(page);
    // The job's own come first once the server's are there.
    return all.length === 3 && all[0]?.endsWith('reference') === true && all;
  });
  expect(found.map(line => line.replaceAll(/[^\w |]/g, ''))).toEqual([
    'Validate |  Commit | 1 reference',
    '1 reference',
    '1 reference',
  ]);
  await screenshot(page, 'language-lens');
});

it('explains a function, a key and a column under the cursor', async () => {
  const { page } = editor;
  await newScript(page);
  await write(page, SCRIPT.replace('CONCAT', 'CON|CAT'));
  const ofFunction = await hover(page);
  expect(ofFunction).toContain('CONCAT(s VARCHAR, s2 VARCHAR, …) -> VARCHAR');
  expect(ofFunction).toContain('Joins strings.');
  await screenshot(page, 'language-hover-function-dark');
  await page.keyboard.press('Escape');
  await write(page, SCRIPT.replace('tableName', 'table|Name'));
  expect(await hover(page)).toMatch(/tableName\s+Table\.\s+Required\s+Usable as: sink, dimension table/);
  await page.keyboard.press('Escape');
  await write(page, SCRIPT.replace("type = 'rds'", "type = 'r|ds'"));
  expect(await hover(page)).toContain('Required properties: url, tableName, userName, password');
  await screenshot(page, 'language-hover-connector-dark');
  await page.keyboard.press('Escape');
  await write(page, SCRIPT.replace('o.amount', 'o.am|ount'));
  expect(await hover(page)).toMatch(/amount DOUBLE\s+Column of orders/);
  await page.keyboard.press('Escape');
});

it('lists what the script declares', async () => {
  const { page } = editor;
  await write(page, `${SCRIPT}|`);
  await page.keyboard.press('Control+Shift+O');
  await quickRows(page).filter({ hasText: 'window_start' }).waitFor();
  const rows = await quickRows(page).locator('.label-name').allInnerTexts();
  // Each begins with its icon, a letter of a font.
  expect(rows.slice(0, 5).map(row => row.replace(/^\W+/, ''))).toEqual([
    'orders',
    'order_id',
    'user_id',
    'amount',
    'ts',
  ]);
  await page.keyboard.press('Escape');
  await runCommand(page, 'Focus on Outline View');
  const outline = page.locator('.outline-tree .monaco-list-row');
  await outline.filter({ hasText: 'order_id' }).first().waitFor();
});

it('shows quick fixes in the dark theme too', async () => {
  const { page } = editor;
  await write(page, `${TABLES}${QUERY.replace('o.amount', 'o.amo|nut')}`);
  await until('the underline', async () => (await squiggles(page)).some(({ text }) => text === 'amonut'));
  await fixes(page);
  await screenshot(page, 'language-quick-fix-dark');
  await page.keyboard.press('Escape');
  await write(page, `${TABLES}INSERT INTO totals SELECT | FROM orders;`);
  await page.keyboard.press('Control+Space');
  await untilOffered(page, 'order_id');
});

/** Writing a script: what is offered, what is taken, what is mended. */
import { expect, it } from 'vitest';
import {
  closeEditors,
  dialog,
  answerDialog,
  problems,
  runCommand,
  screenshot,
  setSettings,
  setTheme,
  squiggles,
  themeSetting,
  until,
  useEditor,
  visibleText,
  wholeText,
} from '../harness.ts';
import { documentation, fixes, newScript, offers, QUERY, TABLES, take, untilOffered, write } from './room.ts';

const editor = useEditor({ settings: themeSetting('light') });

const underlined = async () => (await squiggles(editor.page)).map(({ text }) => text).join(' ');

it('writes a job from nothing, by completion alone', async () => {
  const { page } = editor;
  await newScript(page);
  await page.keyboard.type('cre');
  await untilOffered(page, 'CREATE TABLE, source or sink with its connector');
  await take(page);
  await page.keyboard.type('clicks');
  await page.keyboard.press('Tab');
  await page.keyboard.type('page');
  await page.keyboard.press('Tab');
  await page.keyboard.type('varc');
  await untilOffered(page, 'VARCHAR, Text');
  await take(page);
  await page.keyboard.press('Tab');
  await untilOffered(page, 'datahub');
  await page.keyboard.type('rand');
  await untilOffered(page, 'random');
  await take(page);
  await page.keyboard.type(',\ninte');
  await untilOffered(page, 'interval, = 500');
  await take(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\ncre');
  await untilOffered(page, 'CREATE TABLE');
  await page.keyboard.type('ate v');
  await untilOffered(page, 'CREATE VIEW, a query under a name');
  await take(page);
  await page.keyboard.type('pages');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('pa');
  await untilOffered(page, 'page, VARCHAR');
  await take(page);
  expect(await wholeText(page)).toBe(`CREATE TABLE clicks (
  page VARCHAR
) WITH (
  type = 'random',
  \`interval\` = '500'
);
CREATE VIEW pages AS
SELECT page
FROM clicks;`);
});

it('offers the columns in view first, with type and table in every row, and their functions with docs', async () => {
  const { page } = editor;
  await write(page, `${TABLES}INSERT INTO totals\nSELECT ts, | FROM orders;\n`);
  await page.keyboard.press('Control+Space');
  await untilOffered(page, 'order_id');
  expect((await offers(page)).slice(0, 4)).toEqual([
    'order_id, VARCHAR · orders, Field',
    'user_id, BIGINT · orders, Field',
    'amount, DOUBLE · orders, Field',
    'ts, TIMESTAMP · orders, Field',
  ]);
  await page.keyboard.type('conc');
  await untilOffered(page, 'CONCAT (s, s2, …), VARCHAR');
  const docs = await documentation(page);
  expect(docs).toContain('CONCAT(s VARCHAR, s2 VARCHAR, …) -> VARCHAR');
  await screenshot(page, 'language-completion-light');
  await setTheme(editor, 'dark');
  await write(page, `${TABLES}INSERT INTO totals\nSELECT ts, conc| FROM orders;\n`);
  await page.keyboard.press('Control+Space');
  await untilOffered(page, 'CONCAT');
  await documentation(page);
  await screenshot(page, 'language-completion-dark');
  await setTheme(editor, 'light');
});

it('puts in a function with its stops, and helps with its parameters', async () => {
  const { page } = editor;
  await write(page, `${TABLES}SELECT | FROM orders;\n`);
  await page.keyboard.type('date_f');
  await untilOffered(page, 'DATE_FORMAT');
  await take(page);
  const help = page.locator('.parameter-hints-widget.visible');
  await help.locator('.parameter.active', { hasText: 'time TIMESTAMP' }).waitFor();
  await page.keyboard.type('ts');
  // While the offers are there, Tab takes one of them.
  await untilOffered(page, 'ts');
  await take(page);
  await page.keyboard.press('Tab');
  await help.locator('.parameter.active', { hasText: 'toFormat VARCHAR' }).waitFor();
  // The quote goes around the stop's text.
  await page.keyboard.type("'yyyy");
  await until('the whole call', async () =>
    (await visibleText(page)).includes("SELECT DATE_FORMAT(ts, 'yyyy') FROM orders;"),
  );
  await page.keyboard.press('Escape');
});

it('completes columns through an alias, and an alias by the dot behind it', async () => {
  const { page } = editor;
  await write(page, `${TABLES}SELECT | FROM orders AS purchase;\n`);
  await page.keyboard.type('pur');
  await untilOffered(page, 'purchase');
  await page.keyboard.type('.');
  await untilOffered(page, 'order_id');
  expect(await offers(page)).toEqual([
    'order_id, VARCHAR, Field',
    'user_id, BIGINT, Field',
    'amount, DOUBLE, Field',
    'ts, TIMESTAMP, Field',
  ]);
  await page.keyboard.type('am');
  await untilOffered(page, 'amount');
  await take(page);
  expect(await wholeText(page)).toContain('SELECT purchase.amount FROM orders AS purchase;');
});

it('offers the keys of a connector, required ones first, and puts in all that are', async () => {
  const { page } = editor;
  await write(page, "CREATE TABLE t (a VARCHAR) WITH (\n  type = 'datahub',\n  |\n);\n");
  await page.keyboard.press('Control+Space');
  await untilOffered(page, 'Required properties');
  expect((await offers(page)).slice(1, 3)).toEqual([
    'endPoint, Required, Property',
    'accessId, Required, Property',
  ]);
  await take(page);
  expect(await wholeText(page)).toContain(
    "\n  endPoint = '',\n  accessId = '',\n  accessKey = '${accessKey}',\n  project = '',",
  );
});

it('mends a column by the light bulb, and the underline is gone', async () => {
  const { page } = editor;
  await write(page, `${TABLES}${QUERY.replace('o.amount', 'o.amo|nut')}`);
  await until('the underline', async () => (await underlined()) === 'amonut');
  const menu = await fixes(page);
  expect((await menu.allInnerTexts())[0]?.trim()).toBe("Change to 'amount'");
  await screenshot(page, 'language-quick-fix-light');
  await page.keyboard.press('Enter');
  await until('no underline', async () => (await underlined()) === '');
  expect(await wholeText(page)).toBe(TABLES + QUERY);
});

it('quotes a reserved word by the light bulb', async () => {
  const { page } = editor;
  await write(page, `${TABLES}INSERT INTO totals SELECT ts AS va|lue, order_id, amount FROM orders;\n`);
  await until('the underline', async () => (await underlined()).includes('value'));
  expect((await (await fixes(page)).allInnerTexts())[0]?.trim()).toBe('Write `value`');
  await page.keyboard.press('Enter');
  await until('no underline', async () => !(await underlined()).includes('value'));
  expect(await wholeText(page)).toContain('SELECT ts AS `value`, order_id');
});

it('renames a table everywhere', async () => {
  const { page } = editor;
  await write(page, (TABLES + QUERY).replace('FROM orders', 'FROM ord|ers'));
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor();
  await box.fill('purchases');
  await page.keyboard.press('Enter');
  await until('the new name', async () => (await visibleText(page)).includes('FROM purchases'));
  expect(await wholeText(page)).toBe((TABLES + QUERY).replaceAll('orders', 'purchases'));
});

it('formats the document', async () => {
  const { page } = editor;
  await write(page, 'create view v as select a,b from src where a>1 and b<>2;|');
  await runCommand(page, 'Format Document');
  await until('the laid out text', async () => (await visibleText(page)).startsWith('CREATE VIEW'));
  expect(await wholeText(page)).toMatch(
    /^CREATE VIEW v AS\nSELECT a, b\nFROM src\nWHERE a > 1\s+AND b <> 2;\n$/,
  );
});

it('lists what is wrong, each with its check, and as severe as the user says', async () => {
  const { page } = editor;
  await write(page, `${TABLES}INSERT INTO totals SELECT ts, order_id, amonut FROM orderz;|\n`);
  const rows = await until('the problem', async () => {
    const found = await problems(page);
    return found.some(row => row.includes("'orderz'")) && found;
  });
  expect(rows.find(row => row.includes("'orderz'"))).toMatch(/^Error: .*Did you mean 'orders'\?/);
  await screenshot(page, 'language-problems');
  await setSettings(page, {
    ...themeSetting('light'),
    'blink.language.checks': { 'unknown-table': 'warning' },
  });
  await until('a warning', async () =>
    (await problems(page)).some(row => row.startsWith('Warning: ') && row.includes("'orderz'")),
  );
  await closeEditors(page);
  if (await dialog(page).isVisible()) await answerDialog(page, "Don't Save");
});

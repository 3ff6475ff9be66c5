/** The language's help in a Chinese editor: nothing of ours is left in English. */
import { expect, it } from 'vitest';
import { screenshot, squiggles, themeSetting, until, useEditor } from '../harness.ts';
import {
  documentation,
  fixes,
  hover,
  newScript,
  offers,
  QUERY,
  TABLES,
  untilOffered,
  write,
} from './room.ts';

const editor = useEditor({ language: 'zh-cn', settings: themeSetting('light') });
const HAN = /\p{Script=Han}/u;

it('offers statements and functions in Chinese', async () => {
  const { page } = editor;
  await newScript(page, 'Blink: 新建脚本');
  await page.keyboard.type('cre');
  await untilOffered(page, 'CREATE TABLE, 带连接器的源表或结果表');
  for (const offer of (await offers(page)).slice(0, 3)) expect(offer).toMatch(HAN);
  await page.keyboard.press('Escape');
  await write(page, `${TABLES}INSERT INTO totals\nSELECT ts, | FROM orders;\n`);
  await page.keyboard.type('conc');
  await untilOffered(page, 'CONCAT');
  expect(await documentation(page)).toContain('连接两个或多个字符串');
  await screenshot(page, 'language-completion-chinese');
});

it('explains in Chinese, with Chinese signs', async () => {
  const { page } = editor;
  await write(page, (TABLES + QUERY).replace("type = 'rds'", "type = 'r|ds'"));
  const text = await hover(page);
  expect(text).toContain('可用作：结果表、维表');
  expect(text).toContain('必填参数：url、tableName、userName、password');
  await screenshot(page, 'language-hover-chinese');
  await page.keyboard.press('Escape');
});

it('mends in Chinese', async () => {
  const { page } = editor;
  await write(page, `${TABLES}${QUERY.replace('o.amount', 'o.amo|nut')}`);
  await until('the underline', async () => (await squiggles(page)).some(({ text }) => text === 'amonut'));
  for (const title of await (await fixes(page)).allInnerTexts()) expect(title).toMatch(HAN);
  await screenshot(page, 'language-quick-fix-chinese');
});

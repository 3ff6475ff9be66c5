/** The sidebar in a Chinese editor: nothing of ours is left in English. */
import { expect, it } from 'vitest';
import {
  contextMenuTitles,
  expand,
  rowDescription,
  runCommand,
  quickRows,
  screenshot,
  setTheme,
  showView,
  treeRow,
  until,
  useEditor,
} from '../harness.ts';

const editor = useEditor({ language: 'zh-cn' });
const HAN = /\p{Script=Han}/u;

it('speaks Chinese in rows and menus', async () => {
  const { page } = editor;
  await showView(page, 'Blink');
  await treeRow(page, 'hello_print').waitFor();
  for (const name of ['用户行为', '订单', '风控', '资源包', '队列']) await expand(treeRow(page, name));
  await until('the state', async () =>
    (await rowDescription(treeRow(page, 'user_active_hour')).innerText()).startsWith('运行中'),
  );
  expect(await rowDescription(treeRow(page, 'hello_print')).innerText()).toBe('草稿');
  await setTheme(editor, 'dark');
  await screenshot(page, 'explorer-chinese-dark');
  await setTheme(editor, 'light');
  await screenshot(page, 'explorer-chinese-light');
  for (const title of await contextMenuTitles(treeRow(page, 'hello_print'))) expect(title).toMatch(HAN);
});

it('offers the templates in Chinese', async () => {
  const { page } = editor;
  await runCommand(page, 'Blink: 新建作业');
  await quickRows(page).filter({ hasText: '滚动窗口' }).first().waitFor();
  await screenshot(page, 'explorer-chinese-templates');
  await page.keyboard.press('Escape');
});

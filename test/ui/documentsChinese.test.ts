import { it } from 'vitest';
import { openJob } from './documentsRoom.ts';
import { replaceText, save, screenshot, statusItem, themeSetting, useEditor } from './harness.ts';

const editor = useEditor({ language: 'zh-cn', settings: themeSetting('light') });

it('speaks Chinese in a Chinese editor', async () => {
  const { page } = editor;
  await openJob(page, '本地服务');
  await statusItem(page, '草稿').waitFor();
  await replaceText(page, "CREATE TABLE 订单 (a VARCHAR,, b BIGINT) WITH (type='random');");
  await statusItem(page, '未保存').waitFor();
  await save(page);
  await statusItem(page, '1 个错误').waitFor();
  await screenshot(page, 'documents-error-chinese');
});

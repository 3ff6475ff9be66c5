import { expect, it } from 'vitest';
import { pick, runCommand, screenshot, useEditor, webview } from './harness.ts';

const editor = useEditor({ language: 'zh-cn' });

it('shows its pictures in the language of the reader', async () => {
  const { page } = editor;
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await pick(page, '第一个 Blink 作业');
  const picture = await webview(page, 'svg text', '本地服务');
  expect(await picture.locator('svg text').allTextContents()).toEqual(
    expect.arrayContaining(['模拟', '已上线', '草稿', '运行中', '已暂停']),
  );
  await screenshot(page, 'walkthrough-chinese');
});

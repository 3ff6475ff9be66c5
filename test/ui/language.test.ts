import { it } from 'vitest';
import { runCommand, screenshot, useEditor } from './harness.ts';

const editor = useEditor({ language: 'zh-cn' });

it('shows the Chinese texts of the manifest to a Chinese editor', async () => {
  await runCommand(editor.page, 'Extensions: Show Installed Extensions');
  const entry = editor.page.locator('.extensions-list .monaco-list-row').filter({ hasText: 'Blink SQL' });
  await entry.getByText('阿里云').waitFor();
  await screenshot(editor.page, 'smoke-chinese');
});

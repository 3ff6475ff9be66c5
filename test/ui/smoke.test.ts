import { expect, it } from 'vitest';
import { runCommand, screenshot, setSettings, setTheme, until, useEditor } from './harness.ts';

const editor = useEditor();

it('opens with the packed extension installed', async () => {
  await runCommand(editor.page, 'Extensions: Show Installed Extensions');
  const entry = editor.page.locator('.extensions-list .monaco-list-row').filter({ hasText: 'Blink SQL' });
  await entry.waitFor();
  expect(await entry.getAttribute('aria-label')).toContain('Blink SQL, 0.1.0');
});

it('changes between the light and the dark theme', async () => {
  await setTheme(editor, 'light');
  await screenshot(editor.page, 'smoke-light');
  await setTheme(editor, 'dark');
  await screenshot(editor.page, 'smoke-dark');
  expect(await editor.page.locator('.monaco-workbench.vs-dark').count()).toBe(1);
});

it('takes up changed settings', async () => {
  const statusBar = editor.page.locator('.part.statusbar');
  await setSettings(editor.page, { 'workbench.statusBar.visible': false });
  await statusBar.waitFor({ state: 'hidden' });
  await setSettings(editor.page, {});
  await until('the status bar', () => statusBar.isVisible());
});

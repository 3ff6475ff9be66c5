import type { Editor } from './editor.ts';
import { pick, quickInput, runCommand } from './palette.ts';

export type Theme = 'light' | 'dark';

const NAMES: Readonly<Record<Theme, string>> = { light: 'Light 2026', dark: 'Dark 2026' };
const CLASSES: Readonly<Record<Theme, string>> = {
  light: 'vscode-theme-defaults-themes-2026-light-json',
  dark: 'vscode-theme-defaults-themes-2026-dark-json',
};

/** The setting that makes an editor begin with this theme. */
export function themeSetting(theme: Theme): Record<string, string> {
  return { 'workbench.colorTheme': NAMES[theme] };
}

/** Changes the theme of a running editor, by its picker, and waits until it is drawn. */
export async function setTheme(editor: Editor, theme: Theme): Promise<void> {
  const { page } = editor;
  await runCommand(page, 'Preferences: Color Theme');
  await quickInput(page).fill(NAMES[theme]);
  await pick(page, NAMES[theme]);
  await quickInput(page).waitFor({ state: 'hidden' });
  await page.locator(`.monaco-workbench.${CLASSES[theme]}`).waitFor();
}

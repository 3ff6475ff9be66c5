import type { Page } from 'playwright-core';
import { QUIET_SETTINGS } from '../../scripts/workbench/settings.ts';
import { replaceText, save, tab } from './documents.ts';
import { runCommand } from './palette.ts';

/**
 * Replaces the user's settings by these and the harness's own, the way a user does: in their document. (The workbench
 * does not notice when its settings file changes on the disk.)
 */
export async function setSettings(page: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await runCommand(page, 'Preferences: Open User Settings (JSON)');
  await tab(page, 'settings.json').waitFor();
  await replaceText(page, JSON.stringify({ ...QUIET_SETTINGS, ...settings }));
  await save(page);
  await runCommand(page, 'View: Close Editor');
  await tab(page, 'settings.json').waitFor({ state: 'detached' });
}

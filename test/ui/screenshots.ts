import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/bootstrap/paths.mjs';

/**
 * Takes a picture of the window into test-results/screenshots/<name>.png, without blinking cursor or moving parts.
 * @returns its path
 */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, 'test-results', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { quickInput, quickRows } from './palette.ts';

/** The folder of what stands in the dialog; a path that ends with a slash is that of a folder itself. */
const folderOf = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) || '/' : dirname(path));

/**
 * Answers the dialog that asks for a file, open or about to open, with a path; its folder holds at least one other
 * folder. The dialog takes an answer only when it has looked into that folder, and tells of that by its rows alone:
 *
 * - It is shown before it has listed its first folder, and then puts its first path into the box, whatever was typed.
 * - While it looks into a folder that was typed, Enter goes there too, and ends nothing.
 */
export async function answerFileDialog(page: Page, path: string): Promise<void> {
  const box = quickInput(page);
  // Its rows and its first path come in one step.
  await quickRows(page).first().waitFor();
  const isElsewhere = folderOf(await box.inputValue()) !== dirname(path);
  await box.fill(path);
  if (isElsewhere) {
    const folders = readdirSync(dirname(path), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    if (folders.length === 0)
      throw new Error(`Nothing tells when ${dirname(path)} is listed: it has no folder.`);
    for (const name of folders)
      await quickRows(page).locator('.label-name').getByText(name, { exact: true }).waitFor();
  }
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

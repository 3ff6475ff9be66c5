import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** The input box of the palette, the quick open and every quick pick. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget input:is([type="text"], [type="password"])');
}

/** The rows that a quick pick offers at present. */
export function quickRows(page: Page): Locator {
  return page.locator('.quick-input-list .monaco-list-row');
}

/** Chooses the row that contains `label` from the quick pick that is open or about to open. */
export async function pick(page: Page, label: string | RegExp): Promise<void> {
  const row = quickRows(page).filter({ hasText: label }).first();
  await row.waitFor();
  await row.click();
}

/** Fills in the input box that is open or about to open, and presses Enter. */
export async function answerInput(page: Page, value: string): Promise<void> {
  await quickInput(page).waitFor();
  await quickInput(page).fill(value);
  await page.keyboard.press('Enter');
}

/** The message (mostly an error of validation) under an input box. */
export function inputMessage(page: Page): Locator {
  return page.locator('.quick-input-widget .quick-input-message');
}

/**
 * Runs a command by its title in the command palette, such as `Blink SQL: New Job`. The palette lists what is there
 * at the moment of the question; shortly after the start that is not everything, so the question is put again.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await quickInput(page).waitFor();
  const row = quickRows(page).filter({ hasText: title }).first();
  await until(`the command "${title}"`, async () => {
    await quickInput(page).fill('>');
    await quickInput(page).fill(`>${title}`);
    return row.waitFor({ timeout: 1_000 }).then(
      () => true,
      () => false,
    );
  });
  await row.click();
}

/** Titles that the command palette offers for `words`. */
export async function offeredCommands(page: Page, words: string): Promise<string[]> {
  await page.keyboard.press('F1');
  await quickInput(page).waitFor();
  await quickInput(page).fill(`>${words}`);
  await quickRows(page).first().waitFor();
  const titles = await quickRows(page).locator('.label-name').allInnerTexts();
  await page.keyboard.press('Escape');
  return titles;
}

/**
 * Opens a text file of the workspace by its whole name (Ctrl+P), and waits until its text is the one that has the
 * keyboard: until then the editor before it takes the keys.
 */
export async function quickOpen(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await quickInput(page).waitFor();
  await quickInput(page).fill(name);
  await pick(page, name);
  await page
    .locator(
      `.editor-group-container.active .monaco-editor.focused[data-uri$="/${encodeURIComponent(name)}"]`,
    )
    .waitFor();
}

import type { Page } from 'playwright-core';
import { reveal, showView, tab, textEditor } from './harness.ts';

export const JOB = 'hello_print';
export const FILE = `${JOB}.sql`;

/** Opens the sample's smallest job from the sidebar, by keyboard as a person would. */
export async function openJob(page: Page, connection = 'Local service'): Promise<void> {
  await showView(page, 'Blink');
  const row = await reveal(page, connection, 'retail_demo', JOB);
  await row.click();
  await page.keyboard.press('Enter');
  await tab(page, FILE).waitFor();
  await textEditor(page);
}

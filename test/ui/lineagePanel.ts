import type { Frame, Locator, Page } from 'playwright-core';
import { pick, reveal, runCommand, showView, tab, textEditor, webview } from './harness.ts';

/** The sample's widest job. */
const JOB = 'order_wide_table';
const PATH = ['retail_demo', '订单', JOB];

/** A script of two INSERTs, the second of which reads what it does not declare. */
export const SMALL = `CREATE TABLE src (a VARCHAR, b BIGINT) WITH (type='random');
CREATE TABLE dst (a VARCHAR, b BIGINT) WITH (type='print');
INSERT INTO dst SELECT a, b + 1 FROM src;
INSERT INTO dst SELECT x, y FROM nowhere;`;

/** Opens the sample's widest job and its lineage; returns the panel's page. */
export async function openLineage(page: Page, connection: string, command: string): Promise<Frame> {
  await showView(page, 'Blink');
  await (await reveal(page, connection, ...PATH)).click();
  await page.keyboard.press('Enter');
  await tab(page, `${JOB}.sql`).waitFor();
  await textEditor(page);
  await page.keyboard.press('Control+B');
  await runCommand(page, command);
  return panelOf(page);
}

/** Opens an empty untitled document of Blink SQL. */
export async function newBlink(page: Page): Promise<void> {
  await runCommand(page, 'File: New Untitled Text File');
  await runCommand(page, 'Change Language Mode');
  await pick(page, 'Blink SQL');
}

export const panelOf = (page: Page): Promise<Frame> => webview(page, 'blink-lineage-toolbar');

/** A button of the panel's bar. */
export const tool = (panel: Frame, name: string): Locator =>
  panel.locator(`blink-lineage-toolbar [data-do="${name}"]`);

/** A line of the graph: a table by its id, a column by `table.column`. */
export const stop = (panel: Frame, id: string): Locator =>
  panel.locator(`blink-lineage-graph [data-stop="${id}"]`);

/** Takes the pointer where nothing is told of anything, and waits until what was told is gone. */
export async function leavePointer(page: Page): Promise<void> {
  await page.mouse.move(240, 4);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
}

/** Presses a line of the graph, and waits until the graph has the keyboard: keys pressed before go elsewhere. */
export async function press(panel: Frame, id: string): Promise<void> {
  await stop(panel, id).click();
  await panel.locator(`[data-stop=${JSON.stringify(id)}]:focus`).waitFor();
}

/** Loads the window anew; returns the page of the panel, which comes back when its extension has been started. */
export async function reloadWithPanel(page: Page): Promise<Frame> {
  const loaded = page.waitForEvent('load');
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
  await page.locator('iframe.webview.ready').first().waitFor({ timeout: 90_000 });
  return panelOf(page);
}

import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';
import { runCommand } from './palette.ts';

const TEXT = '.editor-instance .monaco-editor[data-uri]';

/** The tab of an open document, by its name. */
export function tab(page: Page, name: string): Locator {
  return page.locator('.tabs-container .tab').filter({ hasText: name }).first();
}

/**
 * Waits until the active group shows the text of its active tab, and returns that editor. The tab comes first: until
 * the text follows, keys and the clipboard would go to the document before it.
 */
export async function textEditor(page: Page): Promise<Locator> {
  const group = page.locator('.editor-group-container.active');
  await until('the text of the active tab', () => group.evaluate(showsItsTab, TEXT));
  return group.locator(TEXT).first();
}

/** Runs in the page. Of a comparison's two texts one is the tab's. */
function showsItsTab(group: Element, texts: string): boolean {
  const name = group.querySelector('.tab.active')?.getAttribute('data-resource-name');
  const uris = [...group.querySelectorAll(texts)].map(text => text.getAttribute('data-uri') ?? '');
  if (name === null || name === undefined) return uris.length > 0;
  return uris.some(uri => decodeURIComponent(uri).split(/[/:]/).at(-1) === name);
}

/** The lines of the active text editor that are drawn at present, from the top. */
export async function visibleText(page: Page): Promise<string> {
  const editor = await textEditor(page);
  const lines = await editor.locator('.view-lines .view-line').evaluateAll(elements =>
    elements
      .map(element => ({
        top: Number.parseFloat((element as HTMLElement).style.top),
        text: element.textContent,
      }))
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );
  return lines.join('\n');
}

/** Puts the cursor into the active text editor. */
export async function focusText(page: Page): Promise<void> {
  const editor = await textEditor(page);
  await editor.locator('.view-lines').click();
  await editor.and(page.locator('.focused')).waitFor();
}

/**
 * Replaces the whole text of the active text editor, as one edit. By pasting, since what is typed is changed by the
 * editor's help (closing brackets, indentation).
 */
export async function replaceText(page: Page, text: string): Promise<void> {
  await focusText(page);
  await page.evaluate(words => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  // The clipboard is read in the editor's own time: a save right after the keys would save what was there before.
  const lastWords = withoutBlanks(text.trimEnd().split('\n').at(-1) ?? '');
  await until('the pasted text', async () => withoutBlanks(await visibleText(page)).endsWith(lastWords));
}

/** The editor draws blanks that the text has not, such as the box of a colour. */
function withoutBlanks(text: string): string {
  return text.replaceAll(/[\s\u200b\u200c]/g, '');
}

/** The whole text of the active text editor, drawn or not, by way of the clipboard. */
export async function wholeText(page: Page): Promise<string> {
  await focusText(page);
  const nothingYet = `nothing copied yet, ${performance.now()}`;
  await page.evaluate(words => navigator.clipboard.writeText(words), nothingYet);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const copied = await until('the copied text', async () => {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    return text === nothingYet ? undefined : { text };
  });
  await page.keyboard.press('ArrowLeft');
  return copied.text;
}

/** Whether the tab of `name` shows the dot of unsaved changes. */
export async function isDirty(page: Page, name: string): Promise<boolean> {
  return ((await tab(page, name).getAttribute('class')) ?? '').split(' ').includes('dirty');
}

/** Saves the active document and waits until its tab shows no unsaved changes. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
}

/** Puts the cursor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  // The text has the keyboard a little later; keys pressed before would be lost.
  await (await textEditor(page)).and(page.locator('.focused')).waitFor();
}

/** Closes every editor; unsaved changes raise the usual question. */
export async function closeEditors(page: Page): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
}

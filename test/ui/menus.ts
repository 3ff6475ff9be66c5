import type { Locator, Page } from 'playwright-core';

/** The entries of the menu that is open. */
export function menuItems(page: Page): Locator {
  return page.locator('.monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
}

/** Opens the context menu of a row (or of anything else) and waits for its entries. */
export async function openContextMenu(target: Locator): Promise<void> {
  await target.click({ button: 'right' });
  await menuItems(target.page()).first().waitFor();
}

/** Titles in the context menu of `target`, which is closed again. */
export async function contextMenuTitles(target: Locator): Promise<string[]> {
  await openContextMenu(target);
  const titles = await menuItems(target.page()).evaluateAll(items =>
    items.map(item => item.getAttribute('aria-label') ?? item.textContent),
  );
  await target.page().keyboard.press('Escape');
  await menuItems(target.page()).first().waitFor({ state: 'detached' });
  return titles;
}

/** Chooses an entry of the context menu of `target` by its exact title. */
export async function contextMenu(target: Locator, title: string): Promise<void> {
  const page = target.page();
  await openContextMenu(target);
  const entry = page
    .locator('.monaco-menu .action-item')
    .filter({ has: page.locator('.action-label').getByText(title, { exact: true }) });
  // A menu ignores the mouse for a moment after it opened, so that the press that opened it does not choose.
  await entry.hover();
  await entry.and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Enter');
  await entry.waitFor({ state: 'detached' });
}

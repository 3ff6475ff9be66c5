import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Shows a view container by its title in the activity bar; nothing happens when it is shown already. */
export async function showView(page: Page, title: string): Promise<void> {
  const item = page
    .locator('.activitybar .action-item')
    .filter({ has: page.locator(`[aria-label^="${title}"]`) });
  await item.first().waitFor();
  if ((await item.first().getAttribute('aria-expanded')) === 'true') return;
  const classes = (await item.first().getAttribute('class')) ?? '';
  if (!classes.split(' ').includes('checked')) await item.first().click();
}

/** All rows of the sidebar's trees that are drawn at present. */
export function treeRows(page: Page): Locator {
  return page.locator('.part.sidebar .monaco-list-row');
}

/** The row whose label is exactly `label` (its description aside). */
export function treeRow(page: Page, label: string): Locator {
  const name = page.locator('.label-name').getByText(label, { exact: true });
  return treeRows(page).filter({ has: name }).first();
}

/** The words beside the label of a row, such as a job's state. */
export function rowDescription(row: Locator): Locator {
  return row.locator('.label-description');
}

/** Opens the rows of this path, one below the other, and returns the last, which is only looked up. */
export async function reveal(page: Page, ...path: readonly string[]): Promise<Locator> {
  for (const label of path.slice(0, -1)) await expand(treeRow(page, label));
  const last = treeRow(page, path.at(-1) ?? '');
  await last.waitFor();
  return last;
}

/** Time that the children of a row may take to arrive, ms. */
const CHILDREN_LIMIT_MS = 10_000;

/**
 * Opens a row that has children; waits until it is open. The file explorer opens new roots by itself: when it does so
 * between the look and the press, the press closes the row, so a row that stays closed is pressed again.
 */
export async function expand(row: Locator): Promise<void> {
  await row.waitFor();
  const opened = row.and(row.page().locator('[aria-expanded="true"]'));
  await until(
    'the row to open',
    async () => {
      if (await opened.isVisible()) return true;
      await row.locator('.monaco-tl-twistie').click();
      return opened.waitFor({ timeout: CHILDREN_LIMIT_MS }).then(
        () => true,
        () => false,
      );
    },
    3 * CHILDREN_LIMIT_MS,
  );
}

/**
 * Opens a root of the file explorer until `child` is seen in it. The explorer draws all its roots anew when the file
 * system of one of them arrives, and then closes what was opened since it began to.
 */
export async function expandTo(root: Locator, child: Locator): Promise<void> {
  await until(
    'the child of the root',
    async () => {
      await expand(root);
      return child.waitFor({ timeout: CHILDREN_LIMIT_MS }).then(
        () => true,
        () => false,
      );
    },
    3 * CHILDREN_LIMIT_MS,
  );
}

/** Presses one of the small icons that a row shows while the mouse is over it. */
export async function inlineAction(row: Locator, title: string): Promise<void> {
  await row.hover();
  await row.locator(`.actions .action-label[aria-label^="${title}"]`).click();
}

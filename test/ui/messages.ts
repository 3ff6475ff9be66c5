import type { Locator, Page } from 'playwright-core';

/** The modal dialog that is open. */
export function dialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box');
}

/** What the modal dialog says: message and detail. */
export async function dialogText(page: Page): Promise<string> {
  await dialog(page).waitFor();
  return dialog(page).locator('.dialog-message-container').innerText();
}

/** Presses a button of the modal dialog and waits until it is gone. */
export async function answerDialog(page: Page, button: string): Promise<void> {
  await dialog(page).locator('.monaco-button').filter({ hasText: button }).first().click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** A notification that contains `text`. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text }).first();
}

/** Presses a button of the notification that contains `text`. */
export async function answerNotification(page: Page, text: string | RegExp, button: string): Promise<void> {
  await notification(page, text).locator('.monaco-button').filter({ hasText: button }).first().click();
}

/** Entries of the status bar that contain `text`. */
export function statusItem(page: Page, text: string | RegExp): Locator {
  return page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }).first();
}

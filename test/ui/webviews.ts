import type { Frame, Page } from 'playwright-core';
import { until } from './until.ts';

/**
 * The inner frame of the webview that shows an element matching `selector` (with `text` in it, when given). Several
 * webviews may be alive at once, hidden ones too: they are told apart by what they show.
 */
export function webview(page: Page, selector: string, text?: string | RegExp): Promise<Frame> {
  return until(`a webview with ${selector}${text === undefined ? '' : ` "${text}"`}`, async () => {
    for (const frame of page.frames()) {
      // The driver remembers the name a frame was born with: it is pending until its page has been loaded.
      if (!['active-frame', 'pending-frame'].includes(frame.name()) || frame.isDetached()) continue;
      const element = frame.locator(selector).filter(text === undefined ? {} : { hasText: text });
      const seen = await element
        .first()
        .isVisible()
        .catch(() => false);
      if (seen) return frame;
    }
    return undefined;
  });
}

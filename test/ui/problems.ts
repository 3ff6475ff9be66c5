import type { Page } from 'playwright-core';
import { runCommand } from './palette.ts';
import { textEditor } from './documents.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One wavy underline: its kind and the characters above it. */
export interface Squiggle {
  readonly severity: Severity;
  readonly text: string;
}

/**
 * The wavy underlines that the active text editor draws, from the top. The characters are found the way the eye does:
 * those whose boxes lie between the two ends of the line. One that spans lines is one entry per line.
 */
export async function squiggles(page: Page): Promise<Squiggle[]> {
  const editor = await textEditor(page);
  return editor.evaluate(root => {
    const charactersAbove = (box: DOMRect) => {
      const middle = (box.top + box.bottom) / 2;
      const characters: string[] = [];
      for (const line of root.querySelectorAll('.view-line')) {
        const { top, bottom } = line.getBoundingClientRect();
        if (middle < top || middle >= bottom) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.nodeValue ?? '';
          for (let at = 0; at < text.length; at += 1) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { left, width } = range.getBoundingClientRect();
            const center = left + width / 2;
            if (center > box.left && center < box.right) characters.push(text.charAt(at));
          }
        }
      }
      return characters.join('').replaceAll('\u00a0', ' ');
    };
    const kinds: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
    return [
      ...root.querySelectorAll(
        '.view-overlays [class*="squiggly-"]:not(.squiggly-unnecessary, .squiggly-deprecated)',
      ),
    ]
      .map(element => {
        const box = element.getBoundingClientRect();
        const severity = kinds.find(kind => element.classList.contains(`squiggly-${kind}`)) ?? 'error';
        return { severity, top: box.top, left: box.left, text: charactersAbove(box) };
      })
      .sort((one, other) => one.top - other.top || one.left - other.left)
      .map(({ severity, text }) => ({ severity, text }));
  });
}

/** Rows of the Problems view, as a screen reader says them; opens the view. */
export async function problems(page: Page): Promise<string[]> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await runCommand(page, 'Problems: Focus on Problems View');
  await panel.waitFor();
  const rows = panel.locator('.monaco-list-row[aria-level="2"]');
  return rows.evaluateAll(elements => elements.map(element => element.getAttribute('aria-label') ?? ''));
}

import { expect, it } from 'vitest';
import {
  replaceText,
  screenshot,
  squiggles,
  statusItem,
  tab,
  themeSetting,
  until,
  useEditor,
} from './harness.ts';
import { crash } from './languageProcess.ts';
import {
  leavePointer,
  newBlink,
  openLineage,
  panelOf,
  reloadWithPanel,
  SMALL,
  stop,
  tool,
} from './lineagePanel.ts';

const editor = useEditor({ settings: themeSetting('light'), viewport: { width: 1000, height: 700 } });

const underlined = async () => (await squiggles(editor.page)).map(({ text }) => text).join(' ');

it('has room for its bar in a narrow panel', async () => {
  const { page } = editor;
  const panel = await openLineage(page, 'Local service', 'Blink: Show Lineage to the Side');
  await stop(panel, 'sink:order_wide').waitFor();
  const width = await panel.evaluate(() => document.documentElement.clientWidth);
  expect(width).toBeLessThan(520);
  const bar = await panel.locator('blink-lineage-toolbar .bar').evaluate(element => {
    const parts = [...element.children].map(child => child.getBoundingClientRect());
    const title = element.querySelector('.only');
    return {
      left: Math.min(...parts.map(({ left }) => left)),
      right: Math.max(...parts.map(({ right }) => right)),
      isWhole: title !== null && title.scrollWidth <= title.clientWidth,
      title: title?.textContent,
    };
  });
  expect(bar).toMatchObject({ title: 'order_wide', isWhole: true });
  expect(bar.left).toBeGreaterThanOrEqual(0);
  expect(bar.right).toBeLessThanOrEqual(width);
  await leavePointer(page);
  await screenshot(page, 'lineage-narrow');
});

it('keeps the document it is pinned to, also over a reload, and follows again when it is let go', async () => {
  const { page } = editor;
  let panel = await panelOf(page);
  await tool(panel, 'pin').click();
  await tab(page, '[Lineage: order_wide_table.sql]').waitFor();
  panel = await reloadWithPanel(page);
  await stop(panel, 'sink:order_wide').waitFor();
  expect(await tool(panel, 'pin').getAttribute('aria-pressed')).toBe('true');
  // Beside the panel, not in its place.
  await tab(page, 'order_wide_table.sql').click();
  await newBlink(page);
  await replaceText(page, SMALL);
  await until('the server knows the other document', async () => (await underlined()) === 'nowhere');
  expect(await stop(panel, 'sink:order_wide').isVisible()).toBe(true);
  await leavePointer(page);
  await screenshot(page, 'lineage-pinned');
  await tool(panel, 'pin').click();
  await stop(panel, 'sink:dst').waitFor();
  await tab(page, 'Lineage: Untitled').waitFor();
  expect(await tool(panel, 'pin').getAttribute('aria-pressed')).toBe('false');
});

it('says that the server is down, and starts it', async () => {
  const { page } = editor;
  const panel = await panelOf(page);
  for (let crashes = 0; crashes < 6; crashes += 1) await crash(editor);
  await statusItem(page, 'server down').waitFor();
  const empty = panel.locator('blink-empty-state[data-reason="down"]');
  await empty.getByText('The language server is not running').waitFor();
  await panel.locator('main[aria-busy="false"]').waitFor();
  await leavePointer(page);
  await screenshot(page, 'lineage-down');
  await empty.locator('[data-do="restart"]').click();
  await stop(panel, 'sink:dst').waitFor();
  await statusItem(page, 'server down').waitFor({ state: 'detached' });
});

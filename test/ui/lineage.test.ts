import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  answerFileDialog,
  goTo,
  replaceText,
  screenshot,
  setTheme,
  textEditor,
  themeSetting,
  until,
  useEditor,
} from './harness.ts';
import {
  leavePointer,
  newBlink,
  openLineage,
  panelOf,
  press,
  reloadWithPanel,
  SMALL,
  stop,
  tool,
} from './lineagePanel.ts';

/** `SELECT w.order_id, ...` of its INSERT. */
const LINE_OF_SELECT = 72;

/** From the panel back to the text beside it. */
async function backToText(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await (await textEditor(page)).and(page.locator('.focused')).waitFor();
}

/** Goes back to the editor, whose cursor the status bar then tells, and waits for what it is to say. */
async function selected(page: Page, text: string): Promise<void> {
  await backToText(page);
  await page.locator('.statusbar').getByText(text).waitFor();
}

const showAs = (panel: Frame, way: 'graph' | 'table') =>
  panel.locator(`blink-lineage-toolbar label:has([value="${way}"])`).click();

/** The columns that are highlighted, in the order they are drawn. */
const litIn = (panel: Frame): Promise<string[]> =>
  panel
    .locator('blink-lineage-graph .row.on')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-stop') ?? ''));

const untilLit = (panel: Frame, ids: readonly string[]): Promise<true> =>
  until(`lit: ${ids.join(', ')}`, async () => {
    const lit = await litIn(panel);
    return lit.length === ids.length && ids.every(id => lit.includes(id)) ? true : undefined;
  });

describe('the lineage panel', () => {
  const editor = useEditor({ settings: themeSetting('light'), viewport: { width: 1600, height: 900 } });

  it('shows the columns of the sample job from its sources to its sink', async () => {
    const { page } = editor;
    const panel = await openLineage(page, 'Local service', 'Blink: Show Lineage to the Side');
    await stop(panel, 'sink:order_wide').waitFor();
    const roles = await panel
      .locator('blink-lineage-graph .table')
      .evaluateAll(tables => tables.map(table => table.getAttribute('data-role')).sort());
    expect(roles).toEqual(['dimension', 'sink', 'source', 'source', 'view']);
    await goTo(page, 1, 1);
    await leavePointer(page);
    await screenshot(page, 'lineage-light');
  });

  it('highlights the way of the column under the cursor', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    // The item `w.amount` of the INSERT's select list.
    await goTo(page, LINE_OF_SELECT, 43);
    await untilLit(panel, ['from:orders.amount', 'from:paid_orders.amount', 'sink:order_wide.amount']);
    await panel.locator('blink-lineage-details b').getByText('order_wide.amount').waitFor();
    await screenshot(page, 'lineage-cursor');
    // The declaration of a source column that leads to the sink.
    await goTo(page, 20, 4);
    await untilLit(panel, ['from:payments.channel', 'from:paid_orders.channel', 'sink:order_wide.channel']);
  });

  it('selects the place of a column that is clicked, and leaves the keyboard in the graph', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await press(panel, 'from:shops.city');
    await untilLit(panel, ['from:shops.city', 'sink:order_wide.city']);
    await selected(page, 'Ln 36, Col 7 (4 selected)');
    await press(panel, 'sink:order_wide.city');
    await selected(page, `Ln ${LINE_OF_SELECT}, Col 39 (6 selected)`);
  });

  it('walks along the wires by keyboard, and goes back to the editor', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await press(panel, 'sink:order_wide.order_id');
    for (const [key, id] of [
      ['ArrowLeft', 'from:paid_orders.order_id'],
      ['ArrowLeft', 'from:orders.order_id'],
      ['ArrowDown', 'from:orders.amount'],
      ['ArrowRight', 'from:paid_orders.amount'],
      ['Home', 'from:paid_orders'],
    ] as const) {
      await page.keyboard.press(key);
      await panel.locator(`[data-stop="${id}"]:focus`).waitFor();
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await screenshot(page, 'lineage-keyboard');
    await selected(page, 'Ln 65, Col 18 (10 selected)');
  });

  it('follows single wires by keyboard, and tells what they are', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    const label = () =>
      panel
        .locator('blink-lineage-graph .hit:focus')
        .evaluate(wire => wire.getAttribute('aria-label') ?? '', undefined, { timeout: 5_000 });
    await tool(panel, 'hasConditions').click();
    await press(panel, 'from:orders.order_id');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await label()).toBe('orders.order_id → paid_orders.order_id, direct; wire 1 of 2');
    await untilLit(panel, ['from:orders.order_id', 'from:paid_orders.order_id', 'sink:order_wide.order_id']);
    await page.keyboard.press('ArrowDown');
    expect(await label()).toMatch(
      /^orders\.order_id → paid_orders \(join\), join: .*order_id.*; wire 2 of 2$/,
    );
    await panel.locator('blink-lineage-details').getByText('paid_orders (join)').waitFor();
    await screenshot(page, 'lineage-wire');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await panel.locator('[data-stop="from:paid_orders.order_id"]:focus').waitFor();
    expect(await panel.locator('blink-lineage-graph .hit[tabindex]').count()).toBe(0);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await label()).toMatch(/wire 1 of 1$/);
    await page.keyboard.press('Enter');
    await selected(page, 'Ln 65, Col 18 (10 selected)');
    await tool(panel, 'hasConditions').click();
  });

  it('shows conditions, and finds columns', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await tool(panel, 'hasConditions').click();
    await panel.locator('blink-lineage-graph .condition').first().waitFor();
    expect(await panel.locator('blink-lineage-graph .condition').count()).toBe(2);
    await panel.locator('input[type=search]').fill('order_id');
    await panel.locator('.found').getByText('1 of 4').waitFor();
    await page.keyboard.press('Enter');
    await panel.locator('.found').getByText('2 of 4').waitFor();
    await screenshot(page, 'lineage-conditions');
    await page.keyboard.press('Escape');
    expect(await panel.locator('input[type=search]').inputValue()).toBe('');
    await tool(panel, 'hasViews').click();
    await stop(panel, 'from:paid_orders').waitFor({ state: 'detached' });
    await stop(panel, 'from:orders.amount').hover();
    await untilLit(panel, ['from:orders.amount', 'sink:order_wide.amount']);
    await screenshot(page, 'lineage-end-to-end');
    await tool(panel, 'hasViews').click();
  });

  it('says the same as a table', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await showAs(panel, 'table');
    const rows = panel.locator('blink-lineage-table table').first().locator('tbody tr');
    expect((await rows.allInnerTexts()).map(text => text.split(/\s+/).slice(0, 3).join(' '))).toEqual([
      'order_id VARCHAR orders.order_id',
      'shop_name VARCHAR shops.shop_name',
      'city VARCHAR shops.city',
      'amount DECIMAL(18, 2)',
      'channel VARCHAR payments.channel',
    ]);
    await screenshot(page, 'lineage-table');
    await panel.getByRole('button', { name: 'shops.city' }).click();
    await selected(page, 'Ln 36, Col 7 (4 selected)');
  });

  it('is as it was left in the dark editor, after a reload', async () => {
    const { page } = editor;
    let panel = await panelOf(page);
    await showAs(panel, 'graph');
    await press(panel, 'sink:order_wide');
    await backToText(page);
    await setTheme(editor, 'dark');
    panel = await reloadWithPanel(page);
    await panel.locator('blink-lineage-graph .condition').first().waitFor();
    await goTo(page, LINE_OF_SELECT, 43);
    await untilLit(panel, ['from:orders.amount', 'from:paid_orders.amount', 'sink:order_wide.amount']);
    await screenshot(page, 'lineage-dark');
    await setTheme(editor, 'light');
  });

  it('copies the lineage as text', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await tool(panel, 'copy').click();
    await panel.locator('.said').getByText('Copied').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await backToText(page);
    expect(text).toMatch(/^Sink order_wide \(cloudhbase\)\n {2}order_id VARCHAR .*<- orders\.order_id/);
  });

  it('saves the graph as a picture', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await tool(panel, 'save').click();
    const path = join(editor.folder, 'order_wide.svg');
    await answerFileDialog(page, path);
    await panel.locator('.said').getByText('Saved').waitFor();
    const svg = readFileSync(path, 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('>shop_name</text>');
    expect(svg).not.toMatch(/var\(|<script/);
    await press(panel, 'sink:order_wide');
    await backToText(page);
  });

  it('follows edits and other documents, and says what there is not', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    await newBlink(page);
    await panel.locator('blink-empty-state[data-reason="noInsert"]').waitFor();
    await screenshot(page, 'lineage-nothing');
    await replaceText(page, SMALL);
    await stop(panel, 'sink:dst.b').waitFor();
    await panel.locator('blink-notice').getByText('nowhere').waitFor();
    const lost = panel.locator('blink-lineage-graph .table.undeclared');
    expect(await lost.locator('.title, .subtitle, .name').allTextContents()).toEqual([
      'nowhere',
      'Not declared',
      'x',
      'y',
    ]);
    await press(panel, 'from:nowhere.x');
    await untilLit(panel, ['from:nowhere.x', 'sink:dst.a']);
    await screenshot(page, 'lineage-gaps');
    await selected(page, 'Ln 4, Col 25 (1 selected)');
    await showAs(panel, 'table');
    await panel.locator('blink-lineage-table li').getByText('nowhere.x').waitFor();
    expect(await panel.locator('blink-lineage-table li').first().innerText()).toBe('nowhere.x not declared');
    await screenshot(page, 'lineage-gaps-table');
    await showAs(panel, 'graph');
    await backToText(page);
    expect(await panel.locator('select option').allInnerTexts()).toEqual(['dst · line 3', 'dst · line 4']);
    await goTo(page, 4, 1);
    await until('the other INSERT', async () => (await panel.locator('select').inputValue()) === '1');
    await panel.locator('select').selectOption('0');
    await stop(panel, 'from:src.a').waitFor();
  });

  it('shows hostile names as text', async () => {
    const { page } = editor;
    const panel = await panelOf(page);
    const name = '<img src=x onerror="window.hacked=1">';
    await replaceText(page, SMALL.replaceAll('dst', `\`${name}\``));
    await panel.locator('blink-lineage-graph .title').getByText(name.slice(0, 20)).waitFor();
    expect(await panel.locator('img').count()).toBe(0);
    expect(await panel.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

describe('the lineage panel in Chinese', () => {
  const editor = useEditor({
    settings: themeSetting('light'),
    language: 'zh-cn',
    viewport: { width: 1600, height: 900 },
  });

  it('speaks Chinese', async () => {
    const { page } = editor;
    const panel = await openLineage(page, '本地服务', 'Blink: 在侧边显示血缘');
    await tool(panel, 'hasConditions').click();
    await panel.locator('blink-lineage-graph .condition').first().waitFor();
    await stop(panel, 'sink:order_wide.shop_name').hover();
    await panel.locator('blink-lineage-details b').getByText('order_wide.shop_name').waitFor();
    const parts = await panel
      .locator('.tool span, .subtitle, .word, blink-lineage-details :is(.line, .sides)')
      .allTextContents();
    const words = parts.join(' ');
    expect(words).toContain('来自');
    expect(words).not.toMatch(/Source|Sink|View|Filter|Made of/);
    await screenshot(page, 'lineage-zh');
  });
});

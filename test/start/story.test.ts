/** The path of a person who has just cloned the project: from `npm start` to a job that ran and was stopped. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../scripts/workbench/ports.ts';
import { openBrowser } from '../launch/browser.ts';
import {
  answerDialog,
  contextMenu,
  goTo,
  problems,
  rowDescription,
  save,
  screenshot,
  showView,
  squiggles,
  statusItem,
  tab,
  treeRow,
  expand,
  until,
  wholeText,
  webview,
} from '../ui/harness.ts';
import { endAll, npmStart } from './npmStart.ts';
import { allProcesses } from './processes.ts';

const data = mkdtempSync(join(tmpdir(), 'blink-sql-story-'));
let browser: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  const { lines } = npmStart(await freePort(), data);
  await until('the ready line', () => lines.length > 0, 100_000);
  browser = await openBrowser({ profile: join(data, 'browser') });
  page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(lines[0]!.replace('ready: ', ''));
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(page, 'failed-story');
});

afterAll(async () => {
  await browser?.close();
  endAll();
  // They write into the folder until they have ended.
  await until('the end of all processes', () =>
    allProcesses().every(({ command }) => !command.includes(data)),
  );
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

/** Waits until the row of the job says this of its state. */
async function untilRowSays(state: string): Promise<void> {
  await rowDescription(treeRow(page, 'hello_print')).getByText(state).waitFor({ timeout: 30_000 });
}

async function untilPanelSays(panel: Frame, phase: string): Promise<void> {
  await panel.locator(`.badge[data-phase="${phase}"]`).waitFor({ timeout: 30_000 });
}

const press = (panel: Frame, action: string) =>
  panel.locator(`blink-instance-header [data-action="${action}"]`).click();

it(
  'writes, validates, deploys, starts, watches, pauses, resumes and stops a job',
  { timeout: 180_000 },
  async () => {
    // The sidebar shows the sample project without any set-up.
    await showView(page, 'Blink');
    await expand(treeRow(page, 'Local service'));
    await expand(treeRow(page, 'retail_demo'));
    await untilRowSays('draft');
    await treeRow(page, 'hello_print').dblclick();
    await tab(page, 'hello_print.sql').waitFor();

    // A mistyped key word: saving has the service validate, and its error lies on exactly that word.
    const code = await wholeText(page);
    const line = code.split('\n').findIndex(text => text.includes('FROM random_source')) + 1;
    const column = code.split('\n')[line - 1]!.indexOf('FROM') + 1;
    await goTo(page, line, column);
    await page.keyboard.type('FORM x ');
    await save(page);
    await until('the error on its word', async () => (await squiggles(page)).length > 0, 30_000);
    expect(await squiggles(page)).toEqual([{ severity: 'error', text: 'x' }]);
    expect((await problems(page)).join()).toContain('Encountered "x"');
    await statusItem(page, '1 error').waitFor();
    await screenshot(page, 'story-1-error');

    // Mended: the error is gone, the service names the tables.
    await goTo(page, line, column);
    for (let index = 0; index < 'FORM x '.length; index += 1) await page.keyboard.press('Delete');
    await save(page);
    await statusItem(page, 'Valid: 1 in, 1 out').waitFor({ timeout: 30_000 });
    expect(await squiggles(page)).toEqual([]);
    expect(await problems(page)).toEqual([]);

    // Deployed and started from the sidebar.
    await contextMenu(treeRow(page, 'hello_print'), 'Commit Job');
    await untilRowSays('committed');
    await contextMenu(treeRow(page, 'hello_print'), 'Start Job Now');
    await untilRowSays('running');

    // Watched in the panel: live numbers arrive in every chart.
    await contextMenu(treeRow(page, 'hello_print'), 'Show Instance Panel');
    const panel = await webview(page, 'h1', 'hello_print');
    await untilPanelSays(panel, 'running');
    await until(
      'points in the charts',
      async () => {
        const charts = panel.locator('blink-metric-chart');
        const counts = await charts.evaluateAll(all =>
          all.map(chart => Number((chart as HTMLElement).dataset['points'])),
        );
        return counts.length > 2 && counts.every(count => count > 1);
      },
      60_000,
    );
    await screenshot(page, 'story-2-running');

    // Paused, resumed and stopped from the panel; the sidebar follows.
    await press(panel, 'pause');
    await untilPanelSays(panel, 'paused');
    await untilRowSays('paused');
    await press(panel, 'resume');
    await untilPanelSays(panel, 'running');
    await untilRowSays('running');
    await press(panel, 'stop');
    await answerDialog(page, 'Stop');
    await untilPanelSays(panel, 'stopped');
    await untilRowSays('stopped');
    await screenshot(page, 'story-3-stopped');
  },
);

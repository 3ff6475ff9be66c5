import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  answerDialog,
  contextMenu,
  reveal,
  replaceText,
  runCommand,
  save,
  screenshot,
  setTheme,
  showView,
  tab,
  themeSetting,
  until,
  useEditor,
  visibleText,
  webview,
} from './harness.ts';

const SETTINGS = { ...themeSetting('light'), 'blink.metrics.intervalSeconds': 5 };
const RUNNING = ['Local service', 'retail_demo', '订单', '实时大屏', 'order_gmv_minute'];
const DRAFT = ['Local service', 'retail_demo', 'hello_print'];
const CHARTS = ['tps.rate sink.outTps.rate', 'delay', 'lastCheckpointDuration'];

/** Opens a job's panel from the sidebar; returns its page. */
async function openPanel(page: Page, path: readonly string[], title = 'Show Instance Panel'): Promise<Frame> {
  await showView(page, 'Blink');
  await contextMenu(await reveal(page, ...path), title);
  return panelOf(page, path.at(-1) ?? '');
}

function panelOf(page: Page, job: string): Promise<Frame> {
  return webview(page, 'blink-instance-header h1', job);
}

const chart = (panel: Frame, metric: string) => panel.locator(`blink-metric-chart[data-metric="${metric}"]`);

const phase = (panel: Frame, name: string) => panel.locator(`.badge.state[data-phase="${name}"]`);

/** How many numbers a chart shows. */
async function pointsOf(panel: Frame, metric: string): Promise<number> {
  return Number(await chart(panel, metric).getAttribute('data-points'));
}

function untilPoints(panel: Frame, metric: string, least: number): Promise<true | undefined> {
  return until(
    `${least} points of ${metric}`,
    async () => (await pointsOf(panel, metric)) >= least || undefined,
  );
}

/** The actions of the header, in their order. */
function actionsOf(panel: Frame): Promise<(string | null)[]> {
  return panel
    .locator('blink-instance-header [data-action]')
    .evaluateAll(buttons => buttons.map(button => button.getAttribute('data-action')));
}

const act = (panel: Frame, action: string) =>
  panel.locator(`blink-instance-header [data-action="${action}"]:not([disabled])`).click();

/** The page as the canvas of a chart has it: changes with every stroke and colour. */
const picture = (panel: Frame, metric: string) =>
  chart(panel, metric)
    .locator('canvas')
    .evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL());

/** Says a message to the page as its host would; it arrives where the host's arrive. */
const say = (panel: Frame, message: unknown) =>
  panel.evaluate(data => window.postMessage(data, '*'), message);

describe('the instance panel', () => {
  const editor = useEditor({ settings: SETTINGS });

  it('shows live charts of a running job, and says that they are simulated', async () => {
    const panel = await openPanel(editor.page, RUNNING);
    for (const metric of CHARTS) await untilPoints(panel, metric, 30);
    await until('pause and stop', async () => (await actionsOf(panel)).join() === 'pause,stop');
    await panel.locator('.badge.simulated').waitFor();
    const facts = await panel.locator('[data-fact] dd').allInnerTexts();
    expect(facts.slice(0, 2).join(' ')).toMatch(/Running.*\d\d:\d\d:\d\d/s);
    expect(await panel.locator('[data-fact="instance"] dd').innerText()).toMatch(/^\d+\s*$/);
    expect(await chart(panel, 'delay').locator('.legend b').innerText()).toMatch(/^[\d.]+ (ms|s|min)/);
    await screenshot(editor.page, 'instance-light');
  });

  it('asks for another time range and keeps refreshing', async () => {
    const panel = await panelOf(editor.page, 'order_gmv_minute');
    await panel.locator('blink-range-picker label').first().click();
    await until('five minutes of points', async () => {
      const count = await pointsOf(panel, 'delay');
      return count > 20 && count <= 61;
    });
    const updated = panel.locator('blink-chart-bar .age');
    const before = await updated.innerText();
    await until('the next refresh', async () => (await updated.innerText()) !== before);
  });

  it('adds the chart of a metric that is ticked, and has it when it is opened again', async () => {
    const { page } = editor;
    const panel = await panelOf(page, 'order_gmv_minute');
    await panel.locator('blink-metric-picker vscode-button').first().click();
    await panel.locator('blink-metric-picker input[type=search]').fill('state size');
    await panel.locator('blink-metric-picker input[value="state.state_size"]').check();
    await screenshot(page, 'instance-metrics');
    await page.keyboard.press('Escape');
    await untilPoints(panel, 'state.state_size', 20);
    expect(await chart(panel, 'state.state_size').locator('.legend b').innerText()).toMatch(/ [KMGT]?B$/);
    await runCommand(page, 'View: Close Editor');
    await untilPoints(await openPanel(page, RUNNING), 'state.state_size', 20);
  });

  it('comes back with its job and time range after a reload of the window', async () => {
    const { page } = editor;
    // The command, and not the browser's reload: the workbench writes down its editors on the way.
    const loaded = page.waitForEvent('load');
    await runCommand(page, 'Developer: Reload Window');
    await loaded;
    const panel = await panelOf(page, 'order_gmv_minute');
    await untilPoints(panel, 'delay', 20);
    expect(await panel.locator('blink-range-picker input:checked').getAttribute('value')).toBe('300');
  });

  it('moves the crosshairs of all charts together, by keyboard too', async () => {
    const { page } = editor;
    const panel = await panelOf(page, 'order_gmv_minute');
    await untilPoints(panel, 'delay', 20);
    // By a press into the page, as a person does: what the workbench opens itself it gives the keyboard once more, a
    // moment later, which takes the crosshair away.
    await panel.locator('blink-instance-header h1').click();
    const plot = chart(panel, 'delay').locator('.plot');
    const timeIn = async (metric: string) =>
      /^\d\d:\d\d:\d\d/.exec(
        (await chart(panel, metric).locator('.plot').getAttribute('aria-valuetext')) ?? '',
      )?.[0];
    await plot.focus();
    await page.keyboard.press('ArrowLeft');
    await until('the crosshair', async () => (await timeIn('delay')) !== undefined);
    await page.keyboard.press('PageDown');
    // Keys and charts are not in step with this test: both are read until they agree.
    await until('the same time in all charts', async () => {
      const [first, ...others] = await Promise.all(CHARTS.map(timeIn));
      return first !== undefined && others.every(other => other === first);
    });
    await chart(panel, 'delay').locator('.plot').hover();
    await chart(panel, 'delay').locator('.tooltip').waitFor();
  });

  it('follows the theme, canvases too', async () => {
    const { page } = editor;
    const panel = await panelOf(page, 'order_gmv_minute');
    // Hold the charts, so that only the colours can change the picture.
    await panel.locator('blink-chart-bar .refresh vscode-toolbar-button').click();
    await panel.locator('blink-chart-bar').getByText('Refreshing paused').waitFor();
    const light = await picture(panel, 'delay');
    await setTheme(editor, 'dark');
    await until('another picture', async () => (await picture(panel, 'delay')) !== light);
    await panel.locator('blink-chart-bar .refresh vscode-toolbar-button').click();
    await panel.locator('blink-chart-bar').getByText('Updated').waitFor();
    await screenshot(page, 'instance-dark');
    await setTheme(editor, 'light');
  });

  it('offers what fits the state through pause, resume, stop and start', async () => {
    const { page } = editor;
    const panel = await panelOf(page, 'order_gmv_minute');
    const id = () => panel.locator('[data-fact="instance"] dd').innerText();
    const first = await id();
    await act(panel, 'pause');
    await phase(panel, 'paused').waitFor();
    await until('resume and stop', async () => (await actionsOf(panel)).join() === 'resume,stop');
    await panel.locator('blink-empty-state[data-phase="paused"]').waitFor();
    await screenshot(page, 'instance-paused');
    await act(panel, 'resume');
    await phase(panel, 'running').waitFor();
    await until('a new instance', async () => (await id()) !== first);
    await act(panel, 'stop');
    await answerDialog(page, 'Stop');
    await phase(panel, 'stopped').waitFor();
    await until('what fits', async () => (await actionsOf(panel)).join() === 'start,startFrom,offline');
    await screenshot(page, 'instance-stopped');
    await act(panel, 'startFrom');
    await page.locator('.quick-input-widget').getByText('One hour ago').waitFor();
    await page.keyboard.press('Escape');
    await until('buttons again', async () => (await panel.locator('[data-action][disabled]').count()) === 0);
    await act(panel, 'offline');
    await answerDialog(page, 'Take Offline');
    await phase(panel, 'draft').waitFor();
    await panel.locator('blink-empty-state [data-action="commit"]:not([disabled])').click();
    // Its last instance is known again.
    await phase(panel, 'stopped').waitFor();
    await panel.locator('blink-empty-state [data-action="start"]').click();
    await phase(panel, 'running').waitFor();
    await until('pause and stop', async () => (await actionsOf(panel)).join() === 'pause,stop');
    await untilPoints(panel, 'delay', 1);
  });

  it('opens the code of its job', async () => {
    const { page } = editor;
    const panel = await panelOf(page, 'order_gmv_minute');
    await panel.locator('blink-instance-header [data-do="open-code"]').click();
    await tab(page, 'order_gmv_minute.sql').waitFor();
    await until('its text', async () => (await visibleText(page)).includes('CREATE TABLE'));
    await runCommand(page, 'View: Close Editor');
  });

  it('says what to do about a draft', async () => {
    const panel = await openPanel(editor.page, DRAFT);
    await panel.locator('blink-empty-state[data-phase="draft"] [data-action="commit"]').waitFor();
    await until('only commit', async () => (await actionsOf(panel)).join() === 'commit');
    await screenshot(editor.page, 'instance-draft');
  });

  it('has one panel per job', async () => {
    await openPanel(editor.page, RUNNING);
    expect(await tab(editor.page, 'order_gmv_minute').count()).toBe(1);
  });

  it('keeps the last data under a banner while the service does not answer, and recovers by Retry', async () => {
    const panel = await panelOf(editor.page, 'order_gmv_minute');
    await untilPoints(panel, 'delay', 1);
    const note = join(
      editor.folder,
      'data/User/globalStorage/blink-sql.blink-sql/local-service/service.json',
    );
    const { pid } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number };
    process.kill(pid, 'SIGSTOP');
    try {
      await panel.locator('blink-notice[data-failure="offline"]').first().waitFor({ timeout: 90_000 });
      expect(await pointsOf(panel, 'delay')).toBeGreaterThan(0);
      await screenshot(editor.page, 'instance-offline');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await panel.locator('blink-notice [data-do="retry"]').first().click();
    await panel.locator('blink-notice').first().waitFor({ state: 'detached' });
  }, 150_000);

  it('shows hostile errors and tags as text, runs none of them, and drops malformed messages', async () => {
    const panel = await panelOf(editor.page, 'order_gmv_minute');
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const status = {
      phase: 'failed',
      actions: [],
      isBatch: false,
      isDataStream: false,
      isSimulated: true,
      checkedAt: 1,
    };
    await say(panel, {
      type: 'status',
      status: { ...status, phase: '<b>', lastError: { message: 'malformed' } },
    });
    await say(panel, {
      type: 'status',
      status: { ...status, starter: hostile, lastError: { message: hostile } },
    });
    await panel.locator('blink-last-error summary').click();
    expect(await panel.locator('blink-last-error pre').innerText()).toBe(hostile);
    expect(await panel.locator('[data-fact="starter"] dd').innerText()).toContain(hostile);
    expect(await panel.locator('img').count()).toBe(0);
    expect(await panel.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('shows a hostile job name as text, in its tab, its title and the error that it is not there', async () => {
    const { page } = editor;
    const job = '<img src=x onerror="window.hacked=1">';
    await runCommand(page, 'Preferences: Open Keyboard Shortcuts (JSON)');
    await tab(page, 'keybindings.json').waitFor();
    const args = { connection: 'local', project: 'retail_demo', job };
    await replaceText(page, JSON.stringify([{ key: 'ctrl+alt+9', command: 'blink.instance.show', args }]));
    await save(page);
    // The keys are taken up a moment after the file was saved; pressing them again does no harm.
    await until('the panel by its keys', async () => {
      await page.keyboard.press('Control+Alt+9');
      return (await tab(page, job).count()) > 0;
    });
    const panel = await panelOf(page, job);
    expect(await panel.locator('blink-instance-header h1').innerText()).toBe(job);
    const notice = panel.locator('blink-notice[data-failure]');
    await notice.waitFor();
    expect(await notice.innerText()).toContain(job);
    await tab(page, job).waitFor();
    expect(await panel.locator('img').count()).toBe(0);
    expect(await panel.evaluate(() => 'hacked' in window)).toBe(false);
    await screenshot(page, 'instance-hostile');
  });
});

describe('the instance panel in Chinese', () => {
  const editor = useEditor({ settings: SETTINGS, language: 'zh-cn' });

  it('speaks Chinese, also where it is narrow', async () => {
    const { page } = editor;
    const panel = await openPanel(page, ['本地服务', ...RUNNING.slice(1)], '显示实例面板');
    for (const metric of CHARTS) await untilPoints(panel, metric, 30);
    const parts = await panel
      .locator('blink-instance-header, blink-instance-facts dl, blink-chart-bar h2, .age, h3')
      .allInnerTexts();
    const words = parts.join(' ');
    expect(words).toContain('期望状态');
    expect(words).toContain('业务延时');
    expect(words).not.toMatch(/Running|Updated|Metrics|Last error|Started/);
    await page.keyboard.press('Control+B');
    await screenshot(page, 'instance-zh');
    await page.setViewportSize({ width: 560, height: 1200 });
    await panel.locator('blink-metric-chart').first().hover();
    await screenshot(page, 'instance-zh-narrow');
  });
});

/** What the sidebar shows, and what it offers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerInput,
  closeEditors,
  contextMenuTitles,
  expand,
  inlineAction,
  pick,
  quickInput,
  rowDescription,
  runCommand,
  screenshot,
  setTheme,
  startLocalService,
  treeRow,
  treeRows,
  until,
  useEditor,
  visibleText,
  type LocalService,
} from '../harness.ts';
import type { JobName } from '../../../src/services/model.ts';
import { connect, PROJECT, Witness } from './room.ts';

const editor = useEditor();
let service: LocalService;
let witness: Witness;

beforeAll(async () => {
  service = await startLocalService('sample');
  witness = new Witness(service);
  await connect(editor, service);
});
afterAll(() => service.stop());

const labels = async () => (await treeRows(editor.page).locator('.label-name').allInnerTexts()).slice(3);
const described = (name: string, words: string) =>
  until(`${name}: ${words}`, async () =>
    (await rowDescription(treeRow(editor.page, name)).innerText()).startsWith(words),
  );
const selected = () =>
  editor.page.locator('.part.sidebar .monaco-list-row.selected .label-name').allInnerTexts();

it('shows the state of each job in words that match the service', async () => {
  const { page } = editor;
  for (const folder of ['用户行为', '订单', '风控']) await expand(treeRow(page, folder));
  await described('hello_print', 'draft');
  await described('user_active_hour', 'running');
  await described('page_view_latest', 'paused');
  await described('order_wide_table', 'committed');
  await described('risk_device_score', 'stopped');
  expect(await witness.state('user_active_hour')).toBe('RUNNING');
  expect(await witness.state('page_view_latest')).toBe('PAUSED');
});

it('shows packages, and queues with what is used', async () => {
  const { page } = editor;
  await expand(treeRow(page, 'Packages'));
  await described('login-udf-1.0.3.jar', 'JAR');
  await expand(treeRow(page, 'Queues'));
  await until('the resources', async () =>
    /\d.* \/ \d.* cores · \d.* \/ \d.* GB/.test(
      await rowDescription(treeRow(page, 'root.retail_demo')).innerText(),
    ),
  );
  await setTheme(editor, 'light');
  await screenshot(page, 'explorer-light');
  await setTheme(editor, 'dark');
  await screenshot(page, 'explorer-dark');
});

it('offers only what fits the state', async () => {
  const { page } = editor;
  const run = [
    'Start Job Now',
    'Pause Job',
    'Resume Job',
    'Stop Job',
    'Take Job Offline',
    'Delete Job',
    'Rename Job...',
  ];
  const offered = async (name: string) => {
    const titles = await contextMenuTitles(treeRow(page, name));
    return run.filter(title => titles.includes(title));
  };
  expect(await offered('hello_print')).toEqual(['Delete Job', 'Rename Job...']);
  expect(await offered('order_wide_table')).toEqual(['Start Job Now', 'Take Job Offline']);
  expect(await offered('user_active_hour')).toEqual(['Pause Job', 'Stop Job']);
  expect(await offered('page_view_latest')).toEqual(['Resume Job', 'Stop Job']);
});

it('tells more in a tooltip, and takes hostile text as text', async () => {
  const { page } = editor;
  const description = '<img src=x onerror=alert(1)> [a](command:blink.x) https://evil.test $(trash) **b**';
  await witness.service.updateJob(PROJECT, 'user_active_hour' as JobName, { description });
  await inlineAction(treeRow(page, PROJECT), 'Refresh');
  const hover = page.locator('.monaco-hover').filter({ hasText: 'onerror' });
  const name = treeRow(page, 'user_active_hour').locator('.label-name');
  await until('the tooltip', async () => {
    // The mouse has to come upon the row and to move there: being put there is not enough.
    await page.mouse.move(900, 600);
    for (const x of [12, 16, 20]) await name.hover({ position: { x, y: 8 } });
    return hover.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  });
  expect(await hover.innerText()).toContain('State: running');
  expect(await hover.innerText()).toContain(description);
  expect(await hover.locator('img, a, .codicon-trash').count()).toBe(0);
  await page.keyboard.press('Escape');
});

it('has labels for screen readers', async () => {
  expect(await treeRow(editor.page, 'user_active_hour').getAttribute('aria-label')).toContain(
    'Job user_active_hour, running',
  );
});

describe('the filter', () => {
  it('follows the typing, finds Chinese and folders that are closed, and goes away', async () => {
    const { page } = editor;
    await treeRow(page, 'hello_print').click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+Alt+F');
    await quickInput(page).waitFor();
    await page.keyboard.type('GMV');
    await until('the match', async () => (await labels()).join() === '订单,实时大屏,order_gmv_minute');
    expect(await treeRow(page, 'order_gmv_minute').locator('.highlight').innerText()).toBe('gmv');
    await screenshot(page, 'explorer-filter');
    await page.keyboard.press('Enter');
    await runCommand(page, 'Blink: Clear the Filter');
    await treeRow(page, 'hello_print').waitFor();
    await runCommand(page, 'Blink: Filter Jobs');
    await answerInput(page, '实时');
    await until('the folder', async () => (await labels()).join() === '订单,实时大屏');
  });

  it('says that nothing matches, and a click clears it', async () => {
    const { page } = editor;
    await runCommand(page, 'Blink: Filter Jobs');
    await answerInput(page, 'no_such_job');
    await treeRow(page, 'No match: clear the filter').click();
    await treeRow(page, 'hello_print').waitFor();
  });

  it('is taken back by Escape', async () => {
    const { page } = editor;
    await runCommand(page, 'Blink: Filter Jobs');
    await quickInput(page).fill('risk');
    await treeRow(page, 'hello_print').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await treeRow(page, 'hello_print').waitFor();
  });
});

it('opens a job by keyboard, and selects the row of the document that is shown', async () => {
  const { page } = editor;
  await treeRow(page, 'hello_print').click({ modifiers: ['Control'] });
  await runCommand(page, 'Blink: Open Job');
  await pick(page, 'Staging');
  await pick(page, 'risk_login_pattern');
  await until('its row', async () => (await selected()).includes('risk_login_pattern'));
  await treeRow(page, 'hello_print').click();
  // Its own document, not just any text: the one before is still there while this one is being read.
  await page.locator('.tab.active', { hasText: 'hello_print' }).waitFor();
  await until(
    'the document',
    async () => (await visibleText(page)).length > 0 && (await selected()).join() === 'hello_print',
  );
  await page.locator('.tab', { hasText: 'risk_login_pattern' }).click();
  await until('its row again', async () => (await selected()).join() === 'risk_login_pattern');
  await closeEditors(page);
});

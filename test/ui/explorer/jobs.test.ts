/** What is done to jobs and folders from the sidebar; the service itself is asked what came of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  answerDialog,
  answerInput,
  answerNotification,
  closeEditors,
  dialogText,
  expand,
  inlineAction,
  inputMessage,
  notification,
  pick,
  quickInput,
  quickRows,
  rowDescription,
  runCommand,
  screenshot,
  startLocalService,
  tab,
  treeRow,
  until,
  useEditor,
  visibleText,
  type LocalService,
} from '../harness.ts';
import { choose, connect, PROJECT, tidy, Witness } from './room.ts';
import type { FolderPath } from '../../../src/services/model.ts';

const editor = useEditor({ settings: { 'blink.poll.intervalSeconds': 1 } });
let service: LocalService;
let witness: Witness;

beforeAll(async () => {
  service = await startLocalService('sample');
  witness = new Witness(service);
  await witness.drafts('many_1', 'many_2', 'many_3', 'moved_1', 'moved_2', 'old_name', 'cycle');
  await connect(editor, service);
});
afterAll(() => service.stop());
afterEach(() => tidy(editor));

const row = (name: string) => treeRow(editor.page, name);
const described = (name: string, words: string) =>
  until(`${name}: ${words}`, async () => (await rowDescription(row(name)).innerText()).startsWith(words));

describe('the life of a job', () => {
  it('is committed and started from its row', async () => {
    await inlineAction(row('cycle'), 'Commit Job');
    await described('cycle', 'committed');
    expect((await witness.job('cycle'))?.isCommitted).toBe(true);
    await inlineAction(row('cycle'), 'Start Job Now');
    await witness.untilState('cycle', 'RUNNING');
    await described('cycle', 'running');
  });

  it('is paused and resumed with the keys of the tree', async () => {
    const { page } = editor;
    await row('cycle').click();
    await tab(page, 'cycle.sql').waitFor();
    await page.keyboard.press('Control+Alt+J');
    await page.keyboard.press('P');
    await witness.untilState('cycle', 'PAUSED');
    await described('cycle', 'paused');
    await choose(row('cycle'), 'Resume Job');
    await witness.untilState('cycle', 'RUNNING');
    await described('cycle', 'running');
  });

  it('is not taken offline while it runs: the palette says why', async () => {
    await runCommand(editor.page, 'Blink: Take Job Offline');
    await notification(editor.page, 'has an instance that waits, runs or is paused').waitFor();
    expect((await witness.job('cycle'))?.isCommitted).toBe(true);
  });

  it('is stopped after a question', async () => {
    const { page } = editor;
    await choose(row('cycle'), 'Stop Job');
    expect(await dialogText(page)).toContain('Stop “cycle”?');
    await screenshot(page, 'explorer-stop');
    await answerDialog(page, 'Cancel');
    expect(await witness.state('cycle')).toBe('RUNNING');
    await choose(row('cycle'), 'Stop Job');
    await answerDialog(page, 'Stop');
    await witness.untilState('cycle', 'TERMINATED');
    await described('cycle', 'stopped');
  });

  it('is started from a time that is checked while it is typed', async () => {
    const { page } = editor;
    await choose(row('cycle'), 'Start Job from a Time...');
    await quickRows(page).filter({ hasText: 'One hour ago' }).waitFor();
    await screenshot(page, 'explorer-start');
    await pick(page, 'From a time');
    await quickInput(page).fill('2099-01-01');
    await inputMessage(page).getByText('in the future').waitFor();
    await quickInput(page).fill('2h');
    await inputMessage(page).getByText('2 h ago').waitFor();
    await page.keyboard.press('Enter');
    await witness.untilState('cycle', 'RUNNING');
    await choose(row('cycle'), 'Stop Job');
    await answerDialog(page, 'Stop');
    await witness.untilState('cycle', 'TERMINATED');
  });

  it('says that it was changed since the commit, and is taken offline', async () => {
    const { page } = editor;
    const code = (await witness.job('cycle'))?.code ?? '';
    await witness.service.updateJob(PROJECT, 'cycle' as never, { code: `${code}\n-- more\n` });
    await inlineAction(row(PROJECT), 'Refresh');
    await until('the words', async () =>
      (await rowDescription(row('cycle')).innerText()).includes('changed since commit'),
    );
    await choose(row('cycle'), 'Take Job Offline');
    await answerDialog(page, 'Take Offline');
    await described('cycle', 'draft');
    expect((await witness.job('cycle'))?.isCommitted).toBe(false);
  });
});

describe('several jobs at once', () => {
  const select = async () => {
    await row('many_1').click();
    await tab(editor.page, 'many_1.sql').waitFor();
    await row('many_2').click({ modifiers: ['Control'] });
    await row('many_3').click({ modifiers: ['Control'] });
  };

  it('are committed, and those that do not fit are named', async () => {
    const { page } = editor;
    await witness.service.commitJob(PROJECT, 'many_2' as never);
    await witness.service.startJob(PROJECT, 'many_2' as never, undefined);
    await witness.untilState('many_2', 'RUNNING');
    await select();
    await choose(row('many_3'), 'Commit Job');
    await described('many_1', 'committed');
    await described('many_3', 'committed');
    await choose(row('many_3'), 'Start Job Now');
    await witness.untilState('many_1', 'RUNNING');
    await witness.untilState('many_3', 'RUNNING');
    await notification(page, 'Start: 2 of 3 jobs done, 1 not.').waitFor();
    await answerNotification(page, 'Start: 2 of 3 jobs done', 'Show Details');
    expect(await dialogText(page)).toContain('“many_2” has an instance that waits, runs or is paused');
    await screenshot(page, 'explorer-summary');
    await page.keyboard.press('Escape');
  });

  it('are stopped, taken offline and deleted after one question each; the deletion can be undone', async () => {
    const { page } = editor;
    const code = (await witness.job('many_1'))?.code;
    await select();
    await choose(row('many_3'), 'Stop Job');
    expect(await dialogText(page)).toMatch(/Stop 3 jobs\?[^]*many_1[^]*many_2[^]*many_3/);
    await answerDialog(page, 'Stop');
    for (const name of ['many_1', 'many_2', 'many_3']) await witness.untilState(name, 'TERMINATED');
    await described('many_3', 'stopped');
    await choose(row('many_3'), 'Take Job Offline');
    await answerDialog(page, 'Take Offline');
    await described('many_3', 'draft');
    await select();
    await page.keyboard.press('Delete');
    expect(await dialogText(page)).toMatch(/Delete 3 drafts\?[^]*many_1[^]*many_2[^]*many_3/);
    await answerDialog(page, 'Delete');
    await row('many_1').waitFor({ state: 'detached' });
    await until('the end of the last', async () => (await witness.job('many_3')) === undefined);
    await answerNotification(page, 'Deleted: 3 jobs', 'Undo');
    await row('many_1').waitFor();
    await until('its code', async () => (await witness.job('many_1'))?.code === code);
    await closeEditors(page);
  });
});

it('creates a job from a template, under a name that is checked while it is typed', async () => {
  const { page } = editor;
  await inlineAction(row('风控'), 'New Job');
  await quickRows(page).first().waitFor();
  await screenshot(page, 'explorer-templates');
  await pick(page, 'Tumbling window');
  await quickInput(page).fill('a/b');
  await inputMessage(page).getByText('A name cannot contain').waitFor();
  await quickInput(page).fill('hello_print');
  await inputMessage(page).getByText('“hello_print” exists already.').waitFor();
  await answerInput(page, '窗口_test');
  await tab(page, '窗口_test.sql').waitFor();
  await until('its text', async () => (await visibleText(page)).includes('TUMBLE'));
  expect(await witness.folderOf('窗口_test')).toBe('/风控');
  await row('窗口_test').waitFor();
  await closeEditors(page);
});

it('duplicates a job', async () => {
  const { page } = editor;
  await choose(row('hello_print'), 'Duplicate Job...');
  await quickInput(page).waitFor();
  expect(await quickInput(page).inputValue()).toBe('hello_print_copy');
  await page.keyboard.press('Enter');
  await tab(page, 'hello_print_copy.sql').waitFor();
  expect((await witness.job('hello_print_copy'))?.code).toBe((await witness.job('hello_print'))?.code);
  await closeEditors(page);
});

it('renames a draft as a copy and a deletion, and says so before', async () => {
  const { page } = editor;
  const code = (await witness.job('old_name'))?.code;
  // A second press would go to the text.
  await row('old_name').click();
  await tab(page, 'old_name.sql').waitFor();
  await page.keyboard.press('F2');
  await answerInput(page, 'new_name');
  expect(await dialogText(page)).toContain('The service cannot rename a job.');
  await screenshot(page, 'explorer-rename');
  await answerDialog(page, 'Copy and Delete');
  await row('new_name').waitFor();
  await tab(page, 'new_name.sql').waitFor();
  await until('the end of the old one', async () => (await witness.job('old_name')) === undefined);
  expect((await witness.job('new_name'))?.code).toBe(code);
  await closeEditors(page);
});

describe('moving', () => {
  it('takes several rows by drag and drop, and can be undone', async () => {
    const { page } = editor;
    await row('moved_1').click();
    await tab(page, 'moved_1.sql').waitFor();
    await row('moved_2').click({ modifiers: ['Control'] });
    await row('moved_2').dragTo(row('订单'));
    await notification(page, 'Moved 2 items to /订单.').waitFor();
    expect([await witness.folderOf('moved_1'), await witness.folderOf('moved_2')]).toEqual([
      '/订单',
      '/订单',
    ]);
    await answerNotification(page, 'Moved 2 items', 'Undo');
    await row('moved_1').waitFor();
    await until('its folder', async () => (await witness.folderOf('moved_1')) === '/');
    await closeEditors(page);
  });

  it('takes a folder with all that is in it, by the menu', async () => {
    const { page } = editor;
    await expand(row('订单'));
    await choose(row('实时大屏'), 'Move to...');
    await pick(page, '/风控');
    await notification(page, 'Moved “实时大屏” to /风控.').waitFor();
    expect(await witness.folderOf('order_gmv_minute')).toBe('/风控/实时大屏');
  });
});

describe('folders', () => {
  it('are created and renamed', async () => {
    const { page } = editor;
    await inlineAction(row(PROJECT), 'New Folder');
    await answerInput(page, '新文件夹');
    await row('新文件夹').waitFor();
    await row('新文件夹').click();
    await row('No jobs yet: create one...').waitFor();
    await page.keyboard.press('F2');
    await answerInput(page, '改名');
    await row('改名').waitFor();
    expect(await witness.service.getFolder(PROJECT, '/改名' as FolderPath)).toBeDefined();
  });

  it('are deleted when they are empty; else the service says why not', async () => {
    const { page } = editor;
    await choose(row('改名'), 'Delete Folder');
    await answerDialog(page, 'Delete');
    await row('改名').waitFor({ state: 'detached' });
    await choose(row('风控'), 'Delete Folder');
    await answerDialog(page, 'Delete');
    await notification(page, /not empty|FolderNotEmpty|holds/i).waitFor();
    await row('风控').waitFor();
  });
});

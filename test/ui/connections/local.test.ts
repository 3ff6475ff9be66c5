/** The local service as the editor keeps it: lazily started, brought back after a crash, gone with the editor. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerDialog,
  dialogText,
  expand,
  inlineAction,
  notification,
  openEditor,
  reveal,
  runCommand,
  screenshot,
  showView,
  treeRow,
  until,
  type Editor,
} from '../harness.ts';

let editor: Editor;
let isOpen = false;

beforeAll(async () => {
  editor = await openEditor({ language: 'zh-cn' });
  isOpen = true;
}, 120_000);
afterAll(async () => {
  if (isOpen) await editor.close();
});

/** Process ids of the local services whose data are in this editor's folder. */
function services(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      const line = commandLine(pid);
      return line.includes('local-service.mjs') && line.includes(editor.folder);
    })
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It ended in between.
  }
}

it('does not run before the sidebar is looked at', async () => {
  const { page } = editor;
  // A command makes sure that the extension runs.
  await runCommand(page, 'Blink: 显示日志');
  await page.locator('.part.panel').waitFor();
  expect(services()).toEqual([]);
  await runCommand(page, 'View: Toggle Panel Visibility');
});

it('starts when its connection is shown, with the sample project and no key on its command line', async () => {
  const { page } = editor;
  await showView(page, 'Blink');
  await reveal(page, '本地服务', 'retail_demo');
  const pids = services();
  expect(pids).toHaveLength(1);
  expect(commandLine(String(pids[0]))).not.toContain('access-key');
  await screenshot(page, 'local-1-sidebar-chinese');
});

it('comes back after a crash and says so', async () => {
  const { page } = editor;
  const [pid = 0] = services();
  process.kill(pid, 'SIGKILL');
  await notification(page, '本地服务意外退出').waitFor();
  await screenshot(page, 'local-2-crash-chinese');
  await until('the next one', () => services().length === 1 && services()[0] !== pid);
  await inlineAction(treeRow(page, '本地服务'), '刷新');
  await expand(treeRow(page, 'retail_demo'));
  await treeRow(page, 'hello_print').waitFor();
});

it('is reset only after a question', async () => {
  const { page } = editor;
  await runCommand(page, '重置本地服务数据');
  expect(await dialogText(page)).toContain('要重置本地服务的数据吗？');
  await screenshot(page, 'local-3-reset-chinese');
  await answerDialog(page, 'Cancel');
  const [pid] = services();
  await runCommand(page, '重置本地服务数据');
  await answerDialog(page, '重置');
  await until('the next one', () => services().length === 1 && services()[0] !== pid);
  await reveal(page, '本地服务', 'retail_demo', 'hello_print');
});

it('is shared by two windows: one of them serves, each has a hold on it', async () => {
  const second = await editor.newWindow();
  await showView(second, 'Blink');
  await expand(await reveal(second, '本地服务', 'retail_demo'));
  await treeRow(second, 'hello_print').waitFor();
  expect(services()).toHaveLength(2);
  await second.close();
});

it('asks in Chinese for a new connection', async () => {
  const { page } = editor;
  await runCommand(page, 'Blink: 添加连接');
  await page.locator('.quick-input-widget').getByText('华东2（上海）').waitFor();
  await screenshot(page, 'local-4-add-chinese');
  await page.keyboard.press('Escape');
});

it('leaves no process behind when the editor ends', async () => {
  expect(services().length).toBeGreaterThan(0);
  await editor.close();
  isOpen = false;
  await until('its end', () => services().length === 0);
});

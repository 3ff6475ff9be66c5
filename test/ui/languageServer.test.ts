import { it } from 'vitest';
import { openJob } from './documentsRoom.ts';
import {
  answerNotification,
  notification,
  replaceText,
  runCommand,
  screenshot,
  squiggles,
  statusItem,
  themeSetting,
  until,
  useEditor,
} from './harness.ts';
import { crash, serverProcess } from './languageProcess.ts';

const editor = useEditor({ settings: themeSetting('dark') });

const FAULTY = `CREATE TABLE src (a VARCHAR) WITH (type = 'random');
CREATE TABLE dst (a VARCHAR) WITH (type = 'print');
INSERT INTO dst SELECT missing FROM src;`;

const underlined = async () => (await squiggles(editor.page)).map(({ text }) => text).join(' ');

it('finds a fault while it is typed, without a save', async () => {
  await openJob(editor.page);
  await replaceText(editor.page, FAULTY);
  await until('the underline', async () => (await underlined()) === 'missing');
});

it('says so when the server has crashed, and brings it back', async () => {
  const { page } = editor;
  await crash(editor);
  await statusItem(page, 'restarting').waitFor();
  await screenshot(page, 'language-server-restarting-dark');
  await statusItem(page, 'restarting').waitFor({ state: 'detached' });
  await until('the underline again', async () => (await underlined()) === 'missing');
});

it('stays down after too many crashes, says so and offers a restart', async () => {
  const { page } = editor;
  for (let crashes = 1; crashes < 6; crashes += 1) await crash(editor);
  await statusItem(page, 'server down').waitFor();
  await notification(page, 'too often').waitFor();
  await screenshot(page, 'language-server-down-dark');
  await until('no underline', async () => (await underlined()) === '');
  await answerNotification(page, 'too often', 'Restart');
  await statusItem(page, 'server down').waitFor({ state: 'detached' });
  await until('the underline again', async () => (await underlined()) === 'missing');
});

it('is restarted by command', async () => {
  const { page } = editor;
  const before = serverProcess(editor);
  await runCommand(page, 'Blink: Restart the Language Server');
  await until('another process', () => ![undefined, before].includes(serverProcess(editor)));
  await until('the underline again', async () => (await underlined()) === 'missing');
});

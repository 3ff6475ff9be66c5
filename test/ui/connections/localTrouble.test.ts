/** What is shown, and not done over and over, when the local service cannot start. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  contextMenuTitles,
  notification,
  runCommand,
  screenshot,
  showView,
  treeRow,
  until,
  useEditor,
} from '../harness.ts';

const editor = useEditor({ language: 'zh-cn' });
const FAILED = '本地服务未运行：重新启动';

const dataFolder = () => join(editor.folder, 'data/User/globalStorage/blink-sql.blink-sql/local-service');
/** A folder where the service wants its database. */
const obstacle = () => join(dataFolder(), 'store.sqlite');

/** How often the service was started, by the extension's log. */
function starts(): number {
  const logs = join(editor.folder, 'data', 'logs');
  const name = readdirSync(logs, { recursive: true, encoding: 'utf8' }).find(path =>
    path.endsWith('Blink SQL.log'),
  );
  const log = readFileSync(join(logs, name ?? ''), 'utf8');
  return log.match(/Local service: starting/g)?.length ?? 0;
}

it('says that the local service does not run, with what helps', async () => {
  const { page } = editor;
  mkdirSync(obstacle(), { recursive: true });
  await showView(page, 'Blink');
  const row = treeRow(page, FAILED);
  await row.waitFor();
  expect(await contextMenuTitles(row)).toEqual(['重试', '重启本地服务', '显示本地服务日志']);
});

it('tells a restart that fails in the language of the editor, and does not start it on and on', async () => {
  const { page } = editor;
  await treeRow(page, FAILED).click();
  await notification(page, '重启本地服务：本地服务未能启动').waitFor();
  await screenshot(page, 'local-failed-chinese');
  // For the first rows (once or twice: they are asked for again while they are being read) and for the restart.
  expect(starts()).toBeLessThanOrEqual(3);
});

it('shows its projects after a retry, once it can start', async () => {
  const { page } = editor;
  rmdirSync(obstacle());
  const row = treeRow(page, FAILED);
  await row.hover();
  await row.locator('.actions .action-label[aria-label^="重试"]').click();
  await treeRow(page, 'retail_demo').waitFor();
});

it('names the file to delete when its access key cannot be read, and is well again without it', async () => {
  const { page } = editor;
  const file = join(dataFolder(), 'access-key.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'spoilt');
  await runCommand(page, '重启本地服务');
  const notice = notification(page, '无法读取');
  await notice.waitFor();
  expect(await notice.innerText()).toContain('local-service/access-key.json');
  await screenshot(page, 'local-bad-key-chinese');
  rmSync(file);
  await runCommand(page, '重启本地服务');
  await until('a new key', () => existsSync(file));
  await treeRow(page, 'retail_demo').waitFor();
});

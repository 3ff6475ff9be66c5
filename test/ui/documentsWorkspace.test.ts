import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, it } from 'vitest';
import { FILE } from './documentsRoom.ts';
import {
  expandTo,
  pick,
  runCommand,
  screenshot,
  showView,
  tab,
  treeRow,
  until,
  useEditor,
} from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'blink-workspace-'));
// A workspace of several folders from the start. From a single folder the editor has to make a workspace and to load its
// page anew, and in a browser it sometimes leaves before it has written that workspace down: it comes back empty.
const workspace = join(folder, 'demo.code-workspace');
mkdirSync(join(folder, 'scripts'));
writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'scripts' }] }));
const editor = useEditor({ folder: workspace });

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('adds a project to the workspace as a folder, which is there again after a restart', async () => {
  const { page } = editor;
  await runCommand(page, 'Blink: Add Project to Workspace');
  await pick(page, 'retail_demo');
  await showView(page, 'Explorer');
  const root = treeRow(page, 'retail_demo (Local service)');
  await root.waitFor({ timeout: 60_000 });
  await expandTo(root, treeRow(page, FILE));
  await treeRow(page, '订单').waitFor();
  await screenshot(page, 'documents-workspace-folder');

  await until('it is written down', () => readFileSync(workspace, 'utf8').includes('blink:/'));
  await editor.reload();
  await showView(page, 'Explorer');
  await root.waitFor();
  await expandTo(root, treeRow(page, FILE));
  await treeRow(page, FILE).dblclick();
  await tab(page, FILE).waitFor();
});

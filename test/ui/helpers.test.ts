import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  answerDialog,
  answerNotification,
  closeEditors,
  contextMenu,
  contextMenuTitles,
  dialogText,
  goTo,
  isDirty,
  problems,
  quickOpen,
  replaceText,
  reveal,
  runCommand,
  save,
  showView,
  squiggles,
  statusItem,
  tab,
  treeRow,
  until,
  useEditor,
  visibleText,
  webview,
  wholeText,
} from './harness.ts';

/** The helpers are proven on VS Code's own parts, so that a failing feature test accuses the feature. */
const folder = mkdtempSync(join(tmpdir(), 'blink-sql-folder-'));
mkdirSync(join(folder, 'inner'));
writeFileSync(join(folder, 'inner', 'note.md'), '# A heading\n');
writeFileSync(
  join(folder, 'long.txt'),
  Array.from({ length: 500 }, (_, line) => `line ${line + 1}`).join('\n'),
);
writeFileSync(join(folder, 'style.css'), 'a { colr: red; }\n');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const editor = useEditor({ folder });

describe('the helpers', () => {
  it('walk through a tree and open its context menu', async () => {
    const { page } = editor;
    await showView(page, 'Explorer');
    const note = await reveal(page, 'inner', 'note.md');
    expect(await contextMenuTitles(note)).toContain('Rename...');
    await contextMenu(note, 'Rename...');
    await page.locator('.part.sidebar .monaco-list-row input').fill('renamed.md');
    await page.keyboard.press('Enter');
    await treeRow(page, 'renamed.md').waitFor();
  });

  it('read, replace and save a text', async () => {
    const { page } = editor;
    await quickOpen(page, 'long.txt');
    await tab(page, 'long.txt').waitFor();
    expect(await visibleText(page)).toMatch(/^line 1\nline 2\n/);
    expect((await wholeText(page)).split('\n')).toHaveLength(500);
    await replaceText(page, 'one\n  (two\nthree');
    expect(await isDirty(page, 'long.txt')).toBe(true);
    await save(page);
    expect(await isDirty(page, 'long.txt')).toBe(false);
    expect(await wholeText(page)).toBe('one\n  (two\nthree');
    await goTo(page, 2, 4);
    await statusItem(page, 'Ln 2, Col 4').waitFor();
  });

  it('read wavy underlines and problems', async () => {
    const { page } = editor;
    await quickOpen(page, 'style.css');
    await tab(page, 'style.css').waitFor();
    const [first] = await until('a squiggle', async () => {
      const seen = await squiggles(page);
      return seen.length > 0 && seen;
    });
    expect(first).toEqual({ severity: 'warning', text: 'colr' });
    const rows = await until('a problem', async () => {
      const seen = await problems(page);
      return seen.length > 0 && seen;
    });
    expect(rows[0]).toContain('colr');
  });

  it('answer dialogs and see notifications', async () => {
    const { page } = editor;
    await quickOpen(page, 'long.txt');
    await replaceText(page, 'unsaved');
    await runCommand(page, 'View: Close Editor');
    expect(await dialogText(page)).toContain('Do you want to save the changes');
    await answerDialog(page, "Don't Save");
    await tab(page, 'long.txt').waitFor({ state: 'detached' });

    await quickOpen(page, 'style.css');
    await replaceText(page, 'b { color: red; }');
    writeFileSync(join(folder, 'style.css'), '/* changed by somebody else */ c {}');
    await page.keyboard.press('Control+S');
    await answerNotification(page, 'The content of the file is newer', 'Overwrite');
    await until('the end of the conflict', async () => !(await isDirty(page, 'style.css')));
    expect(readFileSync(join(folder, 'style.css'), 'utf8')).toBe('b { color: red; }');
  });

  it('find the webview by what it shows', async () => {
    const { page } = editor;
    await quickOpen(page, 'renamed.md');
    await runCommand(page, 'Markdown: Open Preview');
    const frame = await webview(page, 'h1', 'A heading');
    expect(await frame.locator('h1').innerText()).toBe('A heading');
    await closeEditors(page);
  });
});

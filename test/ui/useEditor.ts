import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { root } from '../../scripts/bootstrap/paths.mjs';
import { openEditor, type Editor, type EditorOptions } from './editor.ts';
import { screenshot } from './screenshots.ts';

const START_LIMIT_MS = 240_000;

/** Keeps the server's log and the logs of the editor and its extensions. */
function keepLogs(editor: Editor, name: string): void {
  const folder = join(root, 'test-results', 'logs', name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(editor.folder, 'data', 'server.log'), join(folder, 'server.log'));
  cpSync(join(editor.folder, 'data', 'logs'), folder, { recursive: true });
}

/**
 * One editor for the tests of a file (or of a `describe`): started before them, ended after them; a failed test leaves
 * a picture and the logs. The result may be used inside of tests and hooks only.
 */
export function useEditor(options: EditorOptions = {}): Editor {
  let editor: Editor | undefined;
  beforeAll(async () => {
    editor = await openEditor(options);
  }, START_LIMIT_MS);
  afterEach(async ({ task }) => {
    if (!editor || task.result?.state !== 'fail') return;
    const name = `failed-${task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}`;
    await screenshot(editor.page, name);
    keepLogs(editor, name);
  });
  afterAll(async () => {
    await editor?.close();
  });
  const running = () => {
    if (!editor) throw new Error('The editor is there only while tests and their hooks run.');
    return editor;
  };
  return {
    get page() {
      return running().page;
    },
    get context() {
      return running().context;
    },
    get server() {
      return running().server;
    },
    get folder() {
      return running().folder;
    },
    newWindow: folder => running().newWindow(folder),
    reload: () => running().reload(),
    close: () => running().close(),
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { pack } from '../../scripts/package/pack.ts';
import { startServer, type Server } from '../../scripts/workbench/server.ts';
import { openBrowser, openWindow } from '../launch/browser.ts';

export interface EditorOptions {
  /** User settings on top of the harness's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Display language, such as `zh-cn`; English when absent. */
  readonly language?: string;
  /** Folder or `.code-workspace` to open; an empty window when absent. */
  readonly folder?: string;
  /** Size of the window in pixels; 1400 x 900 when absent. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Environment variables of the server and its extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** The packed extension; packed from the sources (or taken from BLINK_SQL_VSIX) when absent, none when false. */
  readonly vsix?: string | false;
}

/** A running VS Code with the packed extension, driven through its window. */
export interface Editor {
  /** The first window. */
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: Server;
  /** Holds everything the editor writes: `data/User/settings.json`, `data/server.log`, logs, secrets. */
  readonly folder: string;
  /** Opens one more window of the same editor, with the same user and secrets. */
  newWindow(folder?: string): Promise<Page>;
  /** Loads the window anew, as "Developer: Reload Window" does. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Waits until a window is more than a page: the workbench is drawn and its status bar filled. */
async function untilDrawn(page: Page): Promise<void> {
  await page
    .locator('.monaco-workbench .part.statusbar .statusbar-item')
    .first()
    .waitFor({ timeout: 120_000 });
}

async function packed(vsix: EditorOptions['vsix']): Promise<string[]> {
  if (vsix === false) return [];
  return [vsix ?? process.env['BLINK_SQL_VSIX'] ?? (await pack())];
}

/** Starts VS Code with the packed extension on a fresh profile. */
export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const folder = mkdtempSync(join(tmpdir(), 'blink-sql-ui-'));
  const dataDir = join(folder, 'data');
  const server = await startServer({
    dataDir,
    vsix: await packed(options.vsix),
    settings: options.settings ?? {},
    language: options.language,
    env: options.env ?? {},
    idleTimeoutSeconds: 120,
  });
  let context: BrowserContext | undefined;
  const close = async () => {
    await context?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const { viewport } = options;
    context = await openBrowser({ profile: join(folder, 'profile'), ...(viewport ? { viewport } : {}) });
    const page = await openWindow(context, server, { folder: options.folder });
    await untilDrawn(page);
    return {
      page,
      context,
      server,
      folder,
      newWindow: async path => {
        const another = await openWindow(page.context(), server, { folder: path }, { another: true });
        await untilDrawn(another);
        return another;
      },
      reload: async () => {
        await page.reload();
        await untilDrawn(page);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

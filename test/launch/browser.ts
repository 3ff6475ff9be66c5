import { resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/workbench/chromium.ts';
import { workbenchEnvironment } from '../../scripts/workbench/environment.ts';
import type { Server } from '../../scripts/workbench/server.ts';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export interface BrowserOptions {
  /** Where the browser keeps its profile; a window's secrets and layout live there across restarts. */
  readonly profile: string;
  /** Size of the window in pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A Chromium that reaches this machine and nothing else. */
export async function openBrowser({ profile, viewport }: BrowserOptions): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(),
    headless: false, // The flag above asks for the new headless mode, which is the whole browser.
    args: FLAGS,
    env: workbenchEnvironment(profile),
    handleSIGINT: false,
    handleSIGTERM: false,
    viewport: viewport ?? { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // By host, never by a pattern on the whole address: those of webviews carry outside names in their query.
  const isOutside = ({ protocol, hostname }: URL) => /^https?:$/.test(protocol) && hostname !== '127.0.0.1';
  await context.route(isOutside, route => route.abort());
  return context;
}

/** What a window opens beside the installed extensions. */
export interface WindowOptions {
  /** Folder or `.code-workspace` file; an empty window when absent. */
  readonly folder?: string | undefined;
  /** Folders of extensions under development. */
  readonly developmentExtensions?: readonly string[];
  /** CommonJS file whose `run()` the extension host calls as its tests. */
  readonly testsPath?: string;
}

/** The address of a window. */
export function windowAddress(server: Server, { folder }: WindowOptions): string {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (folder?.endsWith('.code-workspace')) query.set('workspace', resolve(folder));
  else if (folder !== undefined) query.set('folder', resolve(folder));
  else query.set('ew', 'true');
  return `${server.origin}/?${query.toString()}`;
}

/**
 * Makes pages of `context` open with extensions under development and tests. The built workbench ignores both in its
 * address; it reads them from a configuration in the page, which is changed here before the workbench's script runs.
 * (Serving a changed page instead would make it a stranger to this machine, and Chromium would refuse its WebSocket.)
 */
async function addDevelopmentOptions(context: BrowserContext, server: Server, options: WindowOptions) {
  const location = (path: string) => ({
    scheme: 'vscode-remote',
    authority: `127.0.0.1:${server.port}`,
    path: resolve(path),
  });
  const additions = {
    extensions: options.developmentExtensions?.map(location) ?? [],
    ...(options.testsPath === undefined ? {} : { extensionTestsPath: location(options.testsPath) }),
  };
  await context.addInitScript(added => {
    if (window.top !== window) return;
    const observer = new MutationObserver(() => {
      const element = document.getElementById('vscode-workbench-web-configuration');
      if (!element) return;
      observer.disconnect();
      const settings = JSON.parse(element.dataset['settings'] ?? '{}') as { developmentOptions?: object };
      settings.developmentOptions = { ...settings.developmentOptions, ...added };
      element.dataset['settings'] = JSON.stringify(settings);
    });
    observer.observe(document, { childList: true, subtree: true });
  }, additions);
}

export interface OpenSettings {
  /** Is given the page before it loads, to listen or to expose functions. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Opens one more page instead of using the one a browser begins with. */
  readonly another?: boolean;
}

/** Opens a window of `server`; its page has loaded, the workbench has not. */
export async function openWindow(
  context: BrowserContext,
  server: Server,
  options: WindowOptions,
  { prepare, another = false }: OpenSettings = {},
): Promise<Page> {
  if (options.developmentExtensions || options.testsPath)
    await addDevelopmentOptions(context, server, options);
  const first = another ? undefined : context.pages()[0];
  const page = first ?? (await context.newPage());
  await prepare?.(page);
  await page.goto(windowAddress(server, options));
  return page;
}

import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { startServer } from '../../scripts/workbench/server.ts';
import { openBrowser, openWindow } from './browser.ts';
import type { HostRun } from './host.ts';
import { timeLimit } from './timeLimit.ts';
import type { End } from './verdict.ts';

/** What a workbench without network or desktop says about itself. */
const NOISE =
  /open-vsx\.org|^Creating a socket|connection token|reconnection-grace-time|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|additional builtin extensions|\[ChatModelSelection\]|^\[lifecycle\]|is not a web extension\.$|authentication provider 'github'/;

/**
 * Runs a bundled suite in the extension host of the workbench from npm.
 * @returns how the editor ended; what the tests said is in their report
 */
export async function runInWorkbench(run: HostRun): Promise<End> {
  const server = await startServer({
    dataDir: join(run.runFolder, 'data'),
    vsix: run.vsix === undefined ? [] : [run.vsix],
    ...(run.env ? { env: run.env } : {}),
    ...(run.language === undefined ? {} : { language: run.language }),
    idleTimeoutSeconds: 120,
  });
  const context = await openBrowser({ profile: join(run.runFolder, 'profile') });
  try {
    return await new Promise<End>((done, fail) => {
      void timeLimit(run).then(done);
      void server.exited.then(() => done('died'));
      const options = {
        folder: run.folder,
        developmentExtensions: [run.developmentExtension],
        testsPath: join(run.suite, 'index.cjs'),
      };
      const prepare = async (page: Page) => {
        page.on('crash', () => done('died'));
        await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
          const text = format(...args);
          if (run.verbose && !NOISE.test(text)) console.error(text);
        });
        // Its argument, the exit code, is 0 even for a host that was killed: not looked at.
        await page.exposeFunction('codeAutomationExit', () => done('exited'));
      };
      openWindow(context, server, options, { prepare }).catch(fail);
    });
  } finally {
    await context.close();
    await server.stop();
  }
}

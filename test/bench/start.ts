/**
 * Measures how long a person waits from `npm start` to a sidebar that shows the sample project:
 * `node scripts/bootstrap.mjs start-time [RUNS]` prints seconds to the ready line and to the tree, a line a run. Each
 * run has data of its own; the first in a fresh clone also pays for all that has to be installed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/workbench/ports.ts';
import { openBrowser } from '../launch/browser.ts';
import { endAll, npmStart } from '../start/npmStart.ts';
import { expand, showView, treeRow, until } from '../ui/harness.ts';

/** Long enough for a fresh machine to install everything. */
const FIRST_START_MS = 600_000;

async function measureOnce(): Promise<{ ready: number; tree: number }> {
  const data = mkdtempSync(join(tmpdir(), 'blink-sql-start-time-'));
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const { lines } = npmStart(await freePort(), data);
  await until('the ready line', () => lines.length > 0, FIRST_START_MS);
  const ready = seconds();
  const browser = await openBrowser({ profile: join(data, 'browser') });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto((lines[0] ?? '').replace('ready: ', ''));
    await showView(page, 'Blink');
    await expand(treeRow(page, 'Local service'));
    await treeRow(page, 'retail_demo').waitFor();
    return { ready, tree: seconds() };
  } finally {
    await browser.close();
    endAll();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

for (let run = 0; run < Number(process.argv[2] ?? 3); run += 1) {
  const { ready, tree } = await measureOnce();
  console.log(`ready after ${ready} s, tree after ${tree} s`);
}
process.exit();

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort, isFree } from '../../scripts/workbench/ports.ts';
import { openBrowser } from '../launch/browser.ts';
import { until } from '../ui/until.ts';
import { endAll, npmStart } from './npmStart.ts';
import { allProcesses, descendants } from './processes.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'blink-sql-start-'));
});
afterEach(() => {
  endAll();
  rmSync(data, { recursive: true, force: true, maxRetries: 3 });
});

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'serves an editor until %s, and leaves no process behind',
  async signal => {
    const port = await freePort();
    const { child, lines, exit } = npmStart(port, data);
    await until('the ready line', () => lines.length > 0, 60_000);
    expect(lines[0]).toMatch(new RegExp(`^ready: http://127\\.0\\.0\\.1:${port}/`));

    const profile = join(data, 'browser');
    const browser = await openBrowser({ profile });
    const page = browser.pages()[0]!;
    await page.goto(lines[0]!.replace('ready: ', ''));
    await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
    const isExtensionHost = ({ command }: { command: string }) => command.includes('--type=extensionHost');
    await until('the extension host', () => descendants(child.pid!).some(isExtensionHost));
    const started = descendants(child.pid!);

    child.kill(signal);
    await exit;
    const alive = () => allProcesses().filter(({ pid }) => started.some(entry => entry.pid === pid));
    // A killed npm cannot pass the news on; its orphans notice by themselves.
    if (signal === 'SIGKILL') await until('the end of the orphans', () => alive().length === 0);
    expect(alive()).toEqual([]);
    await browser.close();
    expect(allProcesses().filter(({ command }) => command.includes(data))).toEqual([]);
    expect(await isFree(port)).toBe(true);
    expect(lines).toHaveLength(1);
  },
);

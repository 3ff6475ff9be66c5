import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bootstrap/paths.mjs';
import { runHost, type HostOutcome } from './host.ts';
import { EXIT, verdict } from './verdict.ts';

const HANG_LIMIT_MS = 3_000;

function launch(fixture: string, limitMs = 120_000): Promise<HostOutcome> {
  return runHost({
    tests: join(root, 'test', 'launch', 'fixtures', fixture),
    editor: 'workbench',
    developmentExtension: join(root, 'test', 'launch', 'harness'),
    limitMs,
  });
}

describe('the launcher of suites inside the editor', () => {
  it('fails when a test fails, and names it', async () => {
    const { end, report } = await launch('failing');
    expect(report?.tests.map(({ name, passed }) => [name, passed])).toEqual([
      ['passes', true],
      ['fails', false],
    ]);
    expect(verdict(end, report)).toBe(EXIT.failed);
  });

  it('fails when the extension host is killed', async () => {
    const { end, report } = await launch('killed');
    expect(report?.current).toBe('takes the extension host down');
    expect(verdict(end, report)).toBe(EXIT.noReport);
  });

  it('fails when the suite ends its process with success', async () => {
    const { end, report } = await launch('exiting');
    expect(report?.finished).toBe(false);
    expect(verdict(end, report)).toBe(EXIT.noReport);
  });

  it('fails when a test hangs, and names it', async () => {
    const { end, report } = await launch('hanging', HANG_LIMIT_MS);
    expect(report?.current).toBe('never ends');
    expect(verdict(end, report)).toBe(EXIT.timedOut);
  });
});

describe('the verdict', () => {
  const passed = { name: 'a test', passed: true, duration: 1 };

  it('is success only for a finished report with tests', () => {
    expect(verdict('exited', { finished: true, tests: [passed] })).toBe(EXIT.passed);
    expect(verdict('exited', { finished: true, tests: [] })).toBe(EXIT.noReport);
    expect(verdict('exited', undefined)).toBe(EXIT.noReport);
    expect(verdict('died', { finished: true, tests: [passed] })).toBe(EXIT.noReport);
  });
});

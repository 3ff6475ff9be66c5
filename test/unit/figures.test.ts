import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { figuresOf } from '../../scripts/test/figures.ts';
import type { Suite } from '../../scripts/test/suites.ts';

let report = '';
beforeEach(() => {
  report = join(mkdtempSync(join(tmpdir(), 'blink-sql-figures-')), 'report.json');
});
afterEach(() => {
  rmSync(join(report, '..'), { recursive: true, force: true });
});

const suite = (figures: Suite['figures']): Suite => ({ name: 'a', commands: [], figures, lane: 'sources' });
const vitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

it('counts a check per command', () => {
  expect(figuresOf(suite('check'), [0, 1, 0], report)).toEqual({ passed: 2, failed: 1 });
});

it('counts the tests of a report', () => {
  writeFileSync(report, JSON.stringify(vitestReport));
  expect(figuresOf(suite('vitest'), [0], report)).toEqual({ passed: 3, failed: 0 });
  writeFileSync(report, JSON.stringify({ tests: [{ passed: true }, { passed: false }] }));
  expect(figuresOf(suite('host'), [1], report)).toEqual({ passed: 1, failed: 1 });
});

it('fails a suite that left no report, ran no test, skipped one, or failed otherwise', () => {
  expect(figuresOf(suite('vitest'), [0], report).failed).toBe(1);
  writeFileSync(report, JSON.stringify({ ...vitestReport, numPassedTests: 0 }));
  expect(figuresOf(suite('vitest'), [0], report).failed).toBe(1);
  writeFileSync(report, JSON.stringify({ ...vitestReport, numPendingTests: 1 }));
  expect(figuresOf(suite('vitest'), [0], report).failed).toBe(1);
  writeFileSync(report, JSON.stringify(vitestReport));
  expect(figuresOf(suite('vitest'), [1], report)).toMatchObject({ passed: 3, failed: 1 });
});

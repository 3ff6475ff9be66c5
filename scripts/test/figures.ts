import { readFileSync } from 'node:fs';
import type { Suite } from './suites.ts';

/** How a suite went. `note` says what the numbers alone do not. */
export interface Figures {
  readonly passed: number;
  readonly failed: number;
  readonly note?: string;
}

/** The part of vitest's JSON report that is read (vitest 4, "JSON Reporter"). */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** The report of a suite inside the editor (test/host/report.ts). */
interface HostReport {
  readonly tests: readonly { readonly passed: boolean }[];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function ofVitest(report: VitestReport): Figures {
  const skipped = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + skipped,
    ...(skipped > 0 ? { note: `${skipped} skipped, which counts as failed` } : {}),
  };
}

function ofHost({ tests }: HostReport): Figures {
  const passed = tests.filter(test => test.passed).length;
  return { passed, failed: tests.length - passed };
}

/**
 * Sums up a suite from its commands' exit codes and its report. Whatever fails without a failed test (a crash, a
 * missing or empty report) counts as one failure: a suite never passes by not running.
 */
export function figuresOf(suite: Suite, exitCodes: readonly number[], reportFile: string): Figures {
  const failures = exitCodes.filter(code => code !== 0).length;
  if (suite.figures === 'check') return { passed: exitCodes.length - failures, failed: failures };
  const report = readJson(reportFile);
  if (report === undefined) return { passed: 0, failed: 1, note: 'left no report' };
  const figures =
    suite.figures === 'vitest' ? ofVitest(report as VitestReport) : ofHost(report as HostReport);
  if (figures.failed > 0) return figures;
  if (figures.passed === 0) return { passed: 0, failed: 1, note: 'ran no test' };
  if (failures > 0) return { ...figures, failed: 1, note: `ended with exit code ${exitCodes.join(', ')}` };
  return figures;
}

import type { SuiteReport } from '../host/report.ts';

/** How an editor that ran a suite came to its end. */
export type End = 'exited' | 'died' | 'timed out';

/** Exit codes of the launchers; 124 is what coreutils' `timeout` says. */
export const EXIT = { passed: 0, failed: 1, noReport: 4, timedOut: 124 } as const;

/**
 * The launcher's exit code. Only a finished report with tests and without failures is a success, however the editor
 * itself says it ended.
 */
export function verdict(end: End, report: SuiteReport | undefined): number {
  if (end === 'timed out') return EXIT.timedOut;
  if (end === 'died' || !report?.finished || report.tests.length === 0) return EXIT.noReport;
  return report.tests.every(({ passed }) => passed) ? EXIT.passed : EXIT.failed;
}

/** The report as text: one line per test, errors under the failed ones, and why a suite did not finish. */
export function describe(end: End, report: SuiteReport | undefined): string {
  const lines = (report?.tests ?? []).flatMap(({ name, passed, duration, error }) => [
    `  ${passed ? '✓' : '✗'} ${name} (${duration} ms)`,
    ...(error === undefined ? [] : [error.replaceAll(/^/gm, '      ')]),
  ]);
  if (!report) lines.push(`  the editor ${end} without a report`);
  else if (!report.finished) lines.push(`  the editor ${end} during "${report.current ?? ''}"`);
  return lines.join('\n');
}

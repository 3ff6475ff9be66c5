import { renameSync, writeFileSync } from 'node:fs';

/** One finished test. */
export interface TestReport {
  /** Names of the suites around it, and its own. */
  readonly name: string;
  readonly passed: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** Message and stack of what failed. */
  readonly error?: string;
}

/**
 * What a suite inside the editor leaves behind, and the only thing its launcher believes: the editor's own exit code
 * is 0 even when the process that ran the tests was killed.
 */
export interface SuiteReport {
  /** False until the last test has ended. */
  readonly finished: boolean;
  /** The test that began last; names the culprit of a hang. */
  readonly current?: string;
  readonly tests: readonly TestReport[];
}

/** Writes the report so that a reader never sees half of it. */
export function writeReport(file: string, report: SuiteReport): void {
  writeFileSync(`${file}.new`, JSON.stringify(report));
  renameSync(`${file}.new`, file);
}

/**
 * Entry of the suites that run inside VS Code's extension host, the same for every launcher. It is bundled next to
 * the suite's test files (`*.test.cjs`); mocha is the runner since it can be called from the host's own process.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { writeReport, type TestReport } from './report.ts';

const TEST_LIMIT_MS = 60_000;

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Called by VS Code. Runs the test files beside this file and writes `report.json` there.
 * @throws Error when a test failed, which becomes the editor's exit code where the editor is asked for it
 */
export async function run(): Promise<void> {
  const folder = __dirname;
  const report = join(folder, 'report.json');
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_LIMIT_MS, color: false });
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.test.cjs'))
    .sort()) {
    mocha.addFile(join(folder, file));
  }
  const tests: TestReport[] = [];
  const add = (test: Mocha.Test | Mocha.Hook, error?: unknown) => {
    const name = test.titlePath().join(' > ');
    const duration = test.duration ?? 0;
    tests.push(
      error === undefined
        ? { name, passed: true, duration }
        : { name, passed: false, duration, error: describeError(error) },
    );
  };
  const failures = await new Promise<number>(done => {
    const runner = mocha.run(done);
    runner.on('test', test => {
      writeReport(report, { finished: false, current: test.titlePath().join(' > '), tests });
    });
    runner.on('pass', test => {
      add(test);
    });
    runner.on('fail', (test, error: unknown) => {
      add(test, error);
    });
    runner.on('pending', test => {
      add(test, new Error('The test is skipped; a suite has no skipped tests.'));
    });
  });
  writeReport(report, { finished: true, tests });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

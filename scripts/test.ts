/**
 * `npm test [-- SUITE ...]`: every check and every test, or the suites named. Goes on after a failure, ends with one
 * line `N passed, N failed`, and with exit code 1 when anything failed.
 *
 * The checks of the sources run beside the installation of the editor's tools; the suites that drive an editor come
 * after both, one at a time, since each wants the machine for itself.
 */
import { parseArgs } from 'node:util';
import { runSuite, type Outcome } from './test/run.ts';
import { SUITES, type Suite } from './test/suites.ts';

function chosenSuites(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter(name => !SUITES.some(suite => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no suite ${unknown.join(', ')}; there are: ${SUITES.map(({ name }) => name).join(', ')}`,
    );
  }
  return names.length === 0 ? SUITES : SUITES.filter(({ name }) => names.includes(name));
}

function line({ suite, passed, failed, seconds, note }: Outcome): string {
  const mark = failed > 0 ? '✗' : '✓';
  const figures = `${String(passed).padStart(6)} passed, ${failed} failed`;
  return `${mark} ${suite.padEnd(10)} ${figures}  ${seconds} s${note === undefined ? '' : `  (${note})`}`;
}

/** Runs suites one after the other; tells each outcome at once, and its output where it failed. */
async function runLane(suites: readonly Suite[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const suite of suites) {
    const outcome = await runSuite(suite);
    if (outcome.failed > 0)
      console.log(`\n${'-'.repeat(20)} ${suite.name} ${'-'.repeat(20)}\n${outcome.output}\n`);
    console.log(line(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

async function main(names: readonly string[]): Promise<boolean> {
  const suites = chosenSuites(names);
  const lane = (name: Suite['lane']) => runLane(suites.filter(suite => suite.lane === name));
  const early = await Promise.all([lane('tools'), lane('sources')]);
  const outcomes = [...early.flat(), ...(await lane('editor'))];
  console.log(`\n${outcomes.map(line).join('\n')}\n`);
  const sum = (pick: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  const failed = sum(outcome => outcome.failed);
  console.log(`${sum(outcome => outcome.passed)} passed, ${failed} failed`);
  return failed === 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  process.exit((await main(positionals)) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

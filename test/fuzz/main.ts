/**
 * Fuzzes the language core: `npm run fuzz -- [--cases N] [--seed N] [--seconds N]`. Prints a line now and then, the
 * figures at the end, and of each kind of fault the smallest text that shows it; exit code 1 when there is one.
 */
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import type { Summary } from './campaign.ts';
import { gistOf } from './run.ts';
import type { Failure } from './run.ts';

const number = { type: 'string' } as const;
const { values } = parseArgs({ options: { cases: number, seed: number, seconds: number } });

function whole(name: 'cases' | 'seed' | 'seconds', otherwise: number): number {
  const value = values[name];
  if (value === undefined) return otherwise;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  console.error(`--${name} is a whole number, not "${value}"`);
  process.exit(2);
}

const rate = ({ cases, seconds }: Summary): string => `${Math.round(cases / Math.max(seconds, 1))} a second`;

/** Seconds between two lines of progress. */
const EVERY = 30;
let next = EVERY;
const seed = whole('seed', Math.floor(Math.random() * 1_000_000_000));
console.log(`seed ${seed}`);
/** Faults that have been printed: a long run tells them as they come, the smallest text again at its end. */
const told = new Set<string>();

function tell({ seed: own, message, text, case: item }: Failure): void {
  console.log(
    `\nseed ${own}: ${message}\n  text: ${JSON.stringify(text)}\n  case: ${JSON.stringify(item)}\n`,
  );
}

const summary = await runCampaign({
  cases: whole('cases', 100_000),
  seconds: whole('seconds', Infinity),
  seed,
  onBatch(now) {
    for (const failure of now.failures) {
      const gist = gistOf(failure.message);
      if (!told.has(gist)) tell(failure);
      told.add(gist);
    }
    if (now.seconds < next) return;
    next = now.seconds + EVERY;
    console.log(`${now.cases} cases, ${rate(now)}, kinds of faults: ${now.failures.length}`);
  },
});
if (summary.failures.length > 0) console.log('\nEach kind of fault by its smallest text:');
for (const failure of summary.failures) tell(failure);
const { cases, characters, seconds, median, p99, slowest } = summary;
console.log(
  `\n${cases} cases, ${characters} characters, ${Math.round(seconds)} s (${rate(summary)}); ` +
    `processor time of a case: median ${median} ms, 99 % below ${p99} ms, slowest ${slowest.toFixed(1)} ms; ` +
    `kinds of faults: ${summary.failures.length}`,
);
process.exitCode = summary.failures.length > 0 ? 1 : 0;

import { toolOf, type Tool } from '../adapters/bundles.ts';
import { scriptOf } from '../inputs/job.ts';
import { median } from '../measure/statistics.ts';
import { provenWorker } from '../measure/proof.ts';
import { NoAnswer } from '../measure/workerProcess.ts';
import { ms, plain, times } from '../report/numbers.ts';
import type { Effort, Section, SectionResult } from '../report/result.ts';

const SIZES = [1_000, 10_000, 100_000];

/** The exponent of the growth: 1 is linear, 2 a square; the tenth is for caches and the collection of garbage. */
const EXPONENT_GOAL = 1.1;

/** A text that takes longer than this for one pass, in ms, gets fewer rounds. */
const SLOW_MS = 1_000;
const SLOW_ROUNDS = 5;

const KINDS = [
  { mistakes: false, name: 'clean' },
  { mistakes: true, name: 'an error every 50 lines' },
] as const;

/** Whether the time grows with the length only, also when there are errors. */
export const linearity: Section = async effort => {
  const [own, rival] = [await toolOf('blink'), await toolOf('dtSqlParser')];
  const rows: string[][] = [];
  const exponents: number[] = [];
  for (const { mistakes, name } of KINDS) {
    const ours = await curve(own, mistakes, effort);
    const theirs = await curve(rival, mistakes, effort);
    exponents.push(exponentOf(ours));
    SIZES.forEach((lines, index) => {
      const [mine, other] = [ours[index], theirs[index]];
      const ratio = typeof mine === 'number' && typeof other === 'number' ? times(other / mine) : '-';
      rows.push([
        `${lines.toLocaleString('en-US')} lines, ${name}`,
        shown(mine),
        perLine(mine, lines),
        shown(other),
        perLine(other, lines),
        ratio,
      ]);
    });
  }
  return {
    title: 'Growth with the length',
    about:
      'A job of 50 lines over and over, numbered, parsed as one text; medians of warm passes, each size in a process ' +
      'of its own. Both tools read the clean text without an error.',
    head: ['text', 'ours', 'per line', 'dt-sql-parser', 'per line', 'ratio'],
    rows,
    goals: [
      {
        text: `time grows as the length to the power of at most ${EXPONENT_GOAL} from 1,000 to 100,000 lines`,
        measured: `${exponents.map(plain).join(' clean, ')} with errors`,
        met: exponents.every(exponent => exponent <= EXPONENT_GOAL),
      },
    ],
  } satisfies SectionResult;
};

/** Time for each size in ms, or why there is none; larger sizes are left out after a failure. */
async function curve(tool: Tool, mistakes: boolean, effort: Effort): Promise<(number | string)[]> {
  const points: (number | string)[] = [];
  for (const lines of SIZES) {
    const failed = points.some(point => typeof point === 'string');
    points.push(failed ? 'not tried' : await point(tool, scriptOf(lines, mistakes), effort));
  }
  return points;
}

async function point(tool: Tool, text: string, effort: Effort): Promise<number | string> {
  const worker = await provenWorker(tool, 'parse');
  try {
    const take = (atLeast: number) =>
      worker.ask({ kind: 'sample', operation: 'parse', texts: [text], atLeast }, effort.limit);
    // The first pass, however long, is the warm-up of a large text; small ones take more of them.
    const first = await take(effort.warmUp);
    const samples = [];
    const rounds = first.wall > SLOW_MS ? Math.min(effort.rounds, SLOW_ROUNDS) : effort.rounds;
    for (let round = 0; round < rounds; round += 1) samples.push((await take(effort.sample)).wall);
    return median(samples);
  } catch (error) {
    if (error instanceof NoAnswer) return error.message;
    throw error;
  } finally {
    worker.end();
  }
}

/** Of the power by which time grows from the first size to the last; NaN when one was not reached. */
function exponentOf(points: readonly (number | string)[]): number {
  const growth = Number(points.at(-1)) / Number(points[0]);
  return Math.log(growth) / Math.log((SIZES.at(-1) ?? 0) / (SIZES[0] ?? 0));
}

const shown = (value: number | string = '') => (typeof value === 'number' ? ms(value) : value);
const perLine = (value: number | string = '', lines: number) =>
  typeof value === 'number' ? `${plain((value / lines) * 1_000)} µs` : '';

import { toolOf } from '../adapters/bundles.ts';
import { scriptOf } from '../inputs/job.ts';
import { EDIT_KINDS, keystrokes } from '../inputs/keystrokes.ts';
import { summaryOf } from '../measure/statistics.ts';
import { Worker } from '../measure/workerProcess.ts';
import { ms, plain } from '../report/numbers.ts';
import type { Section, SectionResult } from '../report/result.ts';

const LINES = 10_000;
const KEYSTROKES = 200;

/** The first keystrokes compile the code and are typed to no account. */
const WARM_UP = 200;

/** From a keystroke in a long script to all diagnostics, without the editor and the server. */
export const edits: Section = async () => {
  const worker = await Worker.of(await toolOf('blink'));
  try {
    const text = scriptOf(LINES);
    const typed = keystrokes(text, WARM_UP + KEYSTROKES);
    const all = await worker.ask({ kind: 'edits', text, edits: typed });
    const counted = typed
      .slice(WARM_UP)
      .map(({ kind }, index) => ({ kind, time: all[WARM_UP + index] ?? 0 }));
    const row = (name: string, values: readonly number[]) => {
      const { count, median, p95, min, max } = summaryOf(values);
      return [name, String(count), ms(median), ms(p95), `${plain(min)} - ${plain(max)}`];
    };
    const timesOf = (kind?: string) =>
      counted.filter(item => kind === undefined || item.kind === kind).map(({ time }) => time);
    return {
      title: 'From keystroke to diagnostics, core alone',
      about:
        `A script of ${LINES.toLocaleString('en-US')} lines (${LINES / 50} jobs), ${KEYSTROKES} keystrokes in bursts of ` +
        `every kind, after ${WARM_UP} that do not count. "text" and "blockComment" leave a quote or a comment open ` +
        'while they are typed.',
      head: ['kind', 'keystrokes', 'median', 'p95', 'min - max'],
      rows: [row('all', timesOf()), ...EDIT_KINDS.map(kind => row(kind, timesOf(kind)))],
      goals: [],
    } satisfies SectionResult;
  } finally {
    worker.end();
  }
};

import { corpusScripts } from '../../language/material.ts';
import { toolOf } from '../adapters/bundles.ts';
import { alternate } from '../measure/rounds.ts';
import { provenWorker } from '../measure/proof.ts';
import { times } from '../report/numbers.ts';
import type { Section, SectionResult } from '../report/result.ts';
import { comparison, DUEL_HEAD, sizeOf } from './duel.ts';

const RATIO_GOAL = 10;

/** Formatting the corpus: against a formatter that knows tokens only. */
export const formatting: Section = async effort => {
  const [own, rival] = await Promise.all([
    provenWorker(await toolOf('blink'), 'format'),
    provenWorker(await toolOf('sqlFormatter'), 'format'),
  ]);
  try {
    const all = corpusScripts().map(({ text }) => text);
    const errors = await own.ask({ kind: 'outcomes', operation: 'parse', texts: all });
    const formatted = await rival.ask({ kind: 'outcomes', operation: 'format', texts: all });
    const texts = all.filter((_, index) => errors[index] === 0 && formatted[index] !== null);
    const contestants = [own, rival].map(worker => ({ worker, operation: 'format' as const, texts }));
    const { row, ratio } = comparison(
      `sql-formatter, scripts both format: ${sizeOf(texts)}`,
      await alternate(contestants, effort),
    );
    return {
      title: 'Formatting the corpus',
      about:
        'Whole scripts, from text to text, warm. Scripts with errors are left out: ours leaves a broken statement as ' +
        'it is, which would be too easy. sql-formatter knows no Blink; its dialect is the one that takes most of them.',
      head: DUEL_HEAD,
      rows: [row],
      goals: [
        {
          text: `format at least ${RATIO_GOAL} times faster than sql-formatter`,
          measured: times(ratio),
          met: ratio >= RATIO_GOAL,
        },
      ],
    } satisfies SectionResult;
  } finally {
    own.end();
    rival.end();
  }
};

import { corpusScripts } from '../../language/material.ts';
import { toolOf } from '../adapters/bundles.ts';
import type { Sample } from '../measure/messages.ts';
import { alternate } from '../measure/rounds.ts';
import { median, pairedRatio, summaryOf } from '../measure/statistics.ts';
import { Worker } from '../measure/workerProcess.ts';
import { ms, plain, times } from '../report/numbers.ts';
import type { Effort, Section, SectionResult } from '../report/result.ts';

const RATIO_GOAL = 100;
const LEXER_GOAL = 4;

const wall = (samples: readonly Sample[] = []): number[] => samples.map(sample => sample.wall);
const kilobytes = (texts: readonly string[]) => `${plain(texts.join('').length / 1_000)} K characters`;

/** Parsing the corpus: against other parsers, and against the lexer alone. */
export const corpus: Section = async effort => {
  const tools = await Promise.all([toolOf('blink'), toolOf('dtSqlParser'), toolOf('nodeSqlParser')]);
  const [own, dt, node] = await Promise.all(tools.map(tool => Worker.of(tool)));
  if (own === undefined || dt === undefined || node === undefined) throw new Error('no worker');
  try {
    const all = corpusScripts().map(({ text }) => text);
    const accepted = async (worker: Worker) => {
      const outcomes = await worker.ask({ kind: 'outcomes', operation: 'parse', texts: all });
      return new Set(all.filter((_, index) => outcomes[index] === 0));
    };
    const byOwn = await accepted(own);
    const byDt = await accepted(dt);
    const byNode = await accepted(node);
    const rows: string[][] = [];
    const measure = async (what: string, texts: readonly string[], worker: Worker) => {
      const { row, ratio } = await against(
        `${what}: ${texts.length}, ${kilobytes(texts)}`,
        texts,
        [own, worker],
        effort,
      );
      rows.push(row);
      return ratio;
    };
    const both = await measure(
      'dt-sql-parser, scripts both accept',
      [...byOwn].filter(text => byDt.has(text)),
      dt,
    );
    await measure('dt-sql-parser, all scripts', all, dt);
    await measure(
      'node-sql-parser, scripts both accept',
      [...byOwn].filter(text => byNode.has(text)),
      node,
    );
    const lexing = await againstLexer(own, all, effort);
    rows.push(lexing.row);
    return {
      title: 'Parsing the corpus',
      about:
        `Real scripts, one pass over all of them, warm. Of ${all.length} scripts this parser accepts ${byOwn.size}, ` +
        `dt-sql-parser ${byDt.size}, node-sql-parser ${byNode.size} (it gives up at the first error, so it is compared ` +
        'on those alone).',
      head: ['against', 'ours', 'min - max', 'theirs', 'min - max', 'ratio'],
      rows,
      goals: [
        {
          text: `parse at least ${RATIO_GOAL} times faster than dt-sql-parser on what both accept`,
          measured: times(both),
          met: both >= RATIO_GOAL,
        },
        {
          text: `parse at most ${LEXER_GOAL} times the lexer alone`,
          measured: times(lexing.ratio),
          met: lexing.ratio <= LEXER_GOAL,
        },
      ],
    } satisfies SectionResult;
  } finally {
    for (const worker of [own, dt, node]) worker.end();
  }
};

async function against(what: string, texts: readonly string[], workers: readonly Worker[], effort: Effort) {
  const contestants = workers.map(worker => ({ worker, operation: 'parse' as const, texts }));
  const [own, rival] = (await alternate(contestants, planOf(effort))).map(wall);
  const ratio = pairedRatio(own ?? [], rival ?? []);
  return { row: [what, ...cells(own), ...cells(rival), times(ratio)], ratio };
}

async function againstLexer(own: Worker, texts: readonly string[], effort: Effort) {
  const contestants = (['lex', 'parse'] as const).map(operation => ({ worker: own, operation, texts }));
  const [lexing, parsing] = (await alternate(contestants, planOf(effort))).map(wall);
  const ratio = pairedRatio(lexing ?? [], parsing ?? []);
  return {
    row: [`own lexer alone, all scripts`, ...cells(parsing), ...cells(lexing), times(1 / ratio)],
    ratio,
  };
}

const planOf = ({ rounds, sample, warmUp }: Effort) => ({ rounds, atLeast: sample, warmUp });

function cells(values: readonly number[] = []): [string, string] {
  const { min, max } = summaryOf(values);
  return [ms(median(values)), `${plain(min)} - ${plain(max)}`];
}

import { corpusScripts } from '../../language/material.ts';
import { toolOf } from '../adapters/bundles.ts';
import { alternate } from '../measure/rounds.ts';
import { provenWorker } from '../measure/proof.ts';
import type { Worker } from '../measure/workerProcess.ts';
import { times } from '../report/numbers.ts';
import type { Section, SectionResult } from '../report/result.ts';
import { acceptedBy } from './accepted.ts';
import { comparison, DUEL_HEAD, sizeOf } from './duel.ts';

const RATIO_GOAL = 100;
const LEXER_GOAL = 4;

/** Parsing the corpus: against other parsers, and against the lexer alone. */
export const corpus: Section = async effort => {
  const [own, dt, node] = await Promise.all([
    provenWorker(await toolOf('blink'), 'parse', 'lex'),
    provenWorker(await toolOf('dtSqlParser'), 'parse'),
    provenWorker(await toolOf('nodeSqlParser'), 'parse'),
  ]);
  try {
    const all = corpusScripts().map(({ text }) => text);
    const byOwn = await acceptedBy(own, all);
    const byDt = await acceptedBy(dt, all);
    const byNode = await acceptedBy(node, all);
    const against = async (what: string, rival: Worker, texts: readonly string[]) => {
      const contestants = [own, rival].map(worker => ({ worker, operation: 'parse' as const, texts }));
      return comparison(`${what}: ${sizeOf(texts)}`, await alternate(contestants, effort));
    };
    const both = await against(
      'dt-sql-parser, scripts both accept',
      dt,
      all.filter(text => byOwn.has(text) && byDt.has(text)),
    );
    const every = await against('dt-sql-parser, all scripts', dt, all);
    const simple = await against(
      'node-sql-parser, scripts both accept',
      node,
      all.filter(text => byOwn.has(text) && byNode.has(text)),
    );
    const lexing = comparison(
      'its own lexer alone, all scripts',
      await alternate(
        (['parse', 'lex'] as const).map(operation => ({ worker: own, operation, texts: all })),
        effort,
      ),
    );
    const overLexer = 1 / lexing.ratio;
    return {
      title: 'Parsing the corpus',
      about:
        `Real scripts, one pass over all of them, warm: each tool has parsed the very same texts many times. Of ${all.length} scripts this parser accepts ${byOwn.size}, ` +
        `dt-sql-parser ${byDt.size}, node-sql-parser ${byNode.size} (it stops at the first error, and is compared ` +
        'where it finds none).',
      head: DUEL_HEAD,
      rows: [both, every, simple, lexing].map(({ row }) => row),
      goals: [
        {
          text: `parse at least ${RATIO_GOAL} times faster than dt-sql-parser on what both accept, the same scripts again and again`,
          measured: times(both.ratio),
          met: both.ratio >= RATIO_GOAL,
        },
        {
          text: `parse in at most ${LEXER_GOAL} times what the lexer alone takes`,
          measured: times(overLexer),
          met: overLexer <= LEXER_GOAL,
        },
      ],
    } satisfies SectionResult;
  } finally {
    for (const worker of [own, dt, node]) worker.end();
  }
};

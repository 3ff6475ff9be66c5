import { corpusScripts } from '../../language/material.ts';
import { toolOf, type Tool } from '../adapters/bundles.ts';
import type { Sample } from '../measure/messages.ts';
import { provenWorker } from '../measure/proof.ts';
import { Worker } from '../measure/workerProcess.ts';
import { times } from '../report/numbers.ts';
import type { Effort, Section, SectionResult } from '../report/result.ts';
import { acceptedBy } from './accepted.ts';
import { comparison, DUEL_HEAD, sizeOf } from './duel.ts';

const RATIO_GOAL = 100;

/**
 * Parsing texts the process has not seen before, the code being warm: what an editor does, whose text is another after
 * each keystroke. A parser that remembers its decisions by the text it met (as ANTLR's does) is at its best when it
 * gets the same scripts again and again, as in the section on the corpus.
 */
export const unseen: Section = async effort => {
  const tools = [await toolOf('blink'), await toolOf('dtSqlParser')];
  const texts = await acceptedByAll(tools);
  const halves = [0, 1].map(rest => texts.filter((_, index) => index % 2 === rest));
  const samples: Sample[][] = tools.map(() => []);
  const pairs = Math.ceil(effort.processes / 2);
  for (let round = 0; round < pairs; round += 1) {
    for (const [index, fresh] of halves.entries()) {
      const known = halves[1 - index] ?? [];
      for (const [number, tool] of tools.entries())
        samples[number]?.push(await firstPass(tool, known, fresh, effort));
    }
  }
  const { row, ratio } = comparison('dt-sql-parser, one half, first time', samples);
  return {
    title: 'Parsing scripts never seen before',
    about:
      `The scripts both accept (${sizeOf(texts)}) in two halves: a fresh process is warmed up with one half and then ` +
      `parses the other once; ${pairs * 2} processes for each tool, in turn.`,
    head: DUEL_HEAD,
    rows: [row],
    goals: [
      {
        text: `parse at least ${RATIO_GOAL} times faster than dt-sql-parser, scripts it has not seen`,
        measured: times(ratio),
        met: ratio >= RATIO_GOAL,
      },
    ],
  } satisfies SectionResult;
};

async function acceptedByAll(tools: readonly Tool[]): Promise<string[]> {
  let texts = corpusScripts().map(({ text }) => text);
  for (const tool of tools) {
    const worker = await provenWorker(tool, 'parse');
    texts = [...(await acceptedBy(worker, texts))];
    worker.end();
  }
  return texts;
}

async function firstPass(
  tool: Tool,
  known: readonly string[],
  fresh: readonly string[],
  { warmUp }: Effort,
): Promise<Sample> {
  const worker = await Worker.of(tool);
  try {
    await worker.ask({ kind: 'sample', operation: 'parse', texts: known, atLeast: warmUp });
    return await worker.ask({ kind: 'sample', operation: 'parse', texts: fresh, atLeast: 0 });
  } finally {
    worker.end();
  }
}

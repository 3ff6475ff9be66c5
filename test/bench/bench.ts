/**
 * Measures the language core and the language server beside other tools: `npm run bench`. Not part of `npm test`:
 * it takes minutes and wants the machine for itself. With `--only NAME,...` some sections, with `--quick` fewer rounds
 * (figures to steer by, not to publish), with `--write` the results go into docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { goalsOf, textOf } from './report/render.ts';
import type { Effort, Section, SectionResult } from './report/result.ts';
import { corpus } from './sections/corpus.ts';
import { edits } from './sections/edits.ts';
import { linearity } from './sections/linearity.ts';

const SECTIONS: Readonly<Record<string, Section>> = { corpus, linearity, edits };

const FULL: Effort = { rounds: 15, sample: 300, warmUp: 3_000, processes: 15, limit: 60_000 };
const QUICK: Effort = { rounds: 3, sample: 150, warmUp: 700, processes: 3, limit: 20_000 };

function chosenSections(only: string | undefined): [string, Section][] {
  const names = only?.split(',') ?? Object.keys(SECTIONS);
  return names.map(name => {
    const section = SECTIONS[name];
    if (section !== undefined) return [name, section];
    throw new Error(`There is no section "${name}"; there are: ${Object.keys(SECTIONS).join(', ')}`);
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
  });
  const results: SectionResult[] = [];
  for (const [name, section] of chosenSections(values.only)) {
    console.error(`measuring ${name} ...`);
    const result = await section(values.quick ? QUICK : FULL);
    console.log(textOf(result));
    results.push(result);
  }
  console.log(`\n${goalsOf(results)}`);
}

await main();

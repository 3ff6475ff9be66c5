/**
 * Measures the language core and the language server beside other tools: `npm run bench`. Not part of `npm test`:
 * it takes minutes and wants the machine for itself. With `--only NAME,...` some sections, with `--quick` fewer rounds
 * (figures to steer by, not to publish), with `--write` the results go into docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { circumstances, loadNow } from './report/machine.ts';
import { writePage } from './report/page.ts';
import { goalLine, textOf } from './report/render.ts';
import type { Effort, Section, SectionResult } from './report/result.ts';
import { cold } from './sections/cold.ts';
import { corpus } from './sections/corpus.ts';
import { edits } from './sections/edits.ts';
import { formatting } from './sections/formatting.ts';
import { linearity } from './sections/linearity.ts';
import { server } from './sections/server.ts';
import { unseen } from './sections/unseen.ts';

const SECTIONS: Readonly<Record<string, Section>> = {
  corpus,
  unseen,
  linearity,
  cold,
  edits,
  server,
  formatting,
};

const FULL: Effort = { rounds: 15, sample: 300, warmUp: 3_000, processes: 15, limit: 60_000 };
const QUICK: Effort = { rounds: 3, sample: 150, warmUp: 2_000, processes: 3, limit: 20_000 };

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
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write && values.only !== undefined) {
    throw new Error('Only a whole run is written down: --write does not go with --only');
  }
  const effort = values.quick ? QUICK : FULL;
  const sections = chosenSections(values.only);
  const loadBefore = loadNow();
  const results: SectionResult[] = [];
  for (const [name, section] of sections) {
    console.error(`measuring ${name} ...`);
    const result = await section(effort);
    console.log(textOf(result));
    results.push(result);
  }
  const about = circumstances(effort, loadBefore);
  // What was missed comes first.
  const goals = results.flatMap(result => result.goals).toSorted((a, b) => Number(a.met) - Number(b.met));
  console.log(`\n${about}\n${goals.map(goalLine).join('\n')}`);
  if (values.write) await writePage(about, results);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

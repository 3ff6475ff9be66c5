import { join } from 'node:path';
import { bundle } from '../../../scripts/build/bundle.ts';
import { targetsOf } from '../../../scripts/build/targets.ts';
import { root, tools } from '../../../scripts/bootstrap/paths.mjs';
import { BUNDLES } from '../adapters/bundles.ts';
import { scriptOf } from '../inputs/job.ts';
import { EDIT_KINDS, keystrokes } from '../inputs/keystrokes.ts';
import { summaryOf } from '../measure/statistics.ts';
import { ms, plain } from '../report/numbers.ts';
import type { Goal, Section, SectionResult } from '../report/result.ts';
import { LanguageServer } from '../server/languageServer.ts';
import { OpenScript } from '../server/openScript.ts';

const LINES = 10_000;
const KEYSTROKES = 200;
const P95_GOAL_MS = 10;
const READY_GOAL_MS = 150;
const MEMORY_GOAL_MB = 120;

/** The server's bundle, minified as it is shipped. */
async function builtServer(): Promise<string> {
  const target = targetsOf(root).find(({ name }) => name === 'server');
  if (target === undefined) throw new Error('there is no language server to measure');
  await bundle(target, { root, outdir: BUNDLES, production: true }, join(tools, 'stamps'));
  return join(BUNDLES, target.output);
}

async function readyTimes(file: string, processes: number): Promise<number[]> {
  const found: number[] = [];
  // The first start reads the file into the system's cache and does not count.
  for (let round = -1; round < processes; round += 1) {
    const before = performance.now();
    const server = new LanguageServer(file);
    await server.initialize();
    if (round >= 0) found.push(performance.now() - before);
    await server.end();
  }
  return found;
}

/** The language server as the editor sees it: a long script, typed in. */
export const server: Section = async ({ processes }) => {
  const file = await builtServer();
  const ready = await readyTimes(file, processes);
  const process = new LanguageServer(file);
  try {
    await process.initialize();
    const idle = process.memory();
    const text = scriptOf(LINES);
    const script = new OpenScript(process, text);
    const opened = await script.open();
    const typed = keystrokes(text, KEYSTROKES * 4);
    const part = (index: number) => typed.slice(index * KEYSTROKES, (index + 1) * KEYSTROKES);

    for (const change of part(0)) await script.type(change);
    const spentBefore = process.processorTime();
    const diagnosed: { kind: string; time: number }[] = [];
    for (const change of part(1)) diagnosed.push({ kind: change.kind, time: await script.type(change) });
    const spent = ((process.processorTime() ?? NaN) - (spentBefore ?? NaN)) / KEYSTROKES;
    const completed: { time: number; items: number }[] = [];
    for (const change of part(2)) completed.push(await script.complete(change));
    const memory = process.memory();
    const crowded: { diagnostics: number; all: number }[] = [];
    for (const change of part(3)) crowded.push(await script.typeAndAsk(change));
    const afterCrowd = process.memory();

    const diagnostics = row(
      'keystroke to diagnostics',
      diagnosed.map(({ time }) => time),
    );
    const completion = row(
      'keystroke to completion',
      completed.map(({ time }) => time),
    );
    const withItems = completed.filter(({ items }) => items > 0);
    const kinds = EDIT_KINDS.map(kind =>
      row(
        `to diagnostics: ${kind}`,
        diagnosed.filter(item => item.kind === kind).map(({ time }) => time),
      ),
    );
    const started = row('spawn to ready', ready);
    return {
      title: 'The language server, over the protocol',
      about:
        `The shipped bundle in its own process; a script of ${LINES.toLocaleString('en-US')} lines, keystrokes of every ` +
        'kind one after the other, each sent when the diagnostics of the one before have come. The first 200 do not ' +
        'count. "Crowded" asks with every keystroke for colours, outline and folding of the whole script, too.',
      head: ['what', 'count', 'median', 'p95', 'min - max'],
      rows: [
        started,
        diagnostics,
        completion,
        row(
          'those with completions to offer',
          withItems.map(({ time }) => time),
        ),
        row(
          'crowded: keystroke to diagnostics',
          crowded.map(item => item.diagnostics),
        ),
        row(
          'crowded: keystroke to last answer',
          crowded.map(item => item.all),
        ),
        ...kinds,
        row('text opened to first diagnostics', [opened]),
        { cells: ['processor time per keystroke to diagnostics, mean', '', ms(spent), '', ''] },
      ].map(({ cells }) => cells),
      goals: [
        below('keystroke to diagnostics, p95', diagnostics.p95, P95_GOAL_MS, 'ms'),
        below('keystroke to completion, p95', completion.p95, P95_GOAL_MS, 'ms'),
        below('ready after spawn, median', started.median, READY_GOAL_MS, 'ms'),
        ...(memory === undefined
          ? []
          : [
              below(
                `resident memory after these keystrokes (idle ${plain(idle?.now ?? 0)}, crowded ${plain(afterCrowd?.now ?? 0)})`,
                memory.now,
                MEMORY_GOAL_MB,
                'MB',
              ),
            ]),
      ],
    } satisfies SectionResult;
  } finally {
    await process.end();
  }
};

function row(name: string, values: readonly number[]) {
  const { count, median, p95, min, max } = summaryOf(values);
  return { cells: [name, String(count), ms(median), ms(p95), `${plain(min)} - ${plain(max)}`], median, p95 };
}

function below(what: string, value: number, limit: number, unit: string): Goal {
  return { text: `${what}, below ${limit} ${unit}`, measured: `${plain(value)} ${unit}`, met: value < limit };
}

import { spawn } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, toolOf, type Tool } from '../adapters/bundles.ts';
import { jobOf60Lines } from '../inputs/job.ts';
import type { Outcome } from '../measure/messages.ts';
import { median, summaryOf } from '../measure/statistics.ts';
import { ms, plain, times } from '../report/numbers.ts';
import type { Section, SectionResult } from '../report/result.ts';

const GOAL_MS = 20;
const PROGRAM = join(import.meta.dirname, '..', 'measure', 'once.mjs');
const NOTHING: Tool = { name: 'Node alone', file: '' };

/** One fresh process, in ms. */
interface Start {
  readonly load: number;
  /** From before the tool is loaded until the text is parsed. */
  readonly first: number;
  /** From spawning the process until it has ended. */
  readonly whole: number;
  readonly errors: Outcome;
}

/** The first parse of a fresh process, the loading of the parser included. */
export const cold: Section = async ({ processes }) => {
  const names = ['blinkParser', 'blinkDiagnose', 'dtSqlParser', 'nodeSqlParser'] as const;
  const tools = [...(await Promise.all(names.map(name => toolOf(name)))), NOTHING];
  mkdirSync(BUNDLES, { recursive: true });
  const text = join(BUNDLES, 'job.sql');
  writeFileSync(text, jobOf60Lines());
  const starts = tools.map((): Start[] => []);
  // The first round reads the files into the system's cache and does not count.
  for (let round = -1; round < processes; round += 1) {
    for (const [index, tool] of tools.entries()) {
      const start = await startOnce(tool, text);
      if (round >= 0) starts[index]?.push(start);
    }
  }
  const own = median((starts[0] ?? []).map(({ first }) => first));
  return {
    title: 'First parse of a fresh process',
    about:
      `A job of 60 lines, ${processes} fresh processes for each tool, in turn, files in the system's cache. "First ` +
      'parse" counts from before the module is loaded until the text is parsed, "whole process" from spawning it to ' +
      'its end. Every tool is one minified file without what the parse does not need.',
    head: [
      'tool',
      'file',
      'load',
      'first parse',
      'min - max',
      'whole process',
      'errors found',
      'first parse, ours is 1',
    ],
    rows: tools.map((tool, index) => rowOf(tool, starts[index] ?? [], own)),
    goals: [
      { text: `first parse, loading included, below ${GOAL_MS} ms`, measured: ms(own), met: own < GOAL_MS },
    ],
  } satisfies SectionResult;
};

function rowOf(tool: Tool, starts: readonly Start[], own: number): string[] {
  const whole = ms(median(starts.map(start => start.whole)));
  if (tool === NOTHING) return [tool.name, '', '', '', '', whole, '', ''];
  const { median: first, min, max } = summaryOf(starts.map(start => start.first));
  return [
    tool.name,
    `${plain(statSync(tool.file).size / 1_024)} KB`,
    ms(median(starts.map(({ load }) => load))),
    ms(first),
    `${plain(min)} - ${plain(max)}`,
    whole,
    String(starts[0]?.errors ?? 'gives up'),
    times(first / own),
  ];
}

function startOnce({ file }: Tool, text: string): Promise<Start> {
  const before = performance.now();
  const args = file === '' ? [PROGRAM, text] : [PROGRAM, text, file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      const whole = performance.now() - before;
      if (code !== 0) reject(new Error(`a fresh process with ${file} ended with ${code ?? 'a signal'}`));
      else if (output === '') resolve({ load: 0, first: 0, whole, errors: null });
      else resolve({ ...(JSON.parse(output) as Omit<Start, 'whole'>), whole });
    });
  });
}

import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../test/language/material.ts';
import { lex } from './lexer/lexer.ts';
import { parseScript } from './script.ts';

/** The time of the shortest of some runs, in ms: what is left when the machine is not busy elsewhere. */
function shortest(run: () => unknown, rounds: number): number {
  let best = Infinity;
  for (let i = 0; i < rounds; i++) {
    const before = performance.now();
    run();
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

/** The processor time of some runs together, in ms: what else the machine does is no part of it. */
function processorTime(run: () => unknown, rounds: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < rounds; i++) run();
  return process.cpuUsage(before).user / 1_000;
}

const CORPUS = corpusScripts().map(({ text }) => text);

describe('time', () => {
  it('to parse is at most four times that of the lexer alone', () => {
    const lexing = shortest(() => CORPUS.forEach(text => lex(text)), 60);
    const parsing = shortest(() => CORPUS.forEach(text => parseScript(text)), 60);
    console.log(
      `lexer ${lexing.toFixed(2)} ms, parse ${parsing.toFixed(2)} ms, ratio ${(parsing / lexing).toFixed(2)}`,
    );
    expect(parsing / lexing).toBeLessThanOrEqual(4);
  });

  it.each([
    ['a valid script', `${CORPUS[1] ?? ''};\n`, 40],
    [
      'a script of faults',
      "CREATE TABLE t (a INT, value INT) WITH ('type' = 1);\nSELECT a, FROM t WHERE ((b;\n",
      200,
    ],
    ['one long statement of faults', 'a, value INT, 1 INT, b ARRAY<INT> ＃,', 500],
    ['openings without an end', "/* ' ` (( { [ CASE ", 4_000],
    ['quotes that never close', "''' U&'x _a' ", 4_000],
    ['dollars and dots', 'a.b-c$$$_d$e${ ', 4_000],
  ])('grows with the length only: %s', (_, unit, count) => {
    const small = unit.repeat(count);
    const large = unit.repeat(count * 4);
    const head = unit.startsWith('a,') ? 'CREATE TABLE t (' : '';
    const time = (text: string): number => processorTime(() => parseScript(head + text), 15);
    time(small);
    const [one, four] = [time(small), time(large)];
    // Four times the text; the rest is for caches and collection. A square would be sixteen.
    expect(four).toBeLessThan(one * 10 + 100);
  });
});

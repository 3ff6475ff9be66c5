import type { IGrammar, StateStack } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts, snippets } from '../language/material.ts';
import { loadGrammar, tokenize, tokenizeLine } from './tokenize.ts';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** Processor time in milliseconds. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The least processor time of a line in three tries: the collector and the compiler do not count. */
function timeOf(line: string, state: StateStack | null): number {
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const before = cpu();
    tokenizeLine(grammar, line, state);
    least = Math.min(least, cpu() - before);
  }
  return least;
}

describe('real scripts', () => {
  it('have nothing that is shown as wrong, when they are right', () => {
    const wrong = corpusScripts()
      .filter(({ kind, dialect }) => kind === 'valid' && dialect === 'blink')
      .flatMap(({ file, text }) =>
        tokenize(grammar, text)
          .filter(({ scopes }) => scopes.some(scope => scope.startsWith('invalid')))
          .map(token => `${file}: ${token.text}`),
      );
    expect(wrong).toEqual([]);
  });

  it('end outside of texts and comments when they are right', () => {
    const open = conformanceCases()
      .filter(({ accept }, i) => accept && i % 6 === 0)
      .filter(({ sql }) => {
        const last = tokenize(grammar, `${sql}\n;`).at(-1);
        return last?.scopes.join() !== 'punctuation.terminator.statement';
      });
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('take little time, line by line', () => {
    let lines = 0;
    let slowest = 0;
    let total = 0;
    for (const { text } of corpusScripts()) {
      let state: StateStack | null = null;
      for (const line of text.split('\n')) {
        const before = cpu();
        const done = tokenizeLine(grammar, line, state);
        let time = cpu() - before;
        if (time > 5) time = Math.min(time, timeOf(line, state));
        total += time;
        slowest = Math.max(slowest, time);
        ({ state } = done);
        lines++;
      }
    }
    console.log(
      `${lines} lines, ${total.toFixed(0)} ms of processor time, the slowest ${slowest.toFixed(2)} ms`,
    );
    expect(slowest).toBeLessThan(20);
    expect(total / lines).toBeLessThan(1);
  });
});

describe('long lines', () => {
  it.each([
    ['names', 'a.b.c, '],
    ['one long name', 'abcdefghij'],
    ['digits', '1234567890'],
    ['open parentheses', '((((((((('],
    ['quotes', "''"],
    ['back-quotes', '``'],
    ['blanks', '          '],
    ['dots', 'a.'],
    ['dollars', '${'],
    ['words of two', 'AFTER MATCH '],
    ['half a property', 'WITH '],
    ['keys without values', 'WITH (a.b.c.d '],
    ['comments that do not end', '/* '],
    ['backslashes', String.raw`'\\`],
  ])('of %s take time in proportion to their length', (_, piece) => {
    const small = piece.repeat(100);
    const large = piece.repeat(800);
    const times = [timeOf(small, null), timeOf(large, null)] as const;
    // Eight times the length; a quadratic rule would take 64 times the time. Two milliseconds are below what is measured well.
    expect(times[1]).toBeLessThan(Math.max(2, times[0]) * 24);
  });
});

describe('snippets', () => {
  it('have nothing that is shown as wrong', () => {
    const wrong = Object.values(snippets()).flatMap(({ body }) =>
      tokenize(grammar, body.join('\n').replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1')).filter(({ scopes }) =>
        scopes.some(scope => scope.startsWith('invalid')),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

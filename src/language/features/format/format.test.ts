import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../../../test/language/material.ts';
import { lex } from '../../syntax/lexer/lexer.ts';
import { parseScript } from '../../syntax/script.ts';
import { formatScript } from './format.ts';
import type { FormatOptions } from './options.ts';

/** Runs of each property; a long run sets BLINK_FUZZ_RUNS. */
const RUNS = Number(process.env['BLINK_FUZZ_RUNS'] ?? 1_000);

const anyOptions: fc.Arbitrary<Partial<FormatOptions>> = fc.record({
  keywordCase: fc.constantFrom('upper', 'lower', 'preserve'),
  indentSize: fc.constantFrom(1, 2, 4),
  useTabs: fc.boolean(),
  commaPlace: fc.constantFrom('trailing', 'leading'),
  lineWidth: fc.constantFrom(20, 60, 100, 1_000),
});

const ACCEPTED = conformanceCases()
  .filter(item => item.accept)
  .map(item => item.sql);
const CORPUS = corpusScripts().map(({ text }) => text);

/** Words of the grammar in upper case, all else as written. */
function tokensOf(text: string): string[] {
  const { types, starts, ends } = lex(text);
  return types.map((type, i) => (/^[A-Z]/.test(type) ? type : text.slice(starts[i], ends[i])));
}

/** Each comment with the kind of token before it, commas and semicolons left out. */
function commentsOf(text: string): string[] {
  const { types, starts, comments } = lex(text);
  const found: string[] = [];
  let before = '';
  let token = 0;
  for (let c = 0; c < comments.length; c += 2) {
    for (; (starts[token] ?? Infinity) < (comments[c] ?? 0); token++) {
      const type = types[token] ?? '';
      if (type !== ',' && type !== ';') before = type;
    }
    found.push(`${before} ${text.slice(comments[c], comments[c + 1]).trimEnd()}`);
  }
  return found;
}

function expectKept(before: string, options: Partial<FormatOptions>): void {
  const after = formatScript(before, options);
  expect(tokensOf(after)).toEqual(tokensOf(before));
  expect(commentsOf(after)).toEqual(commentsOf(before));
  const [old, now] = [parseScript(before), parseScript(after)];
  expect(now.statements.map(({ statement }) => tokensOf(statement.text))).toEqual(
    old.statements.map(({ statement }) => tokensOf(statement.text)),
  );
  expect(now.statements.map(({ statement }) => statement.problems.length)).toEqual(
    old.statements.map(({ statement }) => statement.problems.length),
  );
  expect(formatScript(after, options)).toBe(after);
}

describe('formatting keeps words and comments, and a second time changes nothing', () => {
  it.each([
    ['trailing commas', {}],
    ['leading commas, narrow', { commaPlace: 'leading', lineWidth: 40, keywordCase: 'lower' }],
  ] as const)('in the corpus: %s', (_, options) => {
    for (const text of CORPUS) expectKept(text, options);
  });

  it.each([
    ['trailing commas', {}],
    ['leading commas, narrow', { commaPlace: 'leading', lineWidth: 30, keywordCase: 'lower' }],
  ] as const)('in what the service accepts: %s', (_, options) => {
    for (const text of ACCEPTED) expectKept(text, options);
  });

  it('and leaves no valid statement as it is', () => {
    const left: string[] = [];
    for (const text of [...ACCEPTED, ...CORPUS])
      for (const { statement } of parseScript(text).statements) {
        if (statement.problems.length > 0) continue;
        if (/^\s/.test(formatScript(`\n\n\n${statement.text}`))) left.push(statement.text);
      }
    expect(left).toEqual([]);
  });

  it('with any options, comments and white space between any tokens', () => {
    const gap = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\n\n',
      ' -- note\n',
      '\n-- own line\n',
      ' /* in */ ',
      '\n/* a\n b */\n',
      ' // x\n',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...ACCEPTED, ...CORPUS),
        fc.array(fc.tuple(fc.nat(), gap), { maxLength: 6 }),
        anyOptions,
        (seed, gaps, options) => {
          const { starts } = lex(seed);
          const cuts = gaps.map(([at, text]) => ({ at: starts[at % starts.length] ?? 0, text }));
          cuts.sort((a, b) => b.at - a.at);
          let text = seed;
          for (const cut of cuts) text = text.slice(0, cut.at) + cut.text + text.slice(cut.at);
          expectKept(text, options);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

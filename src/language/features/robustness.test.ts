import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../../test/language/material.ts';
import { diagnose } from '../diagnose.ts';
import { lex } from '../syntax/lexer/lexer.ts';
import { parseScript } from '../syntax/script.ts';
import { foldingRanges } from './folding/folding.ts';
import { formatScript } from './format/format.ts';
import { selectionRanges } from './selectionRanges/selectionRanges.ts';
import { documentSymbols } from './symbols/symbols.ts';

/** Runs of each property; a long run sets BLINK_FUZZ_RUNS. */
const RUNS = Number(process.env['BLINK_FUZZ_RUNS'] ?? 1_000);

const SEEDS = [...corpusScripts().map(({ text }) => text), ...conformanceCases().map(({ sql }) => sql)];
const SPLINTERS = [
  "'",
  '"',
  '`',
  '(',
  ')',
  '/*',
  '*/',
  '--',
  '//',
  ';',
  ',',
  'CASE',
  'END',
  '\u00a0',
  '--region',
  '\r',
];

/** Scripts with tokens cut out, put in, or the rest cut off. */
const anyScript = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ...SPLINTERS)), { maxLength: 5 }),
    fc.option(fc.nat()),
  )
  .map(([seed, changes, cut]) => {
    let text = seed;
    for (const [where, splinter] of changes) {
      const { starts, ends } = lex(text);
      const i = where % starts.length;
      text = text.slice(0, starts[i]) + splinter + text.slice(splinter === '' ? ends[i] : starts[i]);
    }
    return cut === null ? text : text.slice(0, cut % (text.length + 1));
  });

/** Statements that cannot be parsed, as they are written. */
const brokenTexts = (text: string): string[] =>
  parseScript(text).statements.flatMap(({ statement }) =>
    statement.problems.some(({ kind }) => kind !== 'ddl') ? [statement.text] : [],
  );

/** The tokens of each statement, as the service splits the script. */
const wordsOf = (text: string): (readonly string[])[] =>
  parseScript(text).statements.map(({ statement }) => statement.tokens.types);

describe('any script, however broken', () => {
  it('has an outline, folds, selections and diagnostics inside of its text', () => {
    fc.assert(
      fc.property(anyScript, fc.nat(), (text, where) => {
        const script = parseScript(text);
        const isInside = ({ start, end }: { start: number; end: number }): boolean =>
          0 <= start && start <= end && end <= text.length;
        expect(documentSymbols(script).every(({ range }) => isInside(range))).toBe(true);
        expect(foldingRanges(script).every(({ startLine, endLine }) => startLine < endLine)).toBe(true);
        expect(selectionRanges(script, where % (text.length + 1)).every(isInside)).toBe(true);
        expect(diagnose(text, { language: 'zh' }).diagnostics.every(isInside)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('is formatted once and for all, its broken statements to the letter', () => {
    fc.assert(
      fc.property(anyScript, fc.constantFrom('trailing', 'leading'), (text, commaPlace) => {
        const once = formatScript(text, { commaPlace });
        expect(formatScript(once, { commaPlace })).toBe(once);
        expect(brokenTexts(once)).toEqual(brokenTexts(text));
        expect(wordsOf(once)).toEqual(wordsOf(text));
      }),
      { numRuns: RUNS },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { parseScript } from '../../syntax/script.ts';
import { selectionRanges } from './selectionRanges.ts';

const SQL = "SELECT 1;\nINSERT INTO s SELECT a, CONCAT(b.c, 'x y') AS d FROM t WHERE a = 1 AND b IN (2, 3)";

function expand(text: string, at: string): string[] {
  const offset = text.indexOf('|') >= 0 ? text.indexOf('|') : text.indexOf(at);
  return selectionRanges(parseScript(text), offset).map(({ start, end }) => text.slice(start, end));
}

describe('expanding a selection', () => {
  it('goes from a word over expression, list and clause to the statement', () => {
    expect(expand(SQL, "x y'")).toEqual([
      'x y',
      "'x y'",
      "b.c, 'x y'",
      "(b.c, 'x y')",
      "CONCAT(b.c, 'x y')",
      "CONCAT(b.c, 'x y') AS d",
      "SELECT a, CONCAT(b.c, 'x y') AS d",
      "SELECT a, CONCAT(b.c, 'x y') AS d FROM t WHERE a = 1 AND b IN (2, 3)",
      SQL.slice(10),
      SQL,
    ]);
  });

  it('takes a condition, then all conditions, then the clause', () => {
    expect(expand(SQL, '1 AND').slice(0, 4)).toEqual([
      '1',
      'a = 1',
      'a = 1 AND b IN (2, 3)',
      'WHERE a = 1 AND b IN (2, 3)',
    ]);
  });

  it('works in comments and in what cannot be parsed', () => {
    expect(expand('SELECT /* some words */ 1', 'words')[0]).toBe('/* some words */');
    expect(expand('SELECT FROM (a, WHERE', 'WHERE')).toEqual([
      'WHERE',
      'FROM (a, WHERE',
      'SELECT FROM (a, WHERE',
    ]);
    expect(selectionRanges(parseScript(''), 0)).toEqual([{ start: 0, end: 0 }]);
  });

  it('always grows, and holds the offset', () => {
    const scripts = corpusScripts().map(({ text }) => ({ text, script: parseScript(text) }));
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.nat(), ({ text, script }, any) => {
        const offset = any % (text.length + 1);
        let before = { start: offset, end: offset };
        for (const span of selectionRanges(script, offset)) {
          expect(span.start).toBeLessThanOrEqual(before.start);
          expect(span.end).toBeGreaterThanOrEqual(before.end);
          before = span;
        }
        expect(before).toEqual({ start: 0, end: text.length });
      }),
      { numRuns: 500 },
    );
  });
});

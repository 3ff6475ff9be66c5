import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { parseScript } from '../../syntax/script.ts';
import { foldingRanges } from './folding.ts';

const folds = (...lines: string[]): string[] =>
  foldingRanges(parseScript(lines.join('\n'))).map(
    ({ startLine, endLine, kind }) => `${kind} ${startLine}-${endLine}`,
  );

describe('folding', () => {
  it('folds a statement, its lists and CASE; the closing line stays in view', () => {
    expect(
      folds(
        'CREATE TABLE t (',
        '  a INT',
        ') WITH (',
        "  type = 'x'",
        ');',
        'SELECT',
        '  CASE',
        '    WHEN a THEN 1',
        '  END,',
        '  f(b)',
        'FROM t;',
      ),
    ).toEqual(['code 1-5', 'code 3-4', 'code 6-11', 'code 7-8']);
  });

  it('folds comments over lines and runs of line comments, but none behind code', () => {
    expect(
      folds('/* a', ' b */', 'SELECT 1; -- x', '-- y', '-- z', '', '-- alone', 'SELECT 2;', '-- e', '-- f'),
    ).toEqual(['comment 1-2', 'comment 4-5', 'comment 9-10']);
  });

  it('folds regions, one inside the other', () => {
    expect(
      folds(
        '--region a',
        'SELECT 1;',
        '-- #region b',
        'SELECT 2;',
        '-- endregion',
        '--endregion',
        '--endregion',
      ),
    ).toEqual(['region 1-6', 'region 3-5']);
  });

  it('leaves out what stands on one line, and survives what is not closed', () => {
    expect(folds('SELECT (1);', 'SELECT ((', 'CASE')).toEqual(['code 2-3']);
    expect(folds('')).toEqual([]);
  });

  it('never reaches beyond the script', () => {
    for (const { text } of corpusScripts()) {
      const count = text.split('\n').length;
      for (const { startLine, endLine } of foldingRanges(parseScript(text))) {
        expect(startLine).toBeGreaterThanOrEqual(1);
        expect(endLine).toBeGreaterThan(startLine);
        expect(endLine).toBeLessThanOrEqual(count);
      }
    }
  });
});

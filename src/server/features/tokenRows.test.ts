import fc from 'fast-check';
import { expect, it } from 'vitest';
import { corpusScripts } from '../../../test/language/material.ts';
import { analyze } from '../../language/analysis/analyze.ts';
import { semanticTokens } from '../../language/features/semanticTokens/semanticTokens.ts';
import { parseScript } from '../../language/syntax/script.ts';
import { updateScript } from '../../language/syntax/update.ts';
import { LineTable } from '../documents/lineTable.ts';
import { encodeTokens } from './tokenEncoding.ts';
import { TokenRows } from './tokenRows.ts';

const code = {
  type: (type: string): number => type.length,
  modifiers: (all: readonly string[]): number => all.length,
};

const CORPUS = corpusScripts().map(({ text }) => text.slice(0, 4_000));

/** Statements on one line, over lines, without tokens, with a name over lines. */
const SCRIPTS = [
  'SELECT ${a};SELECT ${b}, 1 AS c; SELECT 1;SELECT ${c}\n, ${d};SELECT 1 AS `a\nb`;SELECT 1 AS `x\r\n`, 2 AS `y\ry`;SELECT ${e}',
  '\n\n;;-- x\n;SELECT ${a}; /* y\n */ SELECT ${b}',
  CORPUS.map(text => text.replaceAll('\n', ' ')).join(';'),
  ...CORPUS,
];

const edit = fc.record({
  start: fc.nat(),
  length: fc.nat(8),
  text: fc.constantFrom('', ' ', '\n', '\r', ';', "'", '`', 'x', '/*', ';SELECT ${q};', '${p}'),
});

it('statement by statement, tokens are those of the script as a whole, before edits and after', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SCRIPTS), fc.array(edit, { maxLength: 4 }), (text, edits) => {
      const rows = new TokenRows(code);
      let script = parseScript(text);
      let analysis = analyze(script);
      let memory: Uint32Array | undefined;
      const compare = (): void => {
        const lines = new LineTable(script.text);
        const data = rows.of(analysis.statements, lines, memory);
        expect([...data]).toEqual([...encodeTokens(semanticTokens(analysis), lines, code)]);
        memory = new Uint32Array(data.buffer);
      };
      compare();
      for (const { start, length, text: put } of edits) {
        const from = start % (script.text.length + 1);
        const end = Math.min(from + length, script.text.length);
        script = updateScript(script, { start: from, end, text: put });
        analysis = analyze(script, analysis);
        compare();
      }
    }),
    { numRuns: 300 },
  );
});

it('an edit within a statement redoes no other', () => {
  const text = 'SELECT 1 AS a;\n'.repeat(50);
  let counted = 0;
  const rows = new TokenRows({
    ...code,
    type: type => {
      counted++;
      return type.length;
    },
  });
  const analysis = analyze(parseScript(text));
  rows.of(analysis.statements, new LineTable(text));
  const all = counted;
  const script = updateScript(analysis.script, { start: 0, end: 0, text: '\n' });
  rows.of(analyze(script, analysis).statements, new LineTable(script.text));
  expect(all).toBeGreaterThan(0);
  expect(counted - all).toBeLessThanOrEqual(all / 50);
});

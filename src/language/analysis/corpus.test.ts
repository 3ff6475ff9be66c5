import { expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../../test/language/material.ts';
import { parseScript } from '../syntax/script.ts';
import { analyze } from './analyze.ts';
import { checkScript } from './check.ts';

/**
 * Errors and warnings on scripts of the corpus that parse, each looked at by hand: every one is a fault of the script.
 * Tables that are declared nowhere are left out: many scripts are parts of larger ones.
 */
const JUSTIFIED: Readonly<Record<string, readonly string[]>> = {
  // The query reads `T.sex` from a view without an alias, and writes two columns into four.
  '001.sql': ['unknown-alias', 'insert-columns'],
  // The source has the columns name, age and birthday.
  '019.sql': ['unknown-column', 'unknown-column', 'unknown-column'],
  // The manual's own table of keys calls endPoint and consumerGroup required.
  '042.sql': ['property-missing'],
  // A grammar test: columns beside an aggregate without GROUP BY.
  '105.sql': ['not-grouped', 'not-grouped'],
  // The columns of the view stand in another order than those of the sink.
  '109.sql': ['insert-types'],
};

it('no check gives a false alarm on a script of the corpus that parses', () => {
  const found: Record<string, string[]> = {};
  for (const { file, text, kind, dialect } of corpusScripts()) {
    if (kind !== 'valid' || dialect !== 'blink') continue;
    for (const { id, severity } of checkScript(analyze(parseScript(text))).findings) {
      if ((severity === 'error' || severity === 'warning') && id !== 'unknown-table')
        (found[file] ??= []).push(id);
    }
  }
  expect(found).toEqual(JUSTIFIED);
});

it('every script of the conformance set is analyzed without an exception, each in good time', () => {
  const cases = conformanceCases();
  let slowest = 0;
  for (const { sql } of cases) {
    const script = parseScript(sql);
    const start = performance.now();
    const { findings } = checkScript(analyze(script));
    slowest = Math.max(slowest, performance.now() - start);
    for (const { start: from, end } of findings) expect(from <= end && end <= sql.length).toBe(true);
  }
  console.log(`${cases.length} scripts, the slowest ${slowest.toFixed(1)} ms`);
  expect(slowest).toBeLessThan(2_000);
});

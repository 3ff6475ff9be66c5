import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { analyze } from '../../src/language/analysis/analyze.ts';
import { checkScript } from '../../src/language/analysis/check.ts';
import { parseScript } from '../../src/language/syntax/script.ts';
import { updateScript } from '../../src/language/syntax/update.ts';

const SCRIPT = `CREATE TABLE src (id BIGINT, name VARCHAR) WITH (type = 'random');
CREATE TABLE snk (id BIGINT, name VARCHAR) WITH (type = 'print');
CREATE VIEW one AS SELECT id, name FROM src;
CREATE VIEW two AS SELECT id, name FROM one;
INSERT INTO snk SELECT id, name FROM two;
INSERT INTO snk SELECT id, nam FROM srcs`;

it('an editing session keeps nothing alive of the states the script went through', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let analysis = analyze(parseScript(SCRIPT));
  let result = checkScript(analysis);
  const states: WeakRef<object>[] = [];
  // Each keystroke in another statement: what is known of each comes from another state.
  for (let i = 0; i < 60; i++) {
    const start = (analysis.statements[i % 6]?.offset ?? 0) + 8;
    const isTyped = i % 12 < 6;
    const edit = { start, end: isTyped ? start : start + 1, text: isTyped ? ' ' : '' };
    analysis = analyze(updateScript(analysis.script, edit), analysis);
    result = checkScript(analysis, {}, result);
    states.push(...[analysis, analysis.names, analysis.usages].map(state => new WeakRef<object>(state)));
  }
  // What was looked at in a turn is kept until its end.
  await new Promise(setImmediate);
  collect();
  const now: object[] = [analysis, analysis.names, analysis.usages];
  const alive = states
    .map(state => state.deref())
    .filter(state => state !== undefined && !now.includes(state));
  expect(alive.length).toBe(0);
  expect(result.analysis).toBe(analysis);
});

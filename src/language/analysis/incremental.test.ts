import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../test/language/material.ts';
import { parseScript } from '../syntax/script.ts';
import { applyEdit, updateScript } from '../syntax/update.ts';
import type { Edit } from '../syntax/update.ts';
import { align } from './align.ts';
import { analyze } from './analyze.ts';
import type { Analysis } from './analyze.ts';
import { checkScript } from './check.ts';
import type { CheckResult } from './check.ts';
import { usageOf } from './usage.ts';

/** Runs of the property; a long run sets BLINK_FUZZ_RUNS. */
const RUNS = Number(process.env['BLINK_FUZZ_RUNS'] ?? 400);

/** What reads what: a change of one statement changes what others mean, through views, names and uses. */
const CHAIN = `CREATE FUNCTION parse AS 'a.Parse';
CREATE TABLE src (id BIGINT, name VARCHAR, ms BIGINT, ts AS TO_TIMESTAMP(ms), WATERMARK FOR ts AS withOffset(ts, 1000)) WITH (type = 'random');
CREATE TABLE dim (id BIGINT, city VARCHAR, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE VIEW above AS SELECT id, parse(name) AS p FROM src;
CREATE VIEW middle AS SELECT a.id, a.p, d.city FROM above AS a JOIN dim FOR SYSTEM_TIME AS OF PROCTIME() AS d ON a.id = d.id;
CREATE TABLE snk (id BIGINT, p VARCHAR) WITH (type = 'print');
INSERT INTO snk SELECT id, p FROM middle;
INSERT INTO snk SELECT id, nam FROM srcs;
`;

const SCRIPTS = [
  CHAIN,
  CHAIN + CHAIN.replaceAll(/\b(src|dim|snk|above|middle)\b/g, '$1_2'),
  ...corpusScripts().map(({ text }) => text.slice(0, 3_000)),
];

/** What is typed: parts of names, things that part and glue statements, whole statements that declare or read. */
const TYPED = [
  '', 'x', '_2', ' ', '\n', ';', "'", '"', '`', '--', '/*', '*/', '\\;', '(', ')', ',', '.', '${p}',
  'src', 'dim', 'middle', 'above', 'id', 'SELECT ', ' FROM src', "don't ",
  ';CREATE TABLE src (id INT, q VARCHAR) WITH (type = \'print\');',
  ';CREATE VIEW dim AS SELECT 1 AS id;', ';CREATE VIEW srcs AS SELECT id AS nam FROM middle;',
  ';CREATE TABLE broken (id INT,, ) ;', ";CREATE FUNCTION parse AS 'x';", ';INSERT INTO dim SELECT 1, name FROM src;',
]; // prettier-ignore

/** A place, how much goes, what comes. */
const step = fc.tuple(
  fc.nat(),
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 0, 1, 3) }, fc.nat({ max: 300 })),
  fc.constantFrom(...TYPED),
);

function editOf(text: string, [where, size, typed]: readonly [number, number, string]): Edit {
  const start = where % (text.length + 1);
  return { start, end: Math.min(start + size, text.length), text: typed };
}

/** All that a person sees, and what later edits build on. */
function seen(analysis: Analysis, { findings }: CheckResult): unknown {
  return {
    findings: findings.map(({ id, start, end, severity, message, fixes }) => ({
      id, start, end, severity, message, fixes,
    })), // prettier-ignore
    tables: analysis.names.tableNames(),
    functions: analysis.names.functionNames(),
    statements: analysis.statements.map(({ offset, model }) => ({
      offset,
      faults: model?.faults,
      references: model?.references.map(({ start, end, use, target }) => [start, end, use, target.kind]),
      columns: model?.output?.columns.map(({ name, type, time }) => [name, type, time]),
      usage: model?.declares?.kind === 'with' || model?.declares === undefined
        ? undefined
        : usageOf(analysis.usages, model.declares),
    })), // prettier-ignore
  };
}

describe('after any edits', () => {
  it('the analysis and the findings are those of a fresh run', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCRIPTS),
        // Several edits may come before the next analysis.
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        (text, batches, caseSensitive, isUndone) => {
          let script = parseScript(text);
          let analysis = analyze(script, undefined, { caseSensitive });
          let result = checkScript(analysis);
          const compare = (): void => {
            analysis = analyze(script, analysis, { caseSensitive });
            result = checkScript(analysis, {}, result);
            const fresh = analyze(parseScript(script.text), undefined, { caseSensitive });
            expect(script).toEqual(fresh.script);
            expect(seen(analysis, result)).toEqual(seen(fresh, checkScript(fresh)));
          };
          for (const batch of batches) {
            const undo: Edit[] = [];
            for (const one of batch) {
              const edit = editOf(script.text, one);
              const { start, end } = edit;
              undo.unshift({ start, end: start + edit.text.length, text: script.text.slice(start, end) });
              script = updateScript(script, edit);
            }
            compare();
            // What was glued together or taken out comes back.
            if (!isUndone) continue;
            for (const edit of undo) script = updateScript(script, edit);
            compare();
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('an earlier state can be gone on from twice', () => {
    const first = analyze(parseScript(CHAIN));
    const checked = checkScript(first);
    for (const typed of ['x', ' ', ';']) {
      const edit = { start: CHAIN.indexOf('src ('), end: CHAIN.indexOf('src (') + 1, text: typed };
      const next = analyze(updateScript(first.script, edit), first);
      const fresh = analyze(parseScript(applyEdit(CHAIN, edit)));
      expect(seen(next, checkScript(next, {}, checked))).toEqual(seen(fresh, checkScript(fresh)));
    }
    expect(seen(first, checkScript(first, {}, checked))).toEqual(seen(first, checked));
  });

  it('new severities hold at once', () => {
    const analysis = analyze(parseScript(CHAIN));
    const before = checkScript(analysis);
    const after = checkScript(analysis, { 'unknown-table': 'off', 'unknown-column': 'hint' }, before);
    expect(before.findings.some(({ id }) => id === 'unknown-table')).toBe(true);
    expect(after.findings.some(({ id }) => id === 'unknown-table')).toBe(false);
    expect(after.findings).toEqual(
      checkScript(analysis, { 'unknown-table': 'off', 'unknown-column': 'hint' }).findings,
    );
  });
});

describe('an edit redoes little', () => {
  const redone = (edit: Edit): { resolved: number[]; checked: number[] } => {
    const before = analyze(parseScript(CHAIN));
    const result = checkScript(before);
    const after = analyze(updateScript(before.script, edit), before);
    const checked = checkScript(after, {}, result);
    const changed = <Item>(now: readonly Item[], old: readonly Item[]): number[] =>
      now.flatMap((item, i) => (old.includes(item) ? [] : [i]));
    return {
      resolved: changed(after.resolved, before.resolved),
      checked: changed(checked.checked, result.checked),
    };
  };

  it('only what reads what changed', () => {
    const start = CHAIN.indexOf('p FROM middle');
    expect(redone({ start, end: start, text: ' ' })).toEqual({ resolved: [6], checked: [6] });
    const view = CHAIN.indexOf('a.p, d.city');
    expect(redone({ start: view, end: view, text: ' ' })).toEqual({ resolved: [4, 6], checked: [4, 6] });
    expect(redone({ start: 0, end: 0, text: '-- x\n' })).toEqual({
      resolved: [0, 3, 4, 6],
      checked: [0, 3, 4, 6],
    });
  });

  it('a table no longer read is checked again, and the one that suggests its name', () => {
    const start = CHAIN.indexOf('dim (id');
    expect(redone({ start, end: start + 3, text: 'other' })).toEqual({
      resolved: [2, 4, 6],
      checked: [2, 4, 6],
    });
    const name = CHAIN.indexOf('src (id');
    expect(redone({ start: name, end: name + 3, text: 'other' }).checked).toEqual([1, 3, 4, 6, 7]);
  });
});

describe('a quote that is closed again', () => {
  it('brings back all that was found out behind it', () => {
    const before = analyze(parseScript(CHAIN));
    const result = checkScript(before);
    const start = CHAIN.indexOf('parse AS');
    const open = updateScript(before.script, { start, end: start, text: '"' });
    expect(open.statements.length).toBe(1);
    const between = analyze(open, before);
    const betweenResult = checkScript(between, {}, result);
    const typed = updateScript(open, { start: start + 1, end: start + 1, text: 'x' });
    const closed = updateScript(typed, { start, end: start + 2, text: '' });
    const after = analyze(closed, analyze(typed, between));
    const kept = closed.statements.map(
      ({ statement }, i) => statement === before.script.statements[i]?.statement,
    );
    expect(kept).toEqual(new Array<boolean>(8).fill(true));
    expect(after.statements.map(({ model }) => model)).toEqual(before.statements.map(({ model }) => model));
    expect(after.statements.every(({ model }, i) => model === before.statements[i]?.model)).toBe(true);
    expect(checkScript(after, {}, betweenResult).checked.every(item => result.checked.includes(item))).toBe(
      true,
    );
  });

  it('gives no statement two places', () => {
    const unit = 'SELECT 1;SELECT 2;SELECT 3;SELECT 4;SELECT 5;SELECT 6;';
    const open = updateScript(parseScript(unit), { start: 0, end: 0, text: "'" });
    const closed = updateScript(open, { start: 0, end: 1, text: '' });
    const twice = updateScript(closed, { start: unit.length, end: unit.length, text: unit });
    expect(new Set(twice.statements.map(({ statement }) => statement)).size).toBe(12);
  });
});

describe('statements that are kept', () => {
  it('are found between several changes, in their order', () => {
    const [a, b, c, d, e] = parseScript('SELECT 1; SELECT 2; SELECT 3; SELECT 4; SELECT 5').statements;
    if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined)
      throw new Error('five statements');
    expect(align([a, b, c, d], [e, b, d])).toEqual({ from: [-1, 1, 3], gone: [0, 2] });
    expect(align([a, b, c], [a, b, c])).toEqual({ from: [0, 1, 2], gone: [] });
    expect(align([a, b, c], [a, c, b]).from).toEqual([0, 2, -1]);
    expect(align([], [a])).toEqual({ from: [-1], gone: [] });
  });
});

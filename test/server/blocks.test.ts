import { expect, it } from 'vitest';
import { complete } from '../../src/language/features/completion/complete.ts';
import { foldingRanges } from '../../src/language/features/folding/folding.ts';
import { hoverAt } from '../../src/language/features/hover/hover.ts';
import { lineageInSteps } from '../../src/language/features/lineage/lineage.ts';
import { semanticTokens } from '../../src/language/features/semanticTokens/semanticTokens.ts';
import { documentSymbols } from '../../src/language/features/symbols/symbols.ts';
import { diagnosticsIn } from '../../src/language/diagnose.ts';
import type { Steps } from '../../src/language/syntax/steps.ts';
import { protocolDiagnostic } from '../../src/server/diagnostics/protocolDiagnostic.ts';
import { Knowledge } from '../../src/server/documents/knowledge.ts';
import { LIMITS } from '../../src/server/documents/limits.ts';
import { LineTable } from '../../src/server/documents/lineTable.ts';

/**
 * The longest the server may be deaf, in ms of the processor time of its one thread. The goal is 200; what is measured is
 * below 100 on a machine of today. A slow one gets some room: what this test is for took seconds.
 */
const LONGEST = 600;

const list = (count: number, text: (index: number) => string, separator = ', '): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(separator);
const lines = (count: number, text: (index: number) => string): string => list(count, text, '\n');

const T = "CREATE TABLE t (k BIGINT, a VARCHAR) WITH (type = 'random');\n";
const wide = (columns: number): string =>
  `CREATE TABLE t (${list(columns, i => `c${i} INT`)}) WITH (type = 'random');\n`;

/** Texts near the limits, each with another thing to be many of. */
const HOSTILE: Readonly<Record<string, () => string>> = {
  'a long select list': () => `${T}INSERT INTO o SELECT ${list(8_000, i => `k + ${i} AS b${i}`)} FROM t;`,
  'a long list of unknown columns': () => `${T}INSERT INTO o SELECT ${list(17_000, i => `x${i}`)} FROM t;`,
  'unknown functions': () => `INSERT INTO o SELECT ${list(14_000, i => `f${i}(1)`)} FROM t;`,
  'unknown tables': () => `INSERT INTO o SELECT 1 FROM ${list(14_000, i => `u${i}`)};`,
  'a long condition': () =>
    `${T}INSERT INTO o SELECT k FROM t WHERE ${list(9_000, i => `k = ${i}`, ' OR ')};`,
  'joins by conditions': () =>
    `${T}INSERT INTO o SELECT 1 FROM t AS a0 ${lines(2_500, i => `JOIN t AS a${i + 1} ON a${i}.k = a${i + 1}.k`)};`,
  'joins by commas': () =>
    `${T}INSERT INTO o SELECT 1 FROM ${list(3_000, i => `t AS a${i}`)} WHERE ${list(3_000, i => `a${i}.k = a0.k`, ' AND ')};`,
  'joins by USING': () =>
    `${T}INSERT INTO o SELECT k FROM t AS b ${lines(4_000, i => `JOIN t AS a${i} USING (k)`)};`,
  'ambiguous columns': () =>
    `${T}INSERT INTO o SELECT ${list(5_000, () => 'k')} FROM ${list(2_000, i => `t AS a${i}`)};`,
  'one alias again and again': () => `INSERT INTO o SELECT 1 FROM ${list(10_000, () => 't a')};`,
  'items of WITH': () =>
    `${T}INSERT INTO o WITH w0 AS (SELECT * FROM t)${list(3_500, i => `, w${i + 1} AS (SELECT * FROM w${i})`, '')} SELECT * FROM w3500;`,
  'a union': () => `${wide(100)}INSERT INTO o ${list(5_000, () => 'SELECT * FROM t', ' UNION ALL ')};`,
  groups: () =>
    `${wide(5_000)}INSERT INTO o SELECT ${list(5_000, i => `c${i}`)} FROM t GROUP BY ${list(5_000, i => `c${i} + 1`)};`,
  'ten thousand columns': () => `${wide(10_000)}INSERT INTO o SELECT ${list(10_000, i => `c${i}`)} FROM t;`,
  'ten thousand columns of five thousand names': () =>
    `CREATE TABLE t (${list(10_000, i => `c${i % 5_000} INT`)}) WITH (type = 'random');`,
  properties: () => `CREATE TABLE t (a INT) WITH (${list(9_000, i => `k${i} = 'v'`)});`,
  'deep sub-queries': () =>
    `${T}INSERT INTO o SELECT k FROM t WHERE k IN (${'SELECT nope FROM t WHERE k IN ('.repeat(140)}SELECT k FROM t${')'.repeat(141)};`,
  'deep parentheses, many': () =>
    `${T}INSERT INTO o SELECT ${list(200, () => `${'('.repeat(250)}x${')'.repeat(250)}`)} FROM t;`,
  'five thousand views, each of the one before': () =>
    `${T}CREATE VIEW v0 AS SELECT k, a FROM t;\n${lines(5_000, i => `CREATE VIEW v${i + 1} AS SELECT k, a FROM v${i};`)}\nINSERT INTO o SELECT k, a FROM v5000;`,
  'two hundred views of two hundred columns': () =>
    `${wide(200)}CREATE VIEW v0 AS SELECT * FROM t;\n${lines(200, i => `CREATE VIEW v${i + 1} AS SELECT * FROM v${i};`)}\nINSERT INTO o SELECT * FROM v200;`,
  'twenty thousand statements': () => lines(LIMITS.statements - 1, i => `SELECT ${i};`),
  'twenty thousand unknown tables': () =>
    lines(LIMITS.statements - 1, i => `INSERT INTO o${i} SELECT a FROM u${i};`),
  'twenty thousand tables of one name': () => T.repeat(LIMITS.statements - 1),
  'a text as long as can be': () => {
    const job = `${T}CREATE VIEW v AS SELECT k, a FROM t;\n-- ${'x'.repeat(2_000)}\nINSERT INTO o SELECT k, '\${p}' FROM v;\n`;
    return job.repeat(Math.floor(LIMITS.text / job.length));
  },
};

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** What took longest, and how long, in ms. */
class Longest {
  readonly times = new Map<string, number>();

  block<Result>(name: string, work: () => Result): Result {
    const before = processorTime();
    const result = work();
    this.times.set(name, Math.max(this.times.get(name) ?? 0, processorTime() - before));
    return result;
  }

  /** Each step is a block: between two of them messages are let in. */
  steps<Result>(name: string, steps: Steps<Result>): { result: Result; count: number } {
    for (let count = 1; ; count++) {
      const step = this.block(name, () => steps.next());
      if (step.done === true) return { result: step.value, count };
    }
  }
}

function checked(knowledge: Knowledge, longest: Longest, stage: string): number {
  const { count } = longest.steps(`${stage}: script`, knowledge.refresh());
  const { analysis } = knowledge;
  if (analysis === undefined) throw new Error(`refused: ${knowledge.excess?.kind ?? ''}`);
  const { findings } = longest.steps(`${stage}: checks`, knowledge.check(analysis, {})).result;
  longest.block(`${stage}: diagnostics`, () => {
    const table = new LineTable(knowledge.text);
    const told = diagnosticsIn(analysis.script, findings, 'en').map(item => protocolDiagnostic(item, table));
    return JSON.stringify(told);
  });
  return count;
}

it.each(Object.keys(HOSTILE))(
  'no step of the work takes long: %s',
  name => {
    const text = HOSTILE[name]?.() ?? '';
    const longest = new Longest();
    const knowledge = new Knowledge(text);
    const count = checked(knowledge, longest, 'opened');
    const { analysis } = knowledge;
    if (analysis === undefined) throw new Error('there is no analysis');
    // A turn for messages may be taken behind every statement, when it is read and when it is resolved.
    expect(count).toBeGreaterThan(analysis.statements.length);
    const { script } = analysis;
    longest.block('colours', () => semanticTokens(analysis));
    longest.block('outline', () => JSON.stringify(documentSymbols(script)));
    longest.block('folds', () => foldingRanges(script));
    longest.steps('lineage', lineageInSteps(analysis));
    for (const part of [0.1, 0.5, 0.9, 1]) {
      const offset = Math.floor(text.length * part);
      longest.block('hover', () => hoverAt(analysis, offset, 'en'));
      longest.block('completion', () => complete(analysis, offset, { language: 'en', parameters: [] }));
    }
    const middle = Math.floor(text.length / 2);
    knowledge.edit({ start: middle, end: middle, text: 'x' });
    checked(knowledge, longest, 'typed in');
    const slow = [...longest.times].filter(([, time]) => time > LONGEST);
    expect(slow).toEqual([]);
  },
  120_000,
);

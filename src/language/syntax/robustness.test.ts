import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../../test/language/material.ts';
import { lex } from './lexer/lexer.ts';
import type { Tokens } from './lexer/tokens.ts';
import { parseScript, parseStatement } from './script.ts';
import type { Script } from './script.ts';
import { walk } from './tree/walk.ts';
import { applyEdit, updateScript } from './update.ts';

/** Runs of each property; a long run sets BLINK_FUZZ_RUNS. */
const RUNS = Number(process.env['BLINK_FUZZ_RUNS'] ?? 2_000);

const SEEDS = [
  ...corpusScripts().map(({ text }) => text),
  ...conformanceCases()
    .filter((_, i) => i % 7 === 0)
    .map(({ sql }) => sql),
];

/** Pieces that break things: signs without their partner, words in odd places, characters that are none. */
const SPLINTERS = [
  "'",
  '"',
  '`',
  '(',
  ')',
  '((((',
  '[',
  '{',
  '{fn',
  '/*',
  '*/',
  '--',
  '//',
  ';',
  '\\;',
  '\\',
  ',',
  '.',
  '..',
  '$',
  '${',
  '${x}',
  '!=',
  '=>',
  '\u00a0',
  '\uff0c',
  '\ud83d',
  '\u0000',
  '\r',
  '\n',
  '\t',
  'SELECT',
  'FROM',
  'WITH',
  'BETWEEN',
  'AND',
  'NOT',
  'CASE',
  'END',
  'INTERVAL',
  'ROW',
  'CREATE TABLE',
  'INSERT INTO',
  'MATCH_RECOGNIZE',
  'EMIT',
  'PATTERN',
  'LIKE',
  'ESCAPE',
  'IN',
  'AS',
  'OVER (',
  "U&'",
  "X'",
  "_UTF16'",
  '1e',
  '0x1',
  'a$b',
  'UNION',
  'VALUES',
  'DEFAULT',
  'LATERAL TABLE(',
];

/** A script with some of its tokens dropped, doubled, swapped, or splintered. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('drop', 'double', 'swap', 'insert', 'cut'),
        fc.constantFrom(...SPLINTERS),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([seed, changes]) => {
    let text = seed.slice(0, 4_000);
    for (const [where, how, splinter] of changes) {
      const { starts, ends } = lex(text);
      const i = where % starts.length;
      const start = starts[i] ?? 0;
      const end = ends[i] ?? 0;
      const token = text.slice(start, end);
      if (how === 'drop') text = text.slice(0, start) + text.slice(end);
      else if (how === 'double') text = `${text.slice(0, end)} ${token}${text.slice(end)}`;
      else if (how === 'swap') text = `${text.slice(0, start)}${splinter} ${token}${text.slice(end)}`;
      else if (how === 'insert')
        text =
          text.slice(0, start + (where % (token.length + 1))) +
          splinter +
          text.slice(start + (where % (token.length + 1)));
      else text = text.slice(0, start);
    }
    return text;
  });

const anyText = fc.oneof(
  mutated,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...SPLINTERS), { maxLength: 40 }).map(parts => parts.join(' ')),
);

/** What lies between tokens must be blanks and comments, and everything together must be the text. */
function expectLossless({ text, starts, ends, comments, types }: Tokens): void {
  let at = 0;
  let comment = 0;
  for (let i = 0; i < types.length; i++) {
    let gap = at;
    const start = starts[i] ?? 0;
    while (comment < comments.length && (comments[comment] ?? 0) < start) {
      expect(text.slice(gap, comments[comment])).toMatch(/^[ \t\r\n\f]*$/);
      gap = comments[comment + 1] ?? 0;
      comment += 2;
    }
    expect(text.slice(gap, start)).toMatch(/^[ \t\r\n\f]*$/);
    at = ends[i] ?? 0;
    if (i < types.length - 1) expect(at).toBeGreaterThan(start);
  }
  expect(at).toBe(text.length);
  expect(comment).toBe(comments.length);
}

function expectSound(script: Script): void {
  let before = 0;
  for (const { offset, statement } of script.statements) {
    expect(offset).toBeGreaterThanOrEqual(before);
    expect(script.text.startsWith(statement.text, offset)).toBe(true);
    before = offset + statement.text.length;
    const { length } = statement.text;
    for (const { start, end } of statement.problems) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(length);
    }
    if (statement.node !== undefined)
      walk(statement.node, node => {
        if (node.start < 0 || node.end > length || node.start > node.end)
          throw new Error(`${node.kind} ${node.start}-${node.end} of ${length}`);
        return undefined;
      });
  }
}

describe('any text', () => {
  it('is parsed without an exception, and nothing of it is lost', () => {
    fc.assert(
      fc.property(anyText, text => {
        expectLossless(lex(text));
        expectSound(parseScript(text));
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same tree when only the changed statements are parsed again', () => {
    const edit = fc.tuple(
      mutated,
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.oneof(fc.constantFrom(...SPLINTERS), fc.string({ maxLength: 5 })),
    );
    fc.assert(
      fc.property(
        edit,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.constantFrom(...SPLINTERS)), { maxLength: 3 }),
        ([text, at, length, inserted], more) => {
          let script = parseScript(text);
          for (const [where, size, what] of [[at, length, inserted] as const, ...more]) {
            const start = where % (script.text.length + 1);
            const change = { start, end: Math.min(start + size, script.text.length), text: what };
            const expected = parseScript(applyEdit(script.text, change));
            script = updateScript(script, change);
            expect(script).toEqual(expected);
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('keeps the trees of statements an edit does not touch', () => {
    const before = parseScript(
      'CREATE VIEW a AS SELECT 1; CREATE VIEW b AS SELECT 2; CREATE VIEW c AS SELECT 3',
    );
    const after = updateScript(before, { start: 45, end: 46, text: ' 22, ' });
    expect(after.statements[0]).toBe(before.statements[0]);
    expect(after.statements[1]?.statement).not.toBe(before.statements[1]?.statement);
    expect(after.statements[2]?.statement).toBe(before.statements[2]?.statement);
  });
});

describe('deep nesting', () => {
  it.each([
    ['parentheses', `SELECT ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['sub-queries', `${'SELECT * FROM ('.repeat(10_000)}SELECT 1${')'.repeat(10_000)}`],
    ['calls', `SELECT ${'f('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['CASE', `SELECT ${'CASE WHEN '.repeat(10_000)}1`],
    ['casts', `SELECT ${'CAST('.repeat(10_000)}1`],
    ['arrays', `SELECT ${'ARRAY['.repeat(10_000)}1`],
    ['subscripts', `SELECT ${'a['.repeat(10_000)}1`],
    ['grouping sets', `SELECT 1 FROM t GROUP BY ${'GROUPING SETS ('.repeat(10_000)}a`],
    ['patterns', `SELECT * FROM t MATCH_RECOGNIZE (PATTERN ${'('.repeat(10_000)}a`],
    ['braces of patterns', `SELECT * FROM t MATCH_RECOGNIZE (PATTERN (${'{- '.repeat(10_000)}a`],
    ['named arguments', `SELECT f(${'a => '.repeat(10_000)}1)`],
    ['JDBC escapes', `SELECT ${'{fn abs('.repeat(10_000)}1`],
    ['EXPLAIN', `${'DESCRIBE '.repeat(10_000)} t`],
    ['intervals', `SELECT ${'- '.repeat(10_000)}1`],
  ])('of %s is refused or read, never an overflow', (_, text) => {
    const { problems } = parseStatement(text);
    expect(problems.length).toBeLessThanOrEqual(1);
  });

  it('is named as the reason', () => {
    const { problems } = parseStatement(`SELECT ${'('.repeat(10_000)}1`);
    expect(problems).toMatchObject([{ kind: 'limit', id: 'tooDeep' }]);
  });

  it('leaves long chains alone', () => {
    for (const chain of [' + 1', ' AND 1', " || 'a'", ' BETWEEN 1 AND 2', ' IS NULL', '[1]']) {
      const { node, problems } = parseStatement(`SELECT a${chain.repeat(20_000)}`);
      expect(problems).toEqual([]);
      expect(node).toBeDefined();
      if (node !== undefined) walk(node, () => undefined);
    }
    expect(parseStatement(`SELECT 1${' UNION ALL SELECT 1'.repeat(20_000)}`).problems).toEqual([]);
  });
});

describe('one mistake', () => {
  it.each([
    ['a quoted key', "CREATE TABLE t (a INT) WITH ('type' = 'x', topic = 'y')", "'type'"],
    ['a trailing comma', "CREATE TABLE t (a INT, b INT,) WITH (type = 'x')", ','],
    ['a reserved name', 'CREATE TABLE t (a INT, value INT, b INT)', 'value'],
    ['a misspelt WITH', "CREATE TABLE t (a INT) WIHT (type = 'x')", 'WIHT'],
    ['a number as a value', "CREATE TABLE t (a INT) WITH (type = 'x', size = 100, b = 'c')", '100'],
    ['a missing comma', "CREATE TABLE t (a INT) WITH (type = 'x' topic = 'y')", 'topic'],
    ['a trailing comma in SELECT', 'SELECT a, b, FROM t WHERE c = 1', ','],
    ['a double equals', 'SELECT a FROM t WHERE a == 1 GROUP BY b', '='],
    ['a missing END', "SELECT CASE WHEN a = 1 THEN 'x' AS c FROM t WHERE d = 1", 'AS'],
    ['an open parenthesis', 'SELECT COUNT(a FROM t', 'FROM'],
    ['an inline key', 'CREATE TABLE t (a INT PRIMARY KEY, b INT)', 'PRIMARY'],
    ['a reserved alias', 'SELECT a AS value FROM t WHERE b = 1', 'value'],
    ['a text that is never closed', "SELECT a, 'b FROM t; SELECT 1, 2 FROM u", "'"],
    ['a list that breaks off', 'CREATE TABLE t (a INT, ', ','],
    ['properties that break off', 'CREATE TABLE t (a INT) WITH (type = ', ' '],
    ['SELECT of nothing from nowhere', 'SELECT FROM', 'FROM'],
    ['a key with a hyphen', "CREATE TABLE t (a INT) WITH (type = 'x', group-id = 'y')", 'group'],
    ['a column called order', 'CREATE TABLE t (a INT, order VARCHAR, b INT)', 'order'],
    ['a comma before ORDER BY', 'SELECT a FROM t GROUP BY a, ORDER BY a', ','],
  ])('gives one problem, at what is wrong: %s', (_, text, wrong) => {
    const { problems } = parseStatement(text);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual([wrong]);
  });

  it('does not hide another: each of two is found', () => {
    const text = "CREATE TABLE t (a INT, value INT, b ROW<x INT>, c INT) WITH (type = 'x', size = 100)";
    const { problems } = parseStatement(text);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(['value', 'ROW', '100']);
  });
});

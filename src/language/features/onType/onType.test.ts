import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { parseScript } from '../../syntax/script.ts';
import { applyEdits, formatScript } from '../format/format.ts';
import { onTypeEdits } from './onType.ts';

const TWO = { indentSize: 2, useTabs: false };

/** The text as it becomes when the sign before `|` was just typed; behind a new line the editor may have put blanks. */
function typed(marked: string, style = TWO): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const sign = /\n[ \t]*$/.test(text.slice(0, offset)) ? '\n' : text[offset - 1] === ')' ? ')' : ';';
  return applyEdits(text, onTypeEdits(parseScript(text), offset, sign, style));
}

describe('after a new line', () => {
  it('what a clause asks for stands one level further in', () => {
    expect(typed('INSERT INTO o\nSELECT\n|')).toBe('INSERT INTO o\nSELECT\n  ');
    expect(typed('CREATE TABLE t (\n|)')).toBe('CREATE TABLE t (\n)');
    expect(typed('CREATE TABLE t (\n|\n)')).toBe('CREATE TABLE t (\n  \n)');
    expect(typed('SELECT a\nFROM t\nWHERE a = 1 AND\n|')).toBe('SELECT a\nFROM t\nWHERE a = 1 AND\n  ');
    expect(typed('SELECT a\nFROM (\n  SELECT a\n  FROM\n  |t\n)')).toBe(
      'SELECT a\nFROM (\n  SELECT a\n  FROM\n    t\n)',
    );
  });

  it('the next item of a list stands below the first', () => {
    expect(typed('SELECT\n    a,\n|')).toBe('SELECT\n    a,\n    ');
    expect(typed('SELECT a,\n|')).toBe('SELECT a,\n  ');
    expect(typed('CREATE TABLE t (\n\ta INT,\n|', { indentSize: 4, useTabs: true })).toBe(
      'CREATE TABLE t (\n\ta INT,\n\t',
    );
    expect(typed('SELECT a\nFROM t\nGROUP BY\n  a,\n|')).toBe('SELECT a\nFROM t\nGROUP BY\n  a,\n  ');
  });

  it('a query and its clauses stand at their own level', () => {
    expect(typed('CREATE VIEW v AS\n  |')).toBe('CREATE VIEW v AS\n');
    expect(typed('INSERT INTO o\n  |')).toBe('INSERT INTO o\n');
    expect(typed('INSERT INTO o\nSELECT\n  a\n  |FROM t')).toBe('INSERT INTO o\nSELECT\n  a\nFROM t');
    expect(typed('SELECT a FROM t;\n  |')).toBe('SELECT a FROM t;\n');
  });

  it('nothing is done where it is not certain, nor in strings and comments', () => {
    for (const same of [
      'SELECT a\nFROM t\nWHERE a = 1\n   |',
      "SELECT 'a\n    |",
      "SELECT 'a\n    |b' FROM t",
      'SELECT a /* x\n    | */ FROM t',
      '/* x\n    | */',
      '-- a\n--  \n   |-- b\nSELECT 1',
    ])
      expect(typed(same)).toBe(same.replace('|', ''));
  });
});

describe('after a closing parenthesis', () => {
  it('it stands below the line that opened it, if it is alone', () => {
    expect(typed('CREATE TABLE t (\n  a INT\n  )|')).toBe('CREATE TABLE t (\n  a INT\n)');
    expect(typed('SELECT *\nFROM (\n  SELECT a\n  FROM t\n    )|')).toBe(
      'SELECT *\nFROM (\n  SELECT a\n  FROM t\n)',
    );
    for (const same of ['SELECT (a\n  )| FROM t', "SELECT '(\n  )|'", '-- (\n  )|', '  )|'])
      expect(typed(same)).toBe(same.replace('|', ''));
  });
});

describe('after a semicolon', () => {
  it('no blanks stand before it', () => {
    expect(typed('SELECT a FROM t  ;|')).toBe('SELECT a FROM t;');
    expect(typed('SELECT a  ;| FROM t')).toBe('SELECT a; FROM t');
    for (const same of ["SELECT 'a  ;|", 'SELECT a FROM t\n  ;|', 'SELECT a -- b  ;|', ' ;|'])
      expect(typed(same)).toBe(same.replace('|', ''));
  });
});

describe('in real scripts', () => {
  it('a new line in a formatted script keeps its indentation, wherever it is certain', () => {
    let decided = 0;
    let equal = 0;
    for (const { text } of corpusScripts()) {
      const formatted = formatScript(text);
      for (const match of formatted.matchAll(/\n([ ]*)(?=[^ \n])/g)) {
        const at = match.index + 1;
        // As the editor does it: the line begins as the one before.
        const bare = formatted.slice(0, at) + formatted.slice(at + (match[1]?.length ?? 0));
        const [edit] = onTypeEdits(parseScript(bare), at, '\n', TWO);
        if (edit === undefined) continue;
        decided++;
        if (edit.text === match[1]) equal++;
      }
    }
    expect(decided).toBeGreaterThan(500);
    expect(equal / decided).toBeGreaterThan(0.97);
  });

  it('nothing but blanks is ever changed', () => {
    const scripts = corpusScripts().map(({ text }) => text);
    fc.assert(
      fc.property(
        fc.constantFrom(...scripts),
        fc.nat(),
        fc.constantFrom('\n', ')', ';'),
        (text, where, sign) => {
          const at = where % (text.length + 1);
          const after = text.slice(0, at) + sign + text.slice(at);
          const edits = onTypeEdits(parseScript(after), at + 1, sign, TWO);
          expect(edits.length).toBeLessThan(2);
          for (const { start, end, text: put } of edits)
            expect(after.slice(start, end).trim() + put.trim()).toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });
});

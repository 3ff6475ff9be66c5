import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { analyze } from '../../analysis/analyze.ts';
import type { Analysis } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { definitionAt } from './definition.ts';
import { highlightsAt } from './highlights.ts';
import { referencesAt } from './references.ts';
import { prepareRename, renameAt } from './rename.ts';

/** A script whose `|` marks the cursor. */
function at(marked: string): [analysis: Analysis, offset: number, text: string] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return [analyze(parseScript(text)), offset, text];
}

const lineOf = (text: string, start: number): string => {
  const before = text.slice(0, start);
  return `${before.split('\n').length}:${start - before.lastIndexOf('\n')}`;
};

const SCRIPT = `CREATE FUNCTION f AS 'a.B';
CREATE TABLE src (id INT, name VARCHAR, ts TIMESTAMP, WATERMARK wk FOR ts AS withOffset(ts, 1000));
CREATE TABLE target (id INT, n BIGINT);
CREATE VIEW v AS SELECT id, name AS label FROM src x WHERE x.id > 1;
INSERT INTO target SELECT v.id, COUNT(f(v.label)) FROM v GROUP BY v.id;`;

/** The script with the cursor at the n-th occurrence of a text. */
function on(word: string, nth = 1): [Analysis, number, string] {
  let offset = -1;
  for (let i = 0; i < nth; i++) offset = SCRIPT.indexOf(word, offset + 1);
  return at(`${SCRIPT.slice(0, offset)}|${SCRIPT.slice(offset)}`);
}

function renamed(marked: string, name: string): string {
  const [analysis, offset, text] = at(marked);
  const result = renameAt(analysis, offset, name, 'en');
  if ('refused' in result) return `refused: ${result.refused}`;
  return result.edits.reduceRight(
    (now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end),
    text,
  );
}

describe('navigation', () => {
  it('goes from a name to its declaration', () => {
    const target = ([analysis, offset, text]: [Analysis, number, string]): string | undefined => {
      const found = definitionAt(analysis, offset);
      return found === undefined ? undefined : lineOf(text, found.target.start);
    };
    expect(target(on('src x'))).toBe('2:14');
    expect(target(on('x.id'))).toBe('4:52');
    expect(target(on('id >'))).toBe('2:19');
    expect(target(on('f(v'))).toBe('1:17');
    expect(target(on('label)'))).toBe('4:37');
    expect(target(on('v GROUP'))).toBe('4:13');
    expect(target(on('wk'))).toBe('2:65');
    expect(target(on('COUNT'))).toBeUndefined();
    expect(target(on('INSERT'))).toBeUndefined();
  });

  it('lists every place of a column, through views that hand it on', () => {
    const [analysis, offset, text] = on('id INT');
    const found = referencesAt(analysis, offset).map(item => lineOf(text, item.start));
    expect(found).toEqual(['2:19', '4:25', '4:62', '5:29', '5:69']);
    const others = referencesAt(analysis, offset, { includeDeclaration: false });
    expect(others).toHaveLength(4);
  });

  it('marks declarations and targets as written', () => {
    const [analysis, offset] = on('target');
    expect(highlightsAt(analysis, offset).map(item => item.kind)).toEqual(['write', 'write']);
    const [same, view] = on('v AS');
    expect(highlightsAt(same, view).map(item => item.kind)).toEqual([
      'write',
      'read',
      'read',
      'read',
      'read',
    ]);
  });
});

describe('renaming', () => {
  it('changes every place and nothing else', () => {
    const after = renamed(SCRIPT.replace('src (', '|src ('), 'clicks');
    expect(after).toBe(SCRIPT.replaceAll('src', 'clicks'));
    expect(renamed(SCRIPT.replace('label)', 'lab|el)'), 'caption')).toBe(
      SCRIPT.replaceAll('label', 'caption'),
    );
    expect(renamed(SCRIPT.replace('f(v', '|f(v'), 'g')).toBe(
      SCRIPT.replace('FUNCTION f', 'FUNCTION g').replace('f(v', 'g(v'),
    );
    expect(renamed(SCRIPT.replace('wk', '|wk'), 'mark')).toBe(SCRIPT.replace('wk', 'mark'));
  });

  it('renames what names the column of a union', () => {
    const script = `CREATE TABLE a (x INT); CREATE TABLE b (y INT);
CREATE VIEW u AS SELECT x AS k FROM a UNION ALL SELECT y FROM b; SELECT u.|k FROM u;`;
    expect(renamed(script, 'z')).toBe(script.replace('|', '').replace('AS k', 'AS z').replace('u.k', 'u.z'));
  });

  it('puts what needs them into back-quotes', () => {
    const script = 'CREATE TABLE a (|x INT); SELECT x FROM a;';
    expect(renamed(script, 'value')).toBe('CREATE TABLE a (`value` INT); SELECT `value` FROM a;');
    expect(renamed(script, '`value`')).toBe('CREATE TABLE a (`value` INT); SELECT `value` FROM a;');
    expect(renamed(script, 'a b')).toBe('CREATE TABLE a (`a b` INT); SELECT `a b` FROM a;');
    expect(renamed('CREATE TABLE a (`|x` INT)', 'y')).toBe('CREATE TABLE a (y INT)');
    // Without back-quotes the words would run together.
    expect(renamed('CREATE TABLE a (`|x`INT); SELECT`x`FROM a', 'y')).toBe(
      'CREATE TABLE a (`y`INT); SELECT`y`FROM a',
    );
  });

  it('refuses what is no symbol, what clashes, and what would part a USING', () => {
    const two = 'CREATE TABLE a (|x INT, y INT); CREATE TABLE b (x INT); SELECT 1 FROM a JOIN b';
    expect(renamed('|SELECT 1', 'x')).toMatch(/^refused: There is no table/);
    expect(renamed('SELECT |COUNT(1) FROM a', 'x')).toMatch(/^refused: A built-in/);
    expect(renamed(two, 'Y')).toMatch(/^refused: 'Y' is already/);
    expect(renamed(`${two} USING (x)`, 'z')).toMatch(/USING/);
    expect(renamed(`${two} ON a.x = b.x`, 'z')).toContain('ON a.z = b.x');
    expect(renamed('CREATE TABLE |a (x INT); CREATE VIEW b AS SELECT 1', 'b')).toMatch(/already/);
    expect(renamed(two, ' ')).toMatch(/Give a name/);
    expect(renamed(two, 'a;b')).toMatch(/semicolon/);
  });

  it('speaks Chinese', () => {
    const [analysis, offset] = at('|SELECT 1');
    expect(prepareRename(analysis, offset, 'zh')).toEqual({
      refused: expect.stringMatching(/此处没有/) as string,
    });
  });
});

describe('navigation on real scripts', () => {
  it('keeps the analysis of every script as it was when what is declared is renamed', () => {
    let count = 0;
    for (const { text } of corpusScripts()) {
      const analysis = analyze(parseScript(text));
      const faults = (of: Analysis): number =>
        of.statements.reduce((n, item) => n + (item.model?.faults.length ?? 0), 0);
      const tables = analysis.statements.flatMap(({ offset, model }) =>
        model?.declares === undefined ? [] : [offset + model.declares.place.start],
      );
      for (const start of tables.slice(0, 4)) {
        const result = renameAt(analysis, start, 'renamed_symbol', 'en');
        if ('refused' in result) continue;
        const changed = result.edits.reduceRight(
          (now, e) => now.slice(0, e.start) + e.text + now.slice(e.end),
          text,
        );
        expect(faults(analyze(parseScript(changed)))).toBeLessThanOrEqual(faults(analysis));
        count++;
      }
    }
    expect(count).toBeGreaterThan(150);
  });
});

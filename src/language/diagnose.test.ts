import { describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../test/language/material.ts';
import { diagnose } from './diagnose.ts';

const found = (text: string, language: 'en' | 'zh' = 'en'): string[] =>
  diagnose(text, { language })
    .diagnostics.filter(({ code }) => /^(?:syntax|splitter-.*|comment-quote|unknown-table)$/.test(code))
    .map(({ severity, code, start, end }) => `${severity} ${code} ${text.slice(start, end)}`);

describe('diagnose', () => {
  it('finds what the parser refuses and what is wrong in a declaration', () => {
    expect(found('SELECT a, FROM t;\nCREATE TABLE t (a INT, PRIMARY KEY (b))')).toEqual([
      'error syntax ,',
      'error syntax b',
    ]);
  });

  it('says it in the language of the user', () => {
    const sql = "CREATE TABLE t (a INT) WITH (type = 'x', size = 1)";
    const message = (language: 'en' | 'zh'): string | undefined =>
      diagnose(sql, { language }).diagnostics[0]?.message;
    expect(message('en')).toBe('"1" stands where the value in single quotes (\'…\') is expected');
    expect(message('zh')).toBe("“1”处应为用单引号括起的值（'…'）");
  });

  it.each([
    ["CREATE FUNCTION f AS 'a.B'\nCREATE TABLE t (a INT)", 'A semicolon is missing before CREATE'],
    ["SELECT a, 'b FROM t", "This text is never closed: a ' is missing"],
    [
      'SELECT "a" FROM t',
      'Double quotes mean nothing here: a text stands in single quotes, a name in back-quotes',
    ],
    ['SELECT a FROM t WHERE a == 1', 'Write = instead of =='],
    ['SELECT a FROM t WHERE a = 1 && b = 2', 'There is no & here: write AND instead of &&'],
    ['# SELECT a', 'A comment begins with --, not with #'],
    ['GRANT x TO y', 'No statement of Blink SQL begins with GRANT'],
    ['CREATE TABLE t (a INT b INT)', '"b" stands where , or ) is expected'],
    [
      'SELECT x FROM t, f(a, b) AS u(x)',
      'A function in FROM stands in LATERAL TABLE(…), with names for what it gives: LATERAL TABLE(f(x)) AS T(a)',
    ],
    ['SELECT a, order FROM t', "'order' is a reserved word. As a name it needs back-quotes: `order`."],
  ])('names the mistake in plain words: %s', (sql, message) => {
    const errors = diagnose(sql, { language: 'en' }).diagnostics.filter(({ code }) => code === 'syntax');
    expect(errors.map(item => item.message)).toEqual([message]);
  });

  it.each([
    ['CRAETE TABLE t (a INT)', 'CREATE'],
    ['CREATE TABEL t (a INT)', 'TABLE'],
    ['INSERT INTO o SELCT a FROM t', 'SELECT'],
    ['SELECT a FORM t', 'FROM'],
    ['SELECT a FROM t WEHRE a = 1', 'WHERE'],
    ["CREATE TABLE t (a INT) WIHT (type = 'x')", 'WITH'],
  ])('says which key word was misspelt: %s', (sql, word) => {
    const [en] = diagnose(sql, { language: 'en' }).diagnostics.filter(({ code }) => code === 'syntax');
    const [zh] = diagnose(sql, { language: 'zh' }).diagnostics.filter(({ code }) => code === 'syntax');
    expect(en?.message).toContain(`Did you mean ${word},`);
    expect(zh?.message).toContain(`是否想写 ${word}`);
  });

  it('has words for every problem of the conformance set, in both languages', () => {
    const own = new Set<string>();
    for (const { sql } of conformanceCases()) {
      const { script, diagnostics } = diagnose(sql, { language: 'zh' });
      for (const { statement } of script.statements)
        for (const { id, service } of statement.problems)
          if (diagnostics.some(({ message }) => message === service.text)) own.add(id);
      for (const { message } of diagnostics) expect(message).toMatch(/\p{Script=Han}/u);
    }
    expect([...own]).toEqual([]);
  });

  it('tells what the checks of names and of quotes in comments find', () => {
    expect(found('INSERT INTO s SELECT a FROM nowhere')).toContain('error unknown-table nowhere');
    const codes = found("SELECT 1 -- don't\n;\nSELECT 2;").map(line => line.split(' ')[1]);
    expect(codes).toContain('comment-quote');
    expect(found("SELECT 1 -- don't, can't\n;\nSELECT 2;")).toEqual([]);
  });

  it('calls syntax what the grammar refuses, also when a check explains it', () => {
    const sql = 'SELECT a FROM t WHERE a != 1';
    const { diagnostics } = diagnose(sql, { language: 'en' });
    const here = diagnostics.filter(({ start, end }) => start <= 24 && 24 < end);
    expect(here.map(({ code }) => code)).toEqual(['syntax']);
    expect(here[0]?.message).toContain('<>');
  });

  it('warns of dashes in a text, a semicolon behind two slashes, and a statement that is a comment to the service', () => {
    expect(found("SELECT '--';\nSELECT 2")).toContain('warning splitter-dashes --');
    expect(found('SELECT 1 // one; two\n')).toContain('warning splitter-slashes // one;');
    expect(found('/* a */ SELECT 1 /* b */\n; SELECT 2')).toContain('warning splitter-block /* b */');
    expect(found('/* a */ SELECT 1; /* b */')).toEqual([]);
    expect(found("SELECT '--'\n;\nSELECT 1 // one\n;")).toEqual([]);
  });

  it('raises no alarm on what the service accepts', () => {
    for (const item of conformanceCases())
      if (item.accept && !item.features.includes('inferred'))
        expect(found(item.sql).filter(line => line.includes('splitter'))).toEqual([]);
    for (const { text } of corpusScripts())
      expect(found(text).filter(line => line.includes('splitter'))).toEqual([]);
  });
});

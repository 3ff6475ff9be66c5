import { expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { lensPlaces, referenceLens } from './lens.ts';

const SCRIPT = `CREATE FUNCTION f AS 'a.F';
CREATE TABLE src (a INT) WITH (type = 'random');
CREATE TABLE IF NOT EXISTS broken (a INT);
CREATE VIEW v AS SELECT s.a FROM src AS s JOIN src AS t ON s.a = t.a;
CREATE TABLE \`o\` (a INT) WITH (type = 'print');
INSERT INTO o SELECT v.a FROM v;
INSERT INTO o SELECT a FROM V;`;

it('tables and views have a lens at their name', () => {
  expect(
    lensPlaces(parseScript(SCRIPT)).map(({ kind, name, start, end }) => [
      kind,
      name,
      SCRIPT.slice(start, end),
    ]),
  ).toEqual([
    ['table', 'src', 'src'],
    ['table', 'broken', 'broken'],
    ['view', 'v', 'v'],
    ['table', 'o', '`o`'],
  ]);
});

it('it counts the uses of the name', () => {
  const analysis = analyze(parseScript(SCRIPT));
  const titles = lensPlaces(analysis.script).map(({ start }) => referenceLens(analysis, start, 'en').title);
  expect(titles).toEqual(['2 references', '0 references', '3 references', '2 references']);
  const place = SCRIPT.indexOf('v AS');
  const { title, references } = referenceLens(analysis, place, 'zh');
  expect(title).toBe('3 处引用');
  expect(references.map(({ start }) => start)).toEqual([
    SCRIPT.indexOf('v.a'),
    SCRIPT.indexOf('FROM v') + 5,
    SCRIPT.indexOf('FROM V') + 5,
  ]);
});

it('one use is one reference, and where nothing is declared there is none', () => {
  const analysis = analyze(parseScript("CREATE TABLE t (a INT) WITH (type = 'random'); SELECT a FROM t"));
  expect(referenceLens(analysis, 13, 'en').title).toBe('1 reference');
  expect(referenceLens(analysis, 0, 'en')).toEqual({ title: '0 references', references: [] });
});

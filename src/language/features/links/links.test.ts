import { expect, it } from 'vitest';
import { parseScript } from '../../syntax/script.ts';
import { documentLinks } from './links.ts';

const SCRIPT = `CREATE FUNCTION parse AS 'com.example.Parse'; -- \${not_here}
CREATE FUNCTION other AS 'com.\${company}.Other';
CREATE TABLE t (a INT) WITH (type = 'rds', password = '\${db.password}', url = 'jdbc:\${ host }:\${port}/d');
/* \${nor_here} */ INSERT INTO \${sink} SELECT a, '\${' FROM t WHERE day = \${day};`;

const shown = (text: string, range?: { start: number; end: number }): string[] =>
  documentLinks(parseScript(text), range).map(
    ({ kind, name, start, end }) => `${kind} ${name}: ${text.slice(start, end)}`,
  );

it('job parameters in code and strings, and classes of functions, are links', () => {
  expect(shown(SCRIPT)).toEqual([
    'class com.example.Parse: com.example.Parse',
    'parameter company: ${company}',
    'parameter db.password: ${db.password}',
    'parameter host: ${ host }',
    'parameter port: ${port}',
    'parameter sink: ${sink}',
    'parameter day: ${day}',
  ]);
});

it('only those of a range are found when it is given', () => {
  const start = SCRIPT.indexOf('INSERT');
  expect(shown(SCRIPT, { start, end: SCRIPT.length })).toEqual([
    'parameter sink: ${sink}',
    'parameter day: ${day}',
  ]);
});

it('what is not finished is no link', () => {
  expect(shown("CREATE FUNCTION f AS '")).toEqual([]);
  expect(shown("CREATE FUNCTION f AS ''; SELECT ${}, ${a FROM t; SELECT '${b'")).toEqual([]);
});

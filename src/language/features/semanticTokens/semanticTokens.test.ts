import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { semanticTokens } from './semanticTokens.ts';

const SCRIPT = `CREATE FUNCTION f AS 'a.B';
CREATE TABLE s (a INT, p AS PROCTIME()) WITH (type = 'random', \`x.y\` = '1');
CREATE VIEW v AS SELECT x.p, CAST(f(x.a) AS BIGINT) AS b FROM s x;
INSERT INTO t SELECT b, \${n} FROM v;`;

const shown = (text: string): string[] =>
  semanticTokens(analyze(parseScript(text))).map(({ start, end, type, modifiers }) =>
    [text.slice(start, end), type, ...modifiers].join(' '),
  );

describe('semantic tokens', () => {
  it('tells what names mean', () => {
    expect(shown(SCRIPT)).toEqual([
      'f function declaration',
      's table declaration',
      'a column declaration',
      'INT dataType',
      'p column declaration timeAttribute',
      'PROCTIME function builtIn',
      'type propertyKey',
      '`x.y` propertyKey',
      'v view declaration',
      'x alias',
      'p column timeAttribute',
      'f function',
      'x alias',
      'a column',
      'BIGINT dataType',
      'b column declaration',
      's table',
      'x alias declaration',
      'b column',
      '${n} parameter',
      'v view',
    ]);
  });

  it('gives the same for a range as for the whole, and follows statements that move', () => {
    const analysis = analyze(parseScript(SCRIPT));
    const all = semanticTokens(analysis);
    const range = { start: SCRIPT.indexOf('CREATE VIEW'), end: SCRIPT.indexOf('INSERT') };
    expect(semanticTokens(analysis, range)).toEqual(
      all.filter(item => item.start >= range.start && item.end <= range.end),
    );
    const moved = analyze(parseScript(`-- more\n${SCRIPT}`), analysis);
    expect(semanticTokens(moved).map(item => item.start - 8)).toEqual(all.map(item => item.start));
  });

  it('gives tokens in order and without overlap on every real script', () => {
    let count = 0;
    for (const { text } of corpusScripts()) {
      let end = 0;
      for (const token of semanticTokens(analyze(parseScript(text)))) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
        count++;
      }
    }
    expect(count).toBeGreaterThan(2800);
  });
});

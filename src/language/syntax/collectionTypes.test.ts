import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../test/language/findings.ts';
import { formatScript } from '../features/format/format.ts';
import { parseStatement } from './script.ts';
import { typeText } from './tree/base.ts';

const table = (columns: string): string => `CREATE TABLE t (${columns}) WITH (type = 'random');`;

describe('columns of type ARRAY and MAP', () => {
  const columns = "a ARRAY<VARCHAR> COMMENT 'x', m MAP < VARCHAR, ARRAY<DECIMAL(18,2)>> NOT NULL, z INT";

  it('are read, though the public grammar has none: the manual shows them', () => {
    const { node, problems } = parseStatement(table(columns).slice(0, -1));
    expect(problems).toEqual([]);
    const types =
      node?.kind === 'createTable' ? node.columns.map(item => item.kind === 'column' && item.type) : [];
    expect(types.map(type => type && typeText(type))).toEqual([
      'ARRAY<VARCHAR>',
      'MAP<VARCHAR,ARRAY<DECIMAL(18,2)>>',
      'INTEGER',
    ]);
  });

  it('are a hint, no error; a wrong type in them is one', () => {
    expect(findingsOf('column-type', table(columns))).toEqual([
      'hint: ARRAY<VARCHAR>',
      'hint: MAP < VARCHAR, ARRAY<DECIMAL(18,2)>>',
    ]);
    expect(findingsOf('column-type', table('a ARRAY<STRING>'))).toEqual([
      'hint: ARRAY<STRING>',
      'error: STRING',
    ]);
  });

  it('have elements with types', () => {
    const sql = `${table('a ARRAY<VARCHAR>, m MAP<VARCHAR, INT>')}
CREATE TABLE o (x INT, y VARCHAR) WITH (type = 'print');
INSERT INTO o SELECT a[1], m['k'] FROM t;
INSERT INTO o SELECT m['k'], u.e FROM t, UNNEST(a) AS u (e);`;
    expect(findingsOf('insert-types', sql)).toEqual(['error: a[1]', "error: m['k']"]);
  });

  it('are formatted on one line, without blanks at the angles', () => {
    const formatted = formatScript(table('id INT, m MAP <VARCHAR,ARRAY < DOUBLE  PRECISION > > NOT NULL'));
    expect(formatted).toContain('  id INT,\n  m  MAP<VARCHAR, ARRAY<DOUBLE PRECISION>> NOT NULL\n)');
    expect(formatScript(formatted)).toBe(formatted);
  });

  it('are one mistake when they break off', () => {
    for (const broken of ['a ARRAY<INT, b INT', 'a MAP<VARCHAR>, b INT', 'a INT, b ROW<x INT, y INT>, c INT'])
      expect(parseStatement(table(broken).slice(0, -1)).problems).toHaveLength(1);
  });

  it('do not overflow when they are nested deeply', () => {
    const deep = `${'ARRAY<'.repeat(50_000)}INT${'>'.repeat(50_000)}`;
    expect(parseStatement(table(`a ${deep}`).slice(0, -1)).problems.map(item => item.id)).toEqual([
      'tooDeep',
    ]);
  });
});

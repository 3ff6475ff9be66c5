import { describe, expect, it } from 'vitest';
import { parseScript } from '../../syntax/script.ts';
import { analyze } from '../analyze.ts';
import { checkScript } from '../check.ts';

const TABLES = `CREATE TABLE s (id INT, name VARCHAR, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');
CREATE TABLE o (id INT, name VARCHAR) WITH (type = 'print');
`;

const findings = (sql: string): string[] =>
  checkScript(analyze(parseScript(sql))).findings.map(
    ({ id, severity, start, end }) => `${severity} ${id}: ${sql.slice(start, end)}`,
  );

describe('one mistake is told once', () => {
  it.each([
    ['SELECT id AS x, MAX(name) FROM s GROUP BY x', ['warning group-by-alias: x']],
    ['SELECT id, UPPER(name) AS u FROM s GROUP BY id, u', ['warning group-by-alias: u']],
    ['SELECT id, name FROM s HAVING id > 1', ['error having: id > 1']],
    [
      "SELECT id, name FROM TABLE(TUMBLE(TABLE s, DESCRIPTOR(ts), INTERVAL '1' MINUTE))",
      ['error window-table: TUMBLE'],
    ],
  ])('%s', (query, expected) => {
    expect(findings(`${TABLES}INSERT INTO o ${query};`).filter(item => !item.includes('unused'))).toEqual(
      expected,
    );
  });

  it('but what is a mistake of its own is told', () => {
    const found = findings(`${TABLES}INSERT INTO o SELECT id AS x, name FROM s GROUP BY x;`);
    expect(found).toEqual(['error not-grouped: name', 'warning group-by-alias: x']);
  });

  it('what a missing semicolon swallows is not told to be missing', () => {
    const script = `CREATE FUNCTION f AS 'a.B'
CREATE TABLE s (id INT) WITH (type = 'random');
CREATE VIEW v AS SELECT id FROM s
CREATE VIEW w AS SELECT id FROM s;
CREATE VIEW x AS SELECT w.id, f(w.id) AS y FROM w JOIN s ON w.id = s.id;
CREATE VIEW z AS SELECT id FROM t;`;
    const unknown = findings(script).filter(item => item.includes('unknown-'));
    expect(unknown).toEqual(['error unknown-table: t']);
  });

  it('a HAVING that reads nothing is allowed, and odd', () => {
    const found = findings(`${TABLES}INSERT INTO o SELECT 1, 'a' FROM s HAVING 1 < 2;`);
    expect(found).toEqual(['warning having: 1 < 2']);
  });
});

describe('a statement of half a megabyte', () => {
  const list = (item: string, count = 130_000): string => Array<string>(count).fill(item).join(', ');

  it.each([
    ['a list of columns', `SELECT ${list('id')} FROM s`],
    ['a grouped list', `SELECT COUNT(*) FROM s GROUP BY ${list('id')}`],
    ['one set of many', `SELECT COUNT(*) FROM s GROUP BY GROUPING SETS ((${list('id')}))`],
    ['a row', `SELECT id FROM s WHERE id IN (${list('1')}) GROUP BY id`],
    [
      'conditions',
      `SELECT a.id FROM s a JOIN s b ON ${Array<string>(60_000).fill('a.id = b.id').join(' AND ')}`,
    ],
    ['operands', `SELECT MAX(id) + ${Array<string>(60_000).fill('1').join(' + ')} FROM s`],
    ['full-width commas', `SELECT ${list('id，id', 20_000)} FROM s`],
  ])('is checked without an overflow and in good time: %s', (_, query) => {
    const { user } = process.cpuUsage();
    expect(() => findings(`${TABLES}INSERT INTO o ${query};`)).not.toThrow();
    expect(process.cpuUsage().user - user).toBeLessThan(6_000_000);
  });
});

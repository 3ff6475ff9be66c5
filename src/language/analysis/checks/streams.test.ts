import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../test/language/findings.ts';

const TABLES = `CREATE TABLE a (id INT, x INT, ts TIMESTAMP, p AS PROCTIME(), WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'random');
CREATE TABLE b (id INT, y INT, bt TIMESTAMP, WATERMARK FOR bt AS withOffset(bt, 0)) WITH (type = 'random');
CREATE TABLE d (id INT, z INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE VIEW w AS SELECT id, y FROM b;
`;
const findings = (id: string, sql: string): string[] => findingsOf(id, TABLES + sql);
const view = (query: string): string => `CREATE VIEW v AS ${query}`;

describe('a row time in a join', () => {
  const found = (query: string): string[] => findings('row-time-join', view(query));

  it('is reported where it is read above a regular join, from either side, by a star too', () => {
    expect(found('SELECT a.ts, UPPER(CAST(b.bt AS VARCHAR)) AS u FROM a JOIN b ON a.id = b.id')).toEqual([
      'warning: a.ts',
      'warning: b.bt',
    ]);
    expect(found('SELECT * FROM a LEFT JOIN w ON a.id = w.id')).toEqual(['warning: *']);
    expect(found('SELECT w.*, a.* FROM a LEFT JOIN w ON a.id = w.id')).toEqual(['warning: a.*']);
  });

  it.each([
    ['it is not read', 'SELECT a.id, w.y FROM a JOIN w ON a.id = w.id'],
    [
      'the join is one of intervals',
      "SELECT a.ts FROM a JOIN b ON a.id = b.id AND a.ts BETWEEN b.bt - INTERVAL '1' HOUR AND b.bt",
    ],
    [
      'the interval stands in WHERE',
      "SELECT a.ts FROM a JOIN b ON a.id = b.id WHERE a.ts BETWEEN b.bt - INTERVAL '1' HOUR AND b.bt",
    ],
    [
      'a dimension is joined',
      'SELECT a.ts, d.z FROM a JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON a.id = d.id',
    ],
    ['it is a processing time', 'SELECT a.p, w.y FROM a JOIN w ON a.id = w.id'],
    [
      'it was cast before',
      'SELECT c.t FROM (SELECT id, CAST(ts AS TIMESTAMP) AS t FROM a) c JOIN w ON c.id = w.id',
    ],
  ])('is fine when %s', (_, query) => {
    expect(found(query)).toEqual([]);
  });
});

describe('FOR SYSTEM_TIME AS OF', () => {
  const found = (table: string): string[] =>
    findings('system-time', view(`SELECT a.id FROM a JOIN ${table} ON a.id = q.id`));

  it('is for tables, and for the time of processing', () => {
    expect(found('w FOR SYSTEM_TIME AS OF PROCTIME() AS q')).toEqual(['warning: w']);
    expect(found('d FOR SYSTEM_TIME AS OF a.ts AS q')).toEqual(['warning: a.ts']);
    expect(found('d FOR SYSTEM_TIME AS OF a.x AS q')).toEqual(['warning: a.x']);
    expect(found("d FOR SYSTEM_TIME AS OF TIMESTAMP '2020-01-01 00:00:00' AS q")).toHaveLength(1);
    expect(found('d FOR SYSTEM_TIME AS OF PROCTIME() AS q')).toEqual([]);
    expect(found('d FOR SYSTEM_TIME AS OF a.p AS q')).toEqual([]);
  });
});

describe('ORDER BY of a stream', () => {
  const found = (order: string): string[] =>
    findings('stream-order', view(`SELECT id, x, ts, p FROM a ${order}`));

  it('is by time, ascending, or has a limit', () => {
    expect(found('ORDER BY x')).toEqual(['warning: x']);
    expect(found('ORDER BY ts DESC')).toEqual(['warning: ts DESC']);
    expect(found('ORDER BY x + 1, ts')).toEqual(['warning: x + 1']);
    for (const order of [
      'ORDER BY ts',
      'ORDER BY p, x DESC',
      'ORDER BY x LIMIT 10',
      'ORDER BY nothing',
      'ORDER BY 1',
    ])
      expect(found(order), order).toEqual([]);
  });

  it('is told more gently of a query by itself', () => {
    expect(findings('stream-order', 'SELECT id FROM a ORDER BY id')).toEqual(['information: id']);
  });
});

describe('an OVER window', () => {
  const found = (...windows: string[]): string[] =>
    findings(
      'over-window',
      view(`SELECT ${windows.map((w, i) => `SUM(x) OVER ${w} AS s${i}`).join()} FROM a`),
    );

  it('is ordered by one time, ascending, and looks back', () => {
    expect(found('(PARTITION BY id)')).toEqual(['warning: (PARTITION BY id)']);
    expect(found('(ORDER BY x)')).toEqual(['warning: x']);
    expect(found('(ORDER BY ts DESC)')).toEqual(['warning: ts DESC']);
    expect(found('(ORDER BY ts, x)')).toEqual(['warning: x']);
    expect(found('(ORDER BY ts ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING)')).toEqual(['warning: 2 FOLLOWING']);
    expect(found('(PARTITION BY id ORDER BY ts ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)')).toEqual([]);
  });

  it('is the same for all aggregates, however it is written', () => {
    expect(found('(ORDER BY ts)', '(ORDER BY p)')).toEqual(['warning: (ORDER BY p)']);
    expect(found('(ORDER BY ts)', '( order by a.`ts` RANGE UNBOUNDED PRECEDING )')).toEqual([]);
    const named = 'SELECT SUM(x) OVER w AS s, MAX(x) OVER (ORDER BY x) AS m FROM a WINDOW w AS (ORDER BY x)';
    expect(findings('over-window', view(named))).toEqual(['warning: SUM(x) OVER w', 'warning: x']);
  });
});

describe('ROW_NUMBER', () => {
  const number = (over: string, where: string): string =>
    view(`SELECT id FROM (SELECT *, ROW_NUMBER() OVER (${over}) AS n FROM a) WHERE ${where}`);

  it('is limited by a number there can be, where the planner sees it', () => {
    const found = (where: string): string[] =>
      findings('rank-filter', number('PARTITION BY id ORDER BY x', where));
    expect(found('n < 1')).toEqual(['warning: n < 1']);
    expect(found('x > 1 AND 0 >= n')).toEqual(['warning: 0 >= n']);
    expect(found('n <= 1.5')).toEqual(['warning: n <= 1.5']);
    expect(found('n = 1 OR x = 2')).toEqual(['information: n = 1 OR x = 2']);
    for (const where of ['n = 1', 'n <= 10 AND x > 1', '5 > n', 'n <= x'])
      expect(found(where), where).toEqual([]);
  });

  it('is not written as it is', () => {
    const insert = (over: string): string =>
      `CREATE TABLE o (id INT, n BIGINT) WITH (type = 'print');\nINSERT INTO o SELECT id, ROW_NUMBER() OVER (${over}) AS n FROM a`;
    expect(findings('rank-filter', insert('ORDER BY x'))).toEqual([
      'warning: ROW_NUMBER() OVER (ORDER BY x) AS n',
    ]);
    expect(findings('rank-filter', insert('ORDER BY ts'))).toEqual([]);
  });

  it('of a view is limited by the INSERT that reads it', () => {
    const script = (where: string): string => `CREATE TABLE o (id INT) WITH (type = 'print');
CREATE VIEW n AS SELECT id, ROW_NUMBER() OVER (PARTITION BY id ORDER BY x) AS rn FROM a;
INSERT INTO o SELECT id FROM n ${where}`;
    expect(findings('rank-filter', script(''))).toEqual(['information: n']);
    expect(findings('rank-filter', script('WHERE id > 1'))).toEqual(['information: n']);
    expect(findings('rank-filter', script('WHERE rn = 1'))).toEqual([]);
    const between = script('WHERE rn = 1')
      .replace('INSERT INTO o', 'CREATE VIEW m AS')
      .replace(/$/, ';\nINSERT INTO o SELECT id FROM m');
    expect(findings('rank-filter', between)).toEqual([]);
  });

  it('has an order that decides', () => {
    const found = (over: string, where = 'n <= 3'): string[] => findings('rank-order', number(over, where));
    expect(found('PARTITION BY id ORDER BY id, x')).toEqual(['warning: id']);
    expect(found("PARTITION BY id ORDER BY 'x'")).toEqual(["warning: 'x'"]);
    expect(found('ORDER BY x')).toEqual(['hint: ROW_NUMBER() OVER (ORDER BY x)']);
    expect(found('PARTITION BY id ORDER BY x', 'n = 1')).toEqual(['hint: x']);
    expect(found('PARTITION BY id ORDER BY ts, x', 'n < 2')).toEqual(['hint: ts, x']);
    expect(found('PARTITION BY id ORDER BY ts DESC', 'n = 1')).toEqual([]);
    expect(found('PARTITION BY id ORDER BY x')).toEqual([]);
  });
});

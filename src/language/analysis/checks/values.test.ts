import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../test/language/findings.ts';

const TABLE = `CREATE TABLE t (i INT, l BIGINT, d DOUBLE, s VARCHAR, b BOOLEAN, ts TIMESTAMP, dt DATE, bin VARBINARY) WITH (type = 'random');\n`;
const select = (id: string, query: string): string[] => findingsOf(id, `${TABLE}CREATE VIEW v AS ${query}`);

describe('a comparison', () => {
  const found = (condition: string): string[] =>
    select('comparison-type', `SELECT i FROM t WHERE ${condition}`);

  it.each([
    'b = 1',
    'i <> TRUE',
    'ts > 1500000000000',
    'dt <= l',
    'i IN (1, 2) AND b IN (1, 0)',
    'ts BETWEEN 1 AND 2',
    "bin = DATE '2020-01-01'".replace('bin', 'b'),
    "l < INTERVAL '1' DAY",
    'ROW(i, l) = i',
    'ARRAY[1] = 1',
    'CAST(s AS BOOLEAN) = 1',
  ])('of types that do not go together is an error: %s', condition => {
    expect(found(condition).filter(item => item.startsWith('error'))).toHaveLength(1);
  });

  it.each([
    'i = l',
    'd > i',
    's = 1',
    "ts > '2020-01-01 00:00:00'",
    "dt = '2020-01-01'",
    'ts > dt',
    's = b',
    'b = TRUE',
    'i IS NULL',
    'i = NULL',
    'bin = s',
    'ROW(i, l) = ROW(1, 2)',
    '(i, l) IN ((1, 2), (3, 4))',
    'i IN (SELECT i FROM t)',
    'my_function(i) = TRUE',
  ])('of others is none of our business: %s', condition => {
    expect(found(condition)).toEqual([]);
  });

  it('is a warning where a type comes from far', () => {
    const sql = `${TABLE}CREATE VIEW u AS SELECT i + 1 AS k FROM t;\nCREATE VIEW v AS SELECT k FROM u WHERE k = TRUE`;
    expect(findingsOf('comparison-type', sql)).toEqual(['warning: k = TRUE']);
  });
});

describe('a condition', () => {
  it('is a truth value, wherever it stands', () => {
    const found = (query: string): string[] => select('condition-type', query);
    expect(found('SELECT i FROM t WHERE i')).toEqual(['error: i']);
    expect(found("SELECT i FROM t WHERE b AND 'x'")).toEqual(["error: 'x'"]);
    expect(found('SELECT i FROM t WHERE NOT ts')).toEqual(['error: ts']);
    expect(found('SELECT t.i FROM t JOIN t AS u ON t.i + u.i')).toEqual(['error: t.i + u.i']);
    expect(found('SELECT i FROM t GROUP BY i HAVING COUNT(*)')).toEqual(['error: COUNT(*)']);
    expect(found('SELECT COUNT(*) FILTER (WHERE i) AS c FROM t')).toEqual(['error: i']);
    expect(found('SELECT CASE WHEN i THEN 1 END AS c FROM t')).toEqual(['error: i']);
    expect(found('SELECT CASE i WHEN 1 THEN 1 END AS c FROM t WHERE b AND my_function(i) OR NULL')).toEqual(
      [],
    );
    expect(found('SELECT t.i FROM t LEFT JOIN LATERAL TABLE(STRING_SPLIT(s, s)) AS q (w) ON TRUE')).toEqual(
      [],
    );
  });
});

describe('groups', () => {
  it('are needed by HAVING, and bind its columns', () => {
    expect(select('having', 'SELECT 1 AS x FROM t HAVING 1 < 2')).toEqual(['warning: 1 < 2']);
    expect(select('having', 'SELECT COUNT(*) AS c FROM t HAVING 1 < 2')).toEqual([]);
    expect(select('not-grouped', 'SELECT i FROM t HAVING COUNT(*) > 1')).toEqual(['error: i']);
    expect(select('not-grouped', 'SELECT i FROM t GROUP BY i HAVING l > 1')).toEqual(['error: l']);
    expect(select('not-grouped', 'SELECT i, MAX(l) AS m FROM t GROUP BY i HAVING MAX(l) > i')).toEqual([]);
  });
});

describe('columns of the same name', () => {
  it('are reported where the name is needed', () => {
    const found = (query: string): string[] => select('duplicate-column', query);
    expect(found('SELECT i, l AS I FROM t')).toEqual(['warning: I']);
    expect(found('SELECT x FROM (SELECT i AS x, l AS x FROM t)')).toEqual(['warning: x']);
    expect(found('SELECT i, i FROM t UNION ALL SELECT i, l FROM t')).toEqual(['warning: i']);
    expect(found('SELECT x FROM (SELECT i, i FROM t) AS q (x, y)')).toEqual([]);
    expect(found('SELECT t.*, i FROM t')).toEqual([]);
    expect(findingsOf('duplicate-column', `${TABLE}CREATE VIEW v (a, b) AS SELECT i, i FROM t`)).toEqual([]);
    expect(findingsOf('duplicate-column', `${TABLE}INSERT INTO o SELECT i, i FROM t`)).toEqual([]);
  });
});

describe('functions', () => {
  it('stand where their kind belongs', () => {
    const found = (query: string): string[] => select('table-function-place', query);
    expect(found("SELECT STRING_SPLIT(s, ',') AS x FROM t")).toEqual(['error: STRING_SPLIT']);
    expect(found('SELECT x FROM t, LATERAL TABLE(CONCAT(s)) AS q (x)')).toEqual(['error: CONCAT']);
    expect(found("SELECT x FROM t, LATERAL TABLE(STRING_SPLIT(UPPER(s), ',')) AS q (x)")).toEqual([]);
    const own = `CREATE FUNCTION concat AS 'a.B';\n${TABLE}CREATE VIEW v AS SELECT x FROM t, LATERAL TABLE(concat(s)) AS q (x)`;
    expect(findingsOf('table-function-place', own)).toEqual([]);
  });

  it('that make windows stand in GROUP BY', () => {
    const found = (query: string): string[] => select('window-table', query);
    expect(found("SELECT * FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE))")).toEqual([
      'error: TUMBLE',
    ]);
    expect(found('SELECT * FROM TABLE(CUMULATE(TABLE t))')).toEqual(['error: CUMULATE']);
    expect(found('SELECT * FROM LATERAL TABLE(my_function(1)) AS q (x)')).toEqual([]);
  });
});

describe('properties', () => {
  const found = (type: string, ...properties: string[]): string[] =>
    findingsOf('property-range', `CREATE TABLE t (a INT) WITH (type = '${type}', ${properties.join()});`);

  it('have numbers in range', () => {
    expect(found('datahub', "batchReadSize = '1001'")).toEqual(["warning: '1001'"]);
    expect(found('datahub', "batchReadSize = '0'")).toEqual(["warning: '0'"]);
    expect(found('datahub', "batchReadSize = '1000'")).toEqual([]);
    expect(found('rds', "bufferSize = '3000000000'")).toEqual(["warning: '3000000000'"]);
    expect(found('rds', "bufferSize = '-1'")).toEqual(["hint: '-1'"]);
    expect(found('oracle', "queryIntervalMs = '5000'", "queryTimeRangeMs = '5000'")).toEqual([
      "warning: '5000'",
    ]);
    expect(found('rds', "bufferSize = '${size}'")).toEqual([]);
  });

  it('have times that are, in their order', () => {
    expect(found('sls', "startTime = '2020-02-30 00:00:00'")).toHaveLength(1);
    expect(found('sls', "startTime = 'yesterday'")).toHaveLength(1);
    expect(found('sls', "startTime = '2020-02-29 23:59:59'")).toEqual([]);
    expect(found('datahub', "startTime = '2020-02-02 00:00:00'", "endTime = '2020-02-01 00:00:00'")).toEqual([
      "warning: '2020-02-01 00:00:00'",
    ]);
    expect(found('rds', "cacheReloadTimeBlackList = '2017-10-24 14:00'")).toHaveLength(1);
    expect(found('rds', "cacheReloadTimeBlackList = '2017-10-24 14:00 -> 2017-10-24 13:00'")).toHaveLength(1);
    expect(
      found(
        'rds',
        "cacheReloadTimeBlackList = '2017-10-24 14:00 -> 2017-10-24 15:00, 2017-11-10 23:30 -> 2017-11-11 08:00'",
      ),
    ).toEqual([]);
  });
});

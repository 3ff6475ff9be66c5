import { describe, expect, it } from 'vitest';
import { formatScript } from './format.ts';

describe('statements a job has no use for', () => {
  it.each([
    [
      'update t set a=1,b=(select max(x) from u) where c=1 and d in (1,2)',
      'UPDATE t\nSET a = 1, b = (SELECT MAX(x) FROM u)\nWHERE c = 1 AND d IN (1, 2)\n',
    ],
    ['delete from t as x where a=1', 'DELETE FROM t AS x\nWHERE a = 1\n'],
    [
      'merge into t as x using (select a from u) as y on x.a=y.a when matched then update set b=y.b,matched=1 when not matched then insert (a,b) values (y.a,y.b)',
      'MERGE INTO t AS x\nUSING (SELECT a FROM u) AS y\nON x.a = y.a\nWHEN MATCHED THEN UPDATE SET b = y.b, matched = 1\nWHEN NOT MATCHED THEN INSERT (a, b) VALUES (y.a, y.b)\n',
    ],
    [
      'explain plan with implementation as json for insert into o select json,a from t where b=1',
      'EXPLAIN PLAN WITH IMPLEMENTATION AS JSON FOR\nINSERT INTO o\nSELECT json, a\nFROM t\nWHERE b = 1\n',
    ],
    ['explain plan for delete from t where a=1', 'EXPLAIN PLAN FOR\nDELETE FROM t\nWHERE a = 1\n'],
    ['describe select Substr(a,1) from t', 'DESCRIBE\nSELECT Substr(a, 1)\nFROM t\n'],
    ["create database d comment 'x' with (a='b')", "CREATE DATABASE d COMMENT 'x' WITH (a = 'b')\n"],
    [
      'analyze table t compute statistics for columns a,b',
      'ANALYZE TABLE t COMPUTE STATISTICS FOR COLUMNS a, b\n',
    ],
    ['drop table if exists t', 'DROP TABLE IF EXISTS t\n'],
  ])('%s', (before, after) => {
    expect(formatScript(before)).toBe(after);
    expect(formatScript(after)).toBe(after);
  });

  it('are broken where they are too long', () => {
    const text =
      'update sink_of_everything set price_of_all = price_each + 10, amount_of_all = amount_each + 2, n = 3 where id = 1';
    expect(formatScript(text, { lineWidth: 60 })).toBe(
      'UPDATE sink_of_everything\nSET\n  price_of_all = price_each + 10,\n  amount_of_all = amount_each + 2,\n  n = 3\nWHERE id = 1\n',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { CLAUSES, isClauseName } from '../hover/clauses.ts';
import { describe as documentation } from '../hover/describe.ts';
import { at, first, labels } from './testScript.ts';

/** Places as they are met by somebody who writes from the left to the right, with nothing behind the cursor. */
describe('completion while a query is written', () => {
  it('offers columns in calls, CASE and OVER before there is a FROM', () => {
    for (const text of [
      'SELECT UPPER(|',
      'SELECT CAST(JSON_VALUE(|',
      'SELECT SUM(CASE WHEN |',
      'SELECT ROW_NUMBER() OVER (PARTITION BY |',
    ])
      expect(labels(text), text).toContain('price');
  });

  it('offers columns behind an alias nobody knows yet, those of tables it looks like first', () => {
    expect(first('SELECT u.|', 2)).toEqual(['id', 'city']);
    expect(first('INSERT INTO target SELECT t.|', 2)).toEqual(['user_id', 'total']);
    expect(labels('SELECT u.|')).toContain('price');
    expect(labels('SELECT u.|')).not.toContain('UPPER');
    expect(labels('SELECT u.| FROM orders')).toEqual([]);
  });

  it('offers the column of the name of the sink first, also before there is a FROM', () => {
    const sink = "CREATE TABLE s (city VARCHAR, price DOUBLE) WITH (type = 'print');\n";
    expect(first(`${sink}INSERT INTO s SELECT |`, 1)).toEqual(['city']);
    expect(first(`${sink}INSERT INTO s SELECT city, |`, 1)).toEqual(['price']);
  });

  it('offers the name of the sink behind AS, and nothing else', () => {
    const sink = "CREATE TABLE s (`start` TIMESTAMP, pv BIGINT) WITH (type = 'print');\n";
    expect(labels(`${sink}INSERT INTO s SELECT MAX(ts) AS |`)).toEqual(['start']);
    expect(at(`${sink}INSERT INTO s SELECT MAX(ts) AS |`).items[0]?.insert).toBe('`start`');
    expect(labels(`${sink}INSERT INTO s SELECT MAX(ts) AS m, COUNT(*) AS |`)).toEqual(['pv']);
    expect(labels(`${sink}INSERT INTO s SELECT 1 AS a, 2 AS b, 3 AS |`)).toEqual([]);
    expect(labels(`${sink}INSERT INTO s SELECT x FROM (SELECT 1 AS |`)).toEqual([]);
  });

  it('offers row time to a window before there is a FROM', () => {
    expect(first('SELECT TUMBLE_START(|', 1)).toEqual(['ts']);
  });

  it('offers DISTINCT in aggregates only, OVER behind calls only', () => {
    expect(labels('SELECT COUNT(|')).toContain('DISTINCT');
    expect(labels('SELECT my_udf(|')).toContain('DISTINCT');
    expect(labels('SELECT UPPER(|')).not.toContain('DISTINCT');
    expect(labels('SELECT COUNT(*) |')).toContain('OVER');
    expect(labels('SELECT id |')).not.toContain('OVER');
  });

  it('offers the rest of what is begun', () => {
    expect(labels('SELECT 1 FROM orders WHERE id IS NOT |')).toEqual(['NULL', 'TRUE', 'FALSE']);
    expect(labels('SELECT SUM(price) OVER (PARTITION |')).toEqual(['BY']);
    expect(labels('SELECT SUM(price) OVER (PARTITION BY id ORDER |')).toEqual(['BY']);
    expect(labels('SELECT SUM(price) OVER (ORDER BY ts |')).not.toContain('LIMIT');
    expect(labels('SELECT 1 FROM orders JOIN users FOR SYSTEM_TIME AS |')).toEqual(['OF PROCTIME()']);
    expect(labels('CREATE TABLE t (a INT, PERIOD |')).toEqual(['FOR SYSTEM_TIME']);
    expect(labels('CREATE TABLE t (a INT, PERIOD FOR |')).toEqual(['SYSTEM_TIME']);
  });

  it('offers to HAVING what the select list aggregates, not its names', () => {
    const sql = 'SELECT user_id, SUM(price) AS total_price FROM orders GROUP BY user_id ';
    const { items } = at(`${sql}HAVING |`);
    expect(items[0]).toMatchObject({
      label: 'SUM(price)',
      detail: 'total_price',
      filter: 'SUM(price) total_price',
    });
    expect(items.map(({ label }) => label)).not.toContain('total_price');
    expect(first(`${sql}ORDER BY |`, 2)).toContain('total_price');
  });

  it('offers EMIT at the end of an INSERT with groups, and goes on with it', () => {
    const sql = 'INSERT INTO target SELECT user_id, COUNT(*) FROM orders GROUP BY user_id ';
    expect(labels(`${sql}|`)).toContain('EMIT');
    expect(labels(`CREATE VIEW v AS ${sql.slice(sql.indexOf('SELECT'))}|`)).not.toContain('EMIT');
    expect(labels('SELECT 1 FROM (SELECT user_id FROM orders GROUP BY user_id |')).not.toContain('EMIT');
    expect(labels(`${sql}EMIT |`)).toEqual(['WITH DELAY', 'WITHOUT DELAY']);
    expect(labels(`${sql}EMIT WITH |`)).toEqual(['DELAY']);
    expect(labels(`${sql}EMIT WITH DELAY |`)).toEqual([]);
    expect(labels(`${sql}EMIT WITH DELAY '1' |`)).toEqual(['MINUTE', 'SECOND', 'HOUR', 'DAY']);
    expect(labels(`${sql}EMIT WITH DELAY '1' MINUTE |`)).toEqual(['BEFORE WATERMARK', 'AFTER WATERMARK']);
    expect(labels(`${sql}EMIT WITHOUT DELAY |`)).toEqual(['BEFORE WATERMARK', 'AFTER WATERMARK']);
    expect(labels(`${sql}EMIT WITHOUT DELAY AFTER |`)).toEqual(['WATERMARK']);
    expect(labels(`${sql}EMIT WITHOUT DELAY, |`)).toEqual(['WITH DELAY', 'WITHOUT DELAY']);
    const emit = at(`${sql}|`).items.find(({ label }) => label === 'EMIT')?.insert;
    expect(emit).toBe("EMIT WITH DELAY '${1:1}' ${2|MINUTE,SECOND,HOUR,DAY|} BEFORE WATERMARK");
  });

  it('offers each beginning of a statement once', () => {
    for (const text of ['|', 'INSERT |', 'CREATE |']) {
      const found = labels(text);
      expect(new Set(found).size, text).toBe(found.length);
    }
    expect(labels('INSERT | x')).toEqual(['INTO']);
  });

  it('puts what is used most above what is rare', () => {
    const found = labels('SELECT | FROM users');
    for (const usual of ['CASE WHEN … END', 'ROW_NUMBER', 'TUMBLE_START'])
      expect(found.indexOf(usual), usual).toBeLessThan(found.indexOf('ABS'));
  });

  it('takes a key without a telling name for the id of its table', () => {
    const dim =
      "CREATE TABLE dim_user (rowkey VARCHAR, PRIMARY KEY (rowkey), PERIOD FOR SYSTEM_TIME) WITH (type = 'cloudhbase');\nCREATE VIEW o AS SELECT CAST(user_id AS VARCHAR) AS user_id FROM orders;\n";
    expect(
      first(`${dim}SELECT 1 FROM o JOIN dim_user FOR SYSTEM_TIME AS OF PROCTIME() AS u ON |`, 1),
    ).toEqual(['o.user_id = u.rowkey']);
  });

  it('does not write to what only a source has', () => {
    const tables =
      "CREATE TABLE logs (ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'sls');\nCREATE TABLE sums (a INT) WITH (type = 'sls');\n";
    const found = at(`${tables}INSERT INTO |`).items;
    expect(found[0]?.label).toBe('sums');
    expect(found.find(({ label }) => label === 'logs')?.detail).toBe('source · sls');
  });
});

describe('completion while a table is written', () => {
  it('knows row time that is computed', () => {
    const table = 'CREATE TABLE t (a VARCHAR, ms BIGINT, ts AS TO_TIMESTAMP(ms), ';
    expect(first(`${table}WATERMARK FOR |`, 1)).toEqual(['ts']);
    expect(first(`${table}WATERMARK FOR ms AS withOffset(|`, 1)).toEqual(['ms']);
    expect(labels(`${table}WATERMARK FOR ts AS withOffset(ts, |`)).toEqual([]);
    expect(labels(`${table}|`)[0]).toBe('WATERMARK FOR');
  });

  it('asks for what the role needs, and for all roles while it is open', () => {
    const odps = (items: string): ReturnType<typeof at>['items'] =>
      at(`CREATE TABLE t (${items}) WITH (type = 'odps', |)`).items;
    expect(odps('a INT')[0]?.insert).not.toContain('cache');
    expect(odps('a INT').find(({ label }) => label === 'cache')?.detail).toBe('Required · dimension table');
    expect(odps('a INT, PERIOD FOR SYSTEM_TIME')[0]?.insert).toContain("cache = '${6:ALL}'");
    expect(at("CREATE TABLE t (a INT, b AS a + 1) WITH (type = 'ots', |)").items[0]?.insert).toContain(
      'tunnelName',
    );
  });

  it('puts a job property where a secret would stand', () => {
    const rds = "CREATE TABLE t (a INT) WITH (type = 'rds', ";
    const password = at(`${rds}|)`).items.find(({ label }) => label === 'password');
    expect(password?.insert).toBe("password = '${1:\\${password\\}}'");
    expect(at(`${rds}password = '|')`, [], 'zh').items).toMatchObject([
      { label: '${password}', insert: '${password}', detail: '作业参数' },
    ]);
  });
});

describe('key words of the dialect', () => {
  it('have documentation', () => {
    const about = (text: string, label: string): unknown =>
      at(text).items.find(item => item.label === label)?.about;
    expect(about('CREATE TABLE t (a INT, |', 'WATERMARK FOR')).toEqual({ kind: 'clause', name: 'WATERMARK' });
    expect(about('CREATE TABLE t (a INT |', 'HEADER')).toEqual({ kind: 'clause', name: 'HEADER' });
    expect(about('SELECT 1 FROM |', 'LATERAL TABLE')).toEqual({ kind: 'clause', name: 'LATERAL' });
    expect(about('SELECT 1 FROM orders JOIN users |', 'FOR SYSTEM_TIME AS OF PROCTIME()')).toEqual({
      kind: 'clause',
      name: 'SYSTEM_TIME',
    });
    expect(about('SELECT 1 FROM orders |', 'WHERE')).toBeUndefined();
    for (const name of Object.keys(CLAUSES).filter(isClauseName))
      for (const language of ['en', 'zh'] as const)
        expect(documentation({ kind: 'clause', name }, language)).toMatch(
          language === 'zh' ? /[\u4e00-\u9fff]/ : /```sql/,
        );
  });
});

describe('completion in back-quotes', () => {
  it.each([
    ['SELECT `va| FROM orders', '`value'],
    ['SELECT o.`| FROM orders o', '`value'],
    ["CREATE TABLE t (a INT) WITH (type = 'kafka010', `gr|", '`group.id'],
    ["CREATE TABLE t (a INT) WITH (type = 'kafka010', `group.i|`)", '`group.id'],
  ])('fits what is typed, back-quote included: %s', (text, filter) => {
    expect(at(text).items.map(item => item.filter)).toContain(filter);
  });
});

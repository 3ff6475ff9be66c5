import { describe, expect, it } from 'vitest';
import { applyEdits } from '../format/format.ts';
import { after, at, TABLES, titles } from './marked.ts';

const FIX = ['quickfix'];

describe('fixes of findings', () => {
  it('say which diagnostic they mend, and which fix is meant', () => {
    const [[first, ...more], text] = at(`${TABLES}INSERT INTO o SELECT id, 'x' FROM |order_s;`, FIX);
    const start = text.indexOf('order_s');
    expect(first).toEqual({
      title: "Change to 'orders'",
      kind: 'quickfix',
      edits: [{ start, end: start + 7, text: 'orders' }],
      mends: { code: 'unknown-table', check: 'unknown-table', start, end: start + 7 },
      isPreferred: true,
    });
    expect(more.map(({ isPreferred }) => isPreferred)).not.toContain(true);
    expect(at('SELECT a FROM t WHERE a |!= 1', FIX)[0][0]?.mends).toEqual({
      code: 'syntax',
      check: 'not-equal',
      start: 24,
      end: 26,
    });
  });

  it('are in the language of the reader', () => {
    expect(titles('SELECT a FROM t WHERE a |!= 1', FIX, 'zh')).toEqual(['写成 <>']);
  });

  it('put all of one kind right together', () => {
    const sql = 'SELECT a FROM t WHERE a |!= 1; SELECT b FROM t WHERE b != 2; SELECT c FROM t WHERE c != 3';
    expect(titles(sql, FIX)).toEqual(['Write <>', 'Fix all 3 in this script: != is not allowed']);
    expect(after(sql, 'Fix all 3 in this script: != is not allowed')).toBe(
      'SELECT a FROM t WHERE a <> 1; SELECT b FROM t WHERE b <> 2; SELECT c FROM t WHERE c <> 3',
    );
  });

  it('put everything right that has one clear fix, when asked for', () => {
    const sql =
      "|CREATE TABLE t （a STRING， value INT） WITH (type = 'random');\nSELECT a FROM t WHERE a != 1";
    expect(titles(sql)).not.toContain('Fix all problems that have one clear fix');
    expect(after(sql, 'Fix all problems that have one clear fix', ['source.fixAll'])).toMatch(
      /^CREATE TABLE t \(a STRING, value INT\) WITH \(type = 'random'\);\nSELECT a FROM t WHERE a <> 1$/,
    );
  });
});

describe('fixes that look beyond the place of a finding', () => {
  it('declare a sink with the columns of the query', () => {
    const sql = `${TABLES}INSERT INTO |report SELECT uid, COUNT(*) AS n, SUM(price), MAX(\`value\`) AS \`value\` FROM orders GROUP BY uid;`;
    expect(titles(sql, FIX)).toEqual([
      "Declare sink 'report' (print)",
      "Declare sink 'report' (rds)",
      "Declare sink 'report' (datahub)",
    ]);
    expect(after(sql, "Declare sink 'report' (print)")).toBe(
      sql
        .replace('|', '')
        .replace(
          'INSERT',
          "CREATE TABLE report (\n  uid BIGINT,\n  n BIGINT,\n  col_3 DECIMAL(38, 18),\n  `value` VARCHAR\n) WITH (\n  type = 'print'\n);\n\nINSERT",
        ),
    );
    expect(after(sql, "Declare sink 'report' (rds)")).toContain(
      "  type = 'rds',\n  url = '',\n  tableName = '',\n  userName = '',\n  password = '${password}'\n);",
    );
  });

  it('declare a source and a dimension with the columns that are read', () => {
    const sql = `${TABLES}INSERT INTO o SELECT c.cid, MAX(d.name) AS name FROM |clicks AS c JOIN dims FOR SYSTEM_TIME AS OF PROCTIME() AS d ON c.cid = d.id WHERE c.score > 1.5 GROUP BY TUMBLE(c.ts, INTERVAL '1' MINUTE), c.cid;`;
    expect(after(sql, "Declare source 'clicks' (random)")).toContain(
      "CREATE TABLE clicks (\n  cid VARCHAR,\n  score DOUBLE,\n  ts TIMESTAMP,\n  WATERMARK FOR ts AS withOffset(ts, 1000)\n) WITH (\n  type = 'random'\n);",
    );
    expect(
      after(sql.replace('|', '').replace('dims', '|dims'), "Declare dimension table 'dims' (rds)"),
    ).toContain(
      "CREATE TABLE dims (\n  name VARCHAR,\n  id VARCHAR,\n  PRIMARY KEY (id),\n  PERIOD FOR SYSTEM_TIME\n) WITH (\n  type = 'rds',",
    );
  });

  it('declare functions and columns', () => {
    expect(after(`${TABLES}SELECT |parse_url_x(id) AS x FROM orders`, "Declare function 'parse_url_x'")).toBe(
      `${TABLES}CREATE FUNCTION parse_url_x AS 'com.example.ParseUrlX';\n\nSELECT parse_url_x(id) AS x FROM orders`,
    );
    expect(
      after(`${TABLES}SELECT id FROM orders WHERE |amount > 1`, "Add column 'amount' to 'orders'"),
    ).toContain('`value` VARCHAR, amount BIGINT) WITH');
  });

  it('move a view above what reads it', () => {
    expect(
      after(
        `${TABLES}CREATE VIEW a AS SELECT id FROM |b;\n-- the first\nCREATE VIEW b AS SELECT id FROM orders;\nINSERT INTO o SELECT id, 'x' FROM a;`,
        "Move view 'b' above this statement",
      ),
    ).toBe(
      `${TABLES}-- the first\nCREATE VIEW b AS SELECT id FROM orders;\n\nCREATE VIEW a AS SELECT id FROM b;\nINSERT INTO o SELECT id, 'x' FROM a;`,
    );
  });

  it('mend dimensions', () => {
    const join = (on: string): string =>
      `CREATE TABLE s (id INT, x INT) WITH (type = 'random');\nCREATE TABLE d (id INT, x INT) WITH (type = 'rds');\nCREATE VIEW v AS SELECT s.id FROM s JOIN ${on};`;
    const sql = join('|d FOR SYSTEM_TIME AS OF PROCTIME() ON s.id = d.id AND d.x = 1');
    expect(after(sql, "Declare 'd' with PERIOD FOR SYSTEM_TIME")).toContain(
      '(id INT, x INT, PERIOD FOR SYSTEM_TIME)',
    );
    expect(after(sql, "Declare 'd' with PRIMARY KEY (id, x)")).toContain(
      '(id INT, x INT, PRIMARY KEY (id, x))',
    );
    const keyed = join('d FOR SYSTEM_TIME AS OF PROCTIME() ON |s.x = d.x').replace(
      'd (id INT, x INT)',
      'd (id INT, x INT, PRIMARY KEY (id))',
    );
    expect(after(keyed, 'Add s.id = d.id')).toContain('ON s.x = d.x AND s.id = d.id');
  });

  it('mend queries', () => {
    const grouped = `${TABLES}SELECT uid, |id, COUNT(*) AS c FROM orders GROUP BY uid`;
    expect(after(grouped, "Add 'id' to GROUP BY")).toContain('GROUP BY uid, id');
    expect(after(grouped, 'Write MAX(id)')).toContain('SELECT uid, MAX(id) AS id, COUNT');
    expect(after(`${TABLES}INSERT INTO |o SELECT id FROM orders`, 'Give NULL for name')).toContain(
      'SELECT id, CAST(NULL AS VARCHAR) AS name FROM orders',
    );
    expect(
      after(`${TABLES}CREATE VIEW v (|x) AS SELECT id, price FROM orders`, 'Write (x, price)'),
    ).toContain('v (x, price) AS');
    expect(after(`${TABLES}SELECT 1 AS x FROM orders JOIN |orders ON TRUE`, "Call it 'orders_2'")).toContain(
      'JOIN orders AS orders_2 ON',
    );
  });

  it('mend declarations', () => {
    expect(after("CREATE TABLE t (a INT) |WITH (topic = 'x')", "Add type = 'random'")).toBe(
      "CREATE TABLE t (a INT) WITH (type = 'random', topic = 'x')",
    );
    expect(
      after(
        'CREATE TABLE |t (a INT); CREATE VIEW v AS SELECT 1 AS a; INSERT INTO t SELECT a FROM v',
        "Add type = 'print'",
      ),
    ).toContain("CREATE TABLE t (a INT) WITH (type = 'print');");
    expect(
      after(
        "CREATE TABLE t (\n  ms BIGINT,\n  WATERMARK FOR |ms AS withOffset(ms, 1000)\n) WITH (type = 'random')",
        'Put it on rowtime AS TO_TIMESTAMP(ms)',
      ),
    ).toBe(
      "CREATE TABLE t (\n  ms BIGINT,\n  rowtime AS TO_TIMESTAMP(ms),\n  WATERMARK FOR rowtime AS withOffset(rowtime, 1000)\n) WITH (type = 'random')",
    );
    expect(
      after(
        `${TABLES}INSERT INTO |o SELECT id, \`value\`, price AS p FROM orders`,
        "Add p DECIMAL(10, 2) to 'o'",
      ),
    ).toContain('CREATE TABLE o (id BIGINT, name VARCHAR, p DECIMAL(10, 2)) WITH');
    expect(after(`${TABLES}CREATE VIEW |users AS SELECT id FROM orders`, "Call it 'users_2'")).toContain(
      'CREATE VIEW users_2 AS',
    );
    expect(after("CREATE |TEMPORARY TABLE t (a INT) WITH (type = 'random')", 'Remove TEMPORARY')).toBe(
      "CREATE TABLE t (a INT) WITH (type = 'random')",
    );
  });

  it('mend calls and clauses', () => {
    expect(after(`${TABLES}SELECT UPPER(|id) AS u FROM orders`, 'Write CAST(id AS VARCHAR)')).toContain(
      'UPPER(CAST(id AS VARCHAR))',
    );
    expect(
      after(
        `${TABLES}CREATE VIEW v AS SELECT |TUMBLE(t, INTERVAL '1' MINUTE) AS w FROM orders GROUP BY TUMBLE(t, INTERVAL '1' MINUTE)`,
        'Write TUMBLE_START',
      ),
    ).toContain("SELECT TUMBLE_START(t, INTERVAL '1' MINUTE) AS w");
    expect(
      after(`${TABLES}CREATE VIEW v AS SELECT id FROM orders ORDER BY |price DESC;`, 'Add LIMIT 100'),
    ).toContain('ORDER BY price DESC LIMIT 100;');
    expect(after(`${TABLES}CREATE VIEW v AS SELECT id, uid AS |id FROM orders;`, "Call it 'id_2'")).toContain(
      'uid AS id_2 FROM',
    );
  });

  it('take out what does nothing', () => {
    expect(
      after(
        "CREATE TABLE t (a INT) WITH (type = 'random');\n-- a setting\nSET |x = 1;\nSELECT a FROM t",
        'Remove the statement',
      ),
    ).toBe("CREATE TABLE t (a INT) WITH (type = 'random');\nSELECT a FROM t");
    const table =
      "CREATE TABLE o (a INT, b AS a + 1, WATERMARK FOR a AS withOffset(a, 1)) WITH (type = 'print', |nothing = '1');\nCREATE TABLE s (a INT) WITH (type = 'random'); INSERT INTO o SELECT a, a FROM s;";
    expect(after(table, 'Remove it')).toContain("WITH (type = 'print');");
    expect(
      after(table.replace('|', '').replace('b AS', '|b AS'), 'Declare it as a column of type INT'),
    ).toContain('b INT, WATERMARK');
    expect(after(table.replace('|', '').replace('WATERMARK', '|WATERMARK'), 'Remove it')).toContain(
      'b AS a + 1) WITH',
    );
    expect(
      after("CREATE TABLE t (a INT) WITH (|'type' = 'rds', 'url' = 'u')", 'Take the quotes off all 2 keys'),
    ).toContain("WITH (type = 'rds', url = 'u')");
  });
});

describe('fixes of the grammar', () => {
  const mended = (marked: string): string[] =>
    at(marked, FIX)[0].map(action => `${action.title}: ${applyEdits(marked.replace('|', ''), action.edits)}`);

  it('put in what is missing', () => {
    expect(mended("CREATE TABLE t (a INT |b INT) WITH (type = 'x')")).toEqual([
      "Add the missing ,: CREATE TABLE t (a INT, b INT) WITH (type = 'x')",
    ]);
    expect(mended('SELECT f(a, b |FROM t')[0]).toBe('Add the missing ): SELECT f(a, b) FROM t');
    expect(mended('SELECT a FROM (SELECT a FROM t WHERE x = 1|')).toEqual([
      'Add the missing ): SELECT a FROM (SELECT a FROM t WHERE x = 1)',
    ]);
    expect(mended('SELECT CASE WHEN a THEN 1 |FROM t')).toEqual([
      'Add the missing END: SELECT CASE WHEN a THEN 1 END FROM t',
    ]);
    expect(mended('INSERT INTO o SELECT a FROM t\n|INSERT INTO p SELECT a FROM t')).toEqual([
      'Add the missing ;: INSERT INTO o SELECT a FROM t;\nINSERT INTO p SELECT a FROM t',
    ]);
    expect(mended('CREATE VIEW v |SELECT a FROM t')).toEqual([
      'Add the missing AS: CREATE VIEW v AS SELECT a FROM t',
    ]);
    expect(mended("CREATE TABLE t (a INT) |(type = 'x')")).toEqual([
      "Add the missing WITH: CREATE TABLE t (a INT) WITH (type = 'x')",
    ]);
    expect(mended('SELECT a FROM t GROUP |a')).toEqual(['Add the missing BY: SELECT a FROM t GROUP BY a']);
  });

  it('take out what is too much, and write what was meant', () => {
    expect(mended('SELECT a|, FROM t')).toEqual(['Remove ,: SELECT a FROM t']);
    expect(mended('SELECT a FROM t|)')).toEqual(['Remove ): SELECT a FROM t']);
    expect(mended('SELECT a FROM t WHERE a =|= 1')).toEqual(['Remove =: SELECT a FROM t WHERE a = 1']);
    expect(mended('CREATE TABLE t (a INT) WITH (type = |random)')).toEqual([
      "Write 'random': CREATE TABLE t (a INT) WITH (type = 'random')",
    ]);
    expect(mended('CREATE TABLE t (a INT) WITH (type = |"random")')).toEqual([
      "Write 'random': CREATE TABLE t (a INT) WITH (type = 'random')",
    ]);
    expect(mended('SELECT a FROM t |MINUS SELECT b FROM t')).toEqual([
      'Write EXCEPT: SELECT a FROM t EXCEPT SELECT b FROM t',
    ]);
    expect(mended('SELECT last |FROM t')).toEqual(['Write `last`: SELECT `last` FROM t']);
    expect(mended('SELECT a FORM |t')).toEqual(['Write FROM: SELECT a FROM t']);
    expect(mended('|SELCT a FROM t')).toEqual(['Write SELECT: SELECT a FROM t']);
    expect(mended("CREATE TABLE t (a INT) |WIHT (type = 'x')")).toEqual([
      "Write WITH: CREATE TABLE t (a INT) WITH (type = 'x')",
    ]);
    expect(mended('SELECT a FROM t LIMIT |5, 10')).toEqual([
      'Write 10 OFFSET 5: SELECT a FROM t LIMIT 10 OFFSET 5',
    ]);
  });

  it('are preferred when there is one only, and mend the fault of syntax', () => {
    const [[first]] = at('SELECT a|, FROM t', FIX);
    expect(first).toMatchObject({ isPreferred: true, mends: { code: 'syntax', start: 8, end: 9 } });
  });
});

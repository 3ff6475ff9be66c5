import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { describe as documentation } from '../hover/describe.ts';
import { complete } from './complete.ts';
import { at, first, labels, TABLES, taking } from './testScript.ts';

describe('completion of statements and key words', () => {
  it('offers whole statements where one begins', () => {
    expect(first('|', 3)).toEqual([
      'CREATE TABLE',
      'CREATE TABLE … WATERMARK',
      'CREATE TABLE … PERIOD FOR SYSTEM_TIME',
    ]);
    expect(labels('SELECT 1;\n|')).toContain('INSERT INTO');
    expect(taking('|', 'INSERT INTO')).toContain(
      'INSERT INTO ${1:target}\nSELECT ${3:*}\nFROM ${2|orders,totals,users|};',
    );
    expect(taking('|', 'CREATE TABLE … PERIOD FOR SYSTEM_TIME')).toMatch(/type = '\$\{4\|rds,[^']*\|\}'/);
    expect(first('SELECT 1; CREATE |', 2)).toEqual(['TABLE', 'TABLE … WATERMARK']);
    expect(taking('create v|', 'VIEW')).toContain('create VIEW ${1:name} AS\nSELECT');
    expect(labels('CREATE | x (a INT)')).toEqual(['TABLE', 'VIEW', 'FUNCTION']);
    expect(first('INSERT |', 1)).toEqual(['INTO']);
  });

  it('offers what goes on after a complete item', () => {
    expect(first('SELECT id | ', 2)).toEqual(['FROM', 'AS']);
    expect(first('SELECT * |', 1)).toEqual(['FROM']);
    expect(first('SELECT id FROM orders o |', 3)).toEqual(['WHERE', 'JOIN', 'LEFT JOIN']);
    expect(first('SELECT id FROM orders WHERE id = 1 |', 3)).toEqual(['AND', 'OR', 'GROUP BY']);
    expect(labels('SELECT id FROM orders GROUP |')).toEqual(['BY']);
    expect(labels('SELECT id FROM orders LEFT |')[0]).toBe('JOIN');
  });

  it('offers nothing in comments, free strings, numbers and after AS', () => {
    for (const text of [
      'SELECT id -- |',
      'SELECT /* | */ 1',
      "SELECT 'a| b' FROM orders",
      'SELECT id AS | FROM orders',
      'SELECT 1|',
    ])
      expect(labels(text), text).toEqual([]);
  });

  it('takes a new statement for one though the one before has no semicolon', () => {
    expect(labels('SELECT id FROM orders WHERE |\nINSERT INTO target SELECT 1')).toContain('price');
    expect(labels('SELECT id FROM users\nINSERT INTO target SELECT | FROM orders')).toContain('price');
  });
});

describe('completion of tables and columns', () => {
  it('offers tables to read, likely ones first', () => {
    const found = labels('SELECT 1 FROM |');
    expect(found.slice(0, 4)).toEqual(['orders', 'totals', 'users', 'target']);
    expect(first('SELECT 1 FROM orders JOIN |', 1)).toEqual(['users']);
    expect(taking('SELECT 1 FROM orders JOIN |', 'users')).toContain(
      'JOIN users FOR SYSTEM_TIME AS OF PROCTIME()',
    );
    expect(first('WITH w AS (SELECT 1) SELECT * FROM |', 1)).toEqual(['w']);
    expect(first('INSERT INTO |', 1)).toEqual(['target']);
  });

  it('offers columns in text that is broken in every way', () => {
    for (const text of [
      'SELECT | FROM orders',
      'SELECT id, | FROM orders',
      'SELECT id b c d, | FROM orders',
      'SELECT COUNT(| FROM orders',
      'SELECT CASE WHEN | FROM orders WHERE',
      'INSERT INTO target SELECT UPPER(|) FROM orders GROUP',
      'SELECT 1 FROM orders WHERE |',
      'SELECT 1 FROM orders WHERE (id = 1 AND |',
      'SELECT 1 FROM orders GROUP BY id, |',
      'SELECT x FROM (SELECT | FROM orders',
      'CREATE VIEW v AS SELECT id, pri| FROM orders',
      'SELECT ROW_NUMBER() OVER (PARTITION BY | ORDER BY ts) FROM orders',
      'SELECT 1 FROM orders, LATERAL TABLE(my_udf(|)) AS t(x)',
    ])
      expect(labels(text), text).toContain('price');
    expect(labels('SELECT EXTRACT(DAY FROM |) FROM orders')).toContain('ts');
  });

  it('follows aliases, sub-queries, WITH, views and table functions', () => {
    expect(labels('SELECT o.| FROM orders o')).toEqual(['id', 'user_id', 'price', 'value', 'ts']);
    expect(labels('SELECT o.| FROM users u JOIN orders AS o ON')).toContain('price');
    expect(labels('SELECT 1 FROM orders o JOIN users u ON o.|')).toContain('price');
    expect(labels('SELECT 1 FROM orders o JOIN users u ON o.id = u.| WHERE 1 = 1')).toEqual(['id', 'city']);
    expect(labels('SELECT q.| FROM (SELECT id AS k, price p FROM orders) q')).toEqual(['k', 'p']);
    expect(labels('WITH w AS (SELECT price AS p FROM orders) SELECT | FROM w')).toContain('p');
    expect(labels('SELECT totals.| FROM totals')).toEqual(['user_id', 'total']);
    expect(labels("SELECT | FROM orders, LATERAL TABLE(STRING_SPLIT(`value`, ',')) AS t(word)")).toContain(
      'word',
    );
    expect(labels('SELECT nothing.| FROM orders')).toEqual([]);
    expect(labels('SELECT * FROM orders MATCH_RECOGNIZE (PARTITION BY id ORDER BY | MEASURES')).toContain(
      'ts',
    );
  });

  it('quotes what needs it, and qualifies what is ambiguous', () => {
    expect(taking('SELECT | FROM orders', 'value')).toBe('SELECT `value` FROM orders');
    expect(taking('SELECT `va|` FROM orders', 'value')).toBe('SELECT `value` FROM orders');
    expect(taking('SELECT o.va|l FROM orders o', 'value')).toBe('SELECT o.`value` FROM orders o');
    const found = labels('SELECT | FROM orders o JOIN users u ON 1 = 1');
    expect(found).toContain('o.id');
    expect(found).toContain('u.id');
    expect(found).not.toContain('id');
    expect(found).toContain('city');
  });

  it('shows the comments of tables and columns', () => {
    const long = 'how much was paid for it, taxes and all';
    const table = `CREATE TABLE c (id INT COMMENT '订单号', price DOUBLE COMMENT '${long}') COMMENT '订单' WITH (type = 'random');\n`;
    const columns = at(`${table}SELECT | FROM c`).items;
    const column = (label: string): unknown => columns.find(item => item.label === label);
    expect(column('id')).toMatchObject({
      detail: 'INT · c · 订单号',
      about: { kind: 'comment', text: '订单号' },
    });
    expect(column('price')).toMatchObject({
      detail: 'DOUBLE · c · how much was paid for it, taxes…',
      about: { text: long },
    });
    const read = at(`${table}SELECT 1 FROM |`).items;
    expect(read.find(({ label }) => label === 'c')?.detail).toBe('source · random · 订单');
  });

  it('offers join conditions, keys first', () => {
    expect(first('SELECT 1 FROM orders o JOIN users u ON |', 1)).toEqual(['o.id = u.id']);
    expect(first('SELECT 1 FROM totals t JOIN orders o ON |', 1)).toEqual(['t.user_id = o.user_id']);
  });

  it('takes the key of a table in plural for that of one', () => {
    expect(first('SELECT 1 FROM (SELECT user_id FROM totals) t JOIN users u ON |', 1)).toEqual([
      't.user_id = u.id',
    ]);
  });

  it('goes by the sink: the column of its name comes first', () => {
    const sink = "CREATE TABLE s (ts TIMESTAMP, price DOUBLE) WITH (type = 'print');\n";
    expect(first(`${sink}INSERT INTO s SELECT | FROM orders`, 1)).toEqual(['ts']);
    expect(first(`${sink}INSERT INTO s SELECT ts, | FROM orders`, 1)).toEqual(['price']);
    expect(first(`${sink}INSERT INTO s (price, ts) SELECT | FROM orders`, 1)).toEqual(['price']);
    expect(first(`${sink}INSERT INTO s |`, 1)).toEqual(['SELECT']);
  });

  it('offers the columns of everything while there is no FROM yet', () => {
    expect(labels('SELECT |')).toContain('price');
    expect(labels('SELECT |')).not.toContain('a');
    expect(labels('SELECT | FROM users')).not.toContain('price');
  });

  it('knows by its connector what an unused table is for, and does not offer a view to itself', () => {
    const tables =
      "CREATE TABLE p (a INT) WITH (type = 'print'); CREATE TABLE r (a INT) WITH (type = 'random');\n";
    const read = at(`${tables}CREATE VIEW v AS SELECT * FROM |`).items;
    expect(read.find(({ label }) => label === 'p')?.detail).toBe('sink · print');
    expect(read.map(({ label }) => label)).not.toContain('v');
    const found = labels(`${tables}INSERT INTO |`);
    expect(found.indexOf('p')).toBeLessThan(found.indexOf('r'));
  });

  it('offers what a join needs behind one only', () => {
    expect(first('SELECT 1 FROM orders JOIN users u |', 2)).toEqual([
      'ON',
      'FOR SYSTEM_TIME AS OF PROCTIME()',
    ]);
    expect(labels('SELECT 1 FROM orders o |')).not.toContain('ON');
  });

  it('offers what GROUP BY needs', () => {
    const sql =
      "SELECT TUMBLE_START(ts, INTERVAL '1' MINUTE), user_id, UPPER(`value`) v, COUNT(*), 1 FROM orders GROUP BY ";
    expect(first(`${sql}|`, 2)).toEqual([
      "TUMBLE(ts, INTERVAL '1' MINUTE), user_id, UPPER(`value`)",
      "TUMBLE(ts, INTERVAL '1' MINUTE)",
    ]);
    expect(first(`${sql}user_id, |`, 1)).toEqual(["TUMBLE(ts, INTERVAL '1' MINUTE), UPPER(`value`)"]);
  });

  it('offers the columns of a sink', () => {
    expect(labels('INSERT INTO target (|) SELECT 1')).toEqual(['a, b', 'a', 'b']);
    expect(labels('INSERT INTO target (a, |')).toEqual(['b']);
    expect(first('INSERT INTO target |', 2)).toEqual(['SELECT', '(a, b)']);
  });
});

describe('completion of CREATE TABLE', () => {
  it('offers types, columns, and what a table may hold', () => {
    expect(first('CREATE TABLE t (a |', 3)).toEqual(['VARCHAR', 'BIGINT', 'INT']);
    expect(labels('CREATE TABLE t (a |')).not.toContain('CHAR');
    expect(labels('SELECT CAST(id AS |) FROM orders')).toContain('CHAR');
    expect(labels('CREATE TABLE t (a INT |')).toEqual(['NOT NULL', 'HEADER', 'COMMENT']);
    expect(labels('CREATE TABLE t (a INT, ts TIMESTAMP, |')[0]).toBe('WATERMARK FOR');
    expect(labels('CREATE TABLE t (a INT, ts TIMESTAMP, PRIMARY KEY (|)) WITH')).toEqual(['a', 'ts']);
    expect(first('CREATE TABLE t (a INT, ts TIMESTAMP, WATERMARK FOR |)', 1)).toEqual(['ts']);
    expect(labels('CREATE TABLE t (a INT, b AS UPPER(|), c INT)')).toContain('c');
    expect(labels('CREATE TABLE t (a INT) |')).toContain('WITH');
  });

  it('offers connectors, those for the role of the table first', () => {
    expect(labels("CREATE TABLE t (a INT) WITH (type = '|')")).toContain('datahub');
    expect(labels("CREATE TABLE t (a INT) WITH (type = 'da|\n)")).toContain('datahub');
    expect(taking('CREATE TABLE t (a INT) WITH (type = |)', 'rds')).toContain("type = 'rds')");
    expect(taking("CREATE TABLE t (a INT) WITH (type = 'ka|fka')", 'rds')).toContain("type = 'rds')");
    const dim = "CREATE TABLE d (a INT, PERIOD FOR SYSTEM_TIME) WITH (type = '|')";
    const found = labels(dim);
    expect(found.indexOf('rds')).toBeLessThan(found.indexOf('datahub'));
  });

  it('offers keys not given yet, required ones first, with a stop for the value', () => {
    const sql = "CREATE TABLE t (a INT) WITH (type = 'rds', url = 'x', |)";
    const found = labels(sql);
    expect(found.slice(0, 4)).toEqual(['Required properties', 'tableName', 'userName', 'password']);
    expect(found).not.toContain('url');
    expect(found).not.toContain('type');
    expect(at(sql).items[0]).toMatchObject({
      detail: 'tableName, userName …',
      filter: 'required Required properties',
    });
    expect(taking(sql, 'batchSize')).toContain("batchSize = '${1:4096}')");
    expect(taking(sql, 'cache')).toContain("cache = '${1|None,LRU,ALL|}')");
    expect(taking(sql, 'Required properties')).toContain("tableName = '${1:}',\nuserName = '${2:}'");
    expect(first('CREATE TABLE t (a INT) WITH (|', 1)).toEqual(['type']);
  });

  it('knows keys with dots, and their values', () => {
    const kafka = "CREATE TABLE t (a INT) WITH (type = 'kafka010', ";
    expect(taking(`${kafka}group.i|)`, 'group.id')).toBe(`${kafka}\`group.id\` = '\${1:}')`);
    expect(labels(`${kafka}startupMode = '|')`)).toEqual([
      'GROUP_OFFSETS',
      'EARLIEST',
      'LATEST',
      'TIMESTAMP',
    ]);
    expect(labels(`${kafka}topic = '|')`)).toEqual([]);
    expect(labels(`${kafka}topic |)`)).toEqual([]);
  });

  it('leaves out what is not for the role of the table', () => {
    expect(labels("CREATE TABLE d (a INT, PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', |)")).not.toContain(
      'batchSize',
    );
  });
});

describe('completion of parameters', () => {
  it('offers the properties of the job', () => {
    const found = at("CREATE TABLE t (a INT) WITH (type = 'rds', password = '${pa|'", ['password', 'url']);
    expect(found.items.map(item => [item.label, item.insert])).toEqual([
      ['password', 'password}'],
      ['url', 'url}'],
    ]);
    expect(at('SELECT ${pa|} FROM orders', ['password']).end).toBe(TABLES.length + 'SELECT ${pa}'.length);
  });
});

describe('completion as a whole', () => {
  it('has documentation for whatever promises it, in both languages', () => {
    for (const marked of [
      'SELECT | FROM orders',
      "CREATE TABLE t (a INT) WITH (type = 'rds', |)",
      'CREATE TABLE t (a |',
    ])
      for (const { about } of at(marked).items)
        if (about !== undefined)
          for (const language of ['en', 'zh'] as const) expect(documentation(about, language)).toBeTruthy();
  });

  it('offers nothing twice, and sorts as it lists', () => {
    for (const marked of [
      '|',
      'SELECT | FROM orders o JOIN users u ON 1 = 1',
      "CREATE TABLE t (a INT) WITH (type = 'rds', |)",
    ]) {
      const { items } = at(marked);
      const sorts = items.map(item => item.sort);
      expect([...sorts].sort()).toEqual(sorts);
      expect(new Set(items.map(item => `${item.kind === 'keyword'} ${item.label}`)).size).toBe(items.length);
    }
  });

  it('sends a thousand of very many offers, those that fit what is typed', () => {
    const text =
      Array.from({ length: 3000 }, (_, i) => `CREATE TABLE t${i} (a INT);`).join('\n') + 'SELECT 1 FROM t27';
    const found = complete(analyze(parseScript(text)), text.length, { language: 'en' });
    expect(found.incomplete).toBe(true);
    expect(found.items.length).toBeLessThanOrEqual(1000);
    expect(found.items.map(item => item.label)).toContain('t2719');
    expect(at('SELECT |').incomplete).toBe(false);
  });
});

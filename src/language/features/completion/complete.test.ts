import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { describe as documentation } from '../hover/describe.ts';
import { complete } from './complete.ts';
import type { Completion } from './item.ts';

const TABLES = `CREATE TABLE orders (id BIGINT, user_id INT, price DOUBLE, \`value\` VARCHAR, ts TIMESTAMP,
  WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'kafka010');
CREATE TABLE users (id INT, city VARCHAR, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE TABLE target (a BIGINT, b VARCHAR) WITH (type = 'rds');
CREATE VIEW totals AS SELECT user_id, SUM(price) AS total FROM orders GROUP BY user_id;
CREATE FUNCTION my_udf AS 'a.B';
INSERT INTO target SELECT user_id, 'x' FROM totals JOIN users FOR SYSTEM_TIME AS OF PROCTIME() ON user_id = id;
`;

/** Offers where `|` stands in the text, after the tables above. */
function at(marked: string, parameters: string[] = [], language: 'en' | 'zh' = 'en'): Completion {
  const text = TABLES + marked;
  const offset = text.indexOf('|', TABLES.length);
  return complete(analyze(parseScript(text.replace('|', ''))), offset, { language, parameters });
}

const labels = (marked: string): string[] => at(marked).items.map(item => item.label);
const first = (marked: string, count: number): string[] => labels(marked).slice(0, count);

/** The text after taking the offer of that label. */
function taking(marked: string, label: string): string {
  const { start, end, items } = at(marked);
  const item = items.find(one => one.label === label);
  const text = (TABLES + marked).replace('|', '');
  return item === undefined
    ? `no ${label}`
    : (text.slice(0, start) + item.insert + text.slice(end)).slice(TABLES.length);
}

describe('completion of statements and key words', () => {
  it('offers whole statements where one begins', () => {
    expect(first('|', 3)).toEqual([
      'CREATE TABLE',
      'CREATE TABLE … WATERMARK',
      'CREATE TABLE … PERIOD FOR SYSTEM_TIME',
    ]);
    expect(labels('SELECT 1;\n|')).toContain('INSERT INTO');
    expect(first('SELECT 1; CREATE |', 3)).toEqual(['TABLE', 'VIEW', 'FUNCTION']);
    expect(labels('INSERT |')).toEqual(['INTO']);
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

  it('offers join conditions, keys first', () => {
    expect(first('SELECT 1 FROM orders o JOIN users u ON |', 1)).toEqual(['o.id = u.id']);
    expect(first('SELECT 1 FROM totals t JOIN orders o ON |', 1)).toEqual(['t.user_id = o.user_id']);
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

describe('completion of functions', () => {
  it('puts in the parameters as stops', () => {
    expect(taking('SELECT SPLIT| FROM orders', 'SPLIT_INDEX')).toBe(
      'SELECT SPLIT_INDEX(${1:str}, ${2:sep}, ${3:index}) FROM orders',
    );
    expect(taking('SELECT | FROM orders', 'EXTRACT')).toContain('EXTRACT(${1:unit} FROM ${2:time})');
    expect(taking('SELECT | FROM orders', 'CURRENT_TIMESTAMP')).toBe('SELECT CURRENT_TIMESTAMP FROM orders');
    expect(taking('SELECT 1 FROM orders GROUP BY |', 'TUMBLE')).toContain(
      "TUMBLE(${1:ts}, INTERVAL '${2:1}' MINUTE)",
    );
    expect(taking('SELECT | FROM orders', 'ROW_NUMBER')).toContain(
      'ROW_NUMBER() OVER (PARTITION BY ${1:key} ORDER BY ${2:time})',
    );
    expect(taking('SELECT SUB|(1) FROM orders', 'SUBSTRING')).toBe('SELECT SUBSTRING(1) FROM orders');
    expect(taking('SELECT | FROM orders', 'my_udf')).toContain('my_udf($1)');
  });

  it('offers each kind where it makes sense', () => {
    expect(labels('SELECT 1 FROM orders WHERE |')).not.toContain('SUM');
    expect(labels('SELECT | FROM orders')).toContain('SUM');
    expect(labels('SELECT | FROM orders')).not.toContain('STRING_SPLIT');
    expect(first('SELECT 1 FROM orders, LATERAL TABLE(|', 2)).toEqual(['my_udf', 'STRING_SPLIT']);
    expect(first('SELECT TIMESTAMPDIFF(|', 3)).toEqual(['SECOND', 'MINUTE', 'HOUR']);
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

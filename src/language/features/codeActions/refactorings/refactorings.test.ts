import { describe, expect, it } from 'vitest';
import { after, TABLES, titles } from '../marked.ts';

const REFACTOR = ['refactor'];

describe('a column', () => {
  const query = `${TABLES}CREATE VIEW v AS SELECT |name, \`value\` FROM orders AS r JOIN users ON r.uid = users.uid WHERE price > 1;`;

  it('gets the table before it', () => {
    expect(after(query, 'Write users.name')).toContain('SELECT users.name, `value` FROM');
    expect(after(query, 'Write the table before all 3 columns of this query')).toContain(
      'SELECT users.name, r.`value` FROM orders AS r JOIN users ON r.uid = users.uid WHERE r.price > 1',
    );
  });

  it('that has one already, or is joined by USING, does not', () => {
    expect(titles(query.replace('|name', 'users.|name'), REFACTOR)).toEqual([]);
    expect(titles(`${TABLES}SELECT |uid FROM orders JOIN users USING (uid)`, REFACTOR)).toEqual([]);
  });
});

describe('*', () => {
  it('is replaced by what it stands for, in the form the query has', () => {
    expect(after(`${TABLES}CREATE VIEW v AS SELECT |* FROM orders;`, 'Replace * by its 4 columns')).toBe(
      `${TABLES}CREATE VIEW v AS SELECT id, uid, price, \`value\` FROM orders;`,
    );
    expect(
      after(
        `${TABLES}SELECT\n    |*\nFROM orders r JOIN users ON r.uid = users.uid`,
        'Replace * by its 6 columns',
      ),
    ).toBe(
      `${TABLES}SELECT\n    r.id,\n    r.uid,\n    r.price,\n    r.\`value\`,\n    users.uid,\n    users.name\nFROM orders r JOIN users ON r.uid = users.uid`,
    );
    expect(
      after(`${TABLES}SELECT users.|* FROM orders JOIN users USING (uid)`, 'Replace * by its 2 columns'),
    ).toBe(`${TABLES}SELECT users.uid, users.name FROM orders JOIN users USING (uid)`);
  });

  it('of a table nobody knows, or of COUNT(*), stays', () => {
    expect(titles('SELECT |* FROM nowhere', REFACTOR)).toEqual([]);
    expect(titles(`${TABLES}CREATE VIEW v AS SELECT COUNT(|*) AS c FROM orders`, REFACTOR)).toEqual([]);
  });
});

describe('a view', () => {
  it('is made of a sub-query, its alias kept', () => {
    const sql = `${TABLES}-- daily\nINSERT INTO o\nSELECT t.id, 'x'\nFROM (|SELECT id FROM orders WHERE price > 1) AS t;`;
    expect(after(sql, "Extract into view 't_view'")).toBe(
      `${TABLES}CREATE VIEW t_view AS\nSELECT id FROM orders WHERE price > 1;\n\n-- daily\nINSERT INTO o\nSELECT t.id, 'x'\nFROM t_view AS t;`,
    );
  });

  it('is made of the query of an INSERT, under a new name', () => {
    const sql = `${TABLES}CREATE VIEW o_view AS SELECT 1 AS a;\n|INSERT INTO o SELECT id, UPPER(\`value\`) AS name FROM orders;`;
    expect(after(sql, "Extract into view 'o_view_2'")).toBe(
      `${TABLES}CREATE VIEW o_view AS SELECT 1 AS a;\nCREATE VIEW o_view_2 AS\nSELECT id, UPPER(\`value\`) AS name FROM orders;\n\nINSERT INTO o SELECT id, name\nFROM o_view_2;`,
    );
  });

  it('is not made below a comment whose apostrophe hides the semicolon from the service', () => {
    const insert = '|INSERT INTO o SELECT id, name FROM users WHERE id > 1;';
    expect(titles(`${TABLES}-- don't\n\n${insert}`, ['refactor.extract'])).toEqual([]);
    expect(titles(`${TABLES}-- do\n\n${insert}`, ['refactor.extract'])).toEqual([
      "Extract into view 'o_view'",
    ]);
  });

  it('that is used once goes where it is used', () => {
    const sql = `${TABLES}-- cheap ones\nCREATE VIEW cheap AS\nSELECT id\nFROM orders;\nINSERT INTO o\nSELECT cheap.id, 'x'\nFROM |cheap;`;
    expect(after(sql, "Inline view 'cheap'")).toBe(
      `${TABLES.trimEnd()}\nINSERT INTO o\nSELECT cheap.id, 'x'\nFROM (\n  SELECT id\n  FROM orders\n) AS cheap;`,
    );
    expect(titles(`${sql}\nINSERT INTO o SELECT id, 'y' FROM cheap;`, ['refactor.inline'])).toEqual([]);
  });

  it('is not made of what reads a WITH outside of it, nor of a whole table', () => {
    expect(
      titles(`${TABLES}WITH w AS (SELECT id FROM orders) SELECT id FROM (|SELECT id FROM w) t`, REFACTOR),
    ).toEqual([]);
    expect(titles(`${TABLES}|INSERT INTO o SELECT * FROM users`, ['refactor.extract'])).toEqual([]);
  });
});

describe('an INSERT', () => {
  it('gets its list of columns, and names that are those of the sink', () => {
    const sql = `${TABLES}INSERT INTO |o SELECT uid, UPPER(name) AS n FROM users;`;
    expect(after(sql, "Write the list of the sink's columns")).toContain(
      'INSERT INTO o (id, name) SELECT uid,',
    );
    expect(after(sql, "Name the items as the sink's columns")).toContain(
      'INSERT INTO o SELECT uid AS id, UPPER(name) AS name FROM users;',
    );
  });

  it('is aligned with the sink by names', () => {
    expect(
      after(
        `${TABLES}INSERT INTO o SELECT |name, uid AS id FROM users;`,
        'Align the select list with the sink',
      ),
    ).toContain('SELECT uid AS id, name FROM users;');
    expect(
      after(`${TABLES}INSERT INTO o\nSELECT\n  |id\nFROM orders;`, 'Align the select list with the sink'),
    ).toContain('SELECT\n  id,\n  CAST(NULL AS VARCHAR) AS name\nFROM orders;');
  });
});

describe('other rewritings', () => {
  it('name what has no name', () => {
    expect(
      after(`${TABLES}SELECT |COUNT(*), SUM(price), id + 1, id FROM orders`, 'Give 3 expressions names'),
    ).toBe(`${TABLES}SELECT COUNT(*) AS cnt, SUM(price) AS sum_price, id + 1 AS expr, id FROM orders`);
  });

  it('write JOIN … ON for commas', () => {
    const sql = `${TABLES}SELECT name FROM |orders r,\n  users WHERE r.uid = users.uid AND (r.price > 1 OR r.id = 2) AND name <> 'x' GROUP BY name`;
    expect(after(sql, 'Write JOIN … ON instead of commas')).toBe(
      `${TABLES}SELECT name FROM orders r\n  JOIN users ON r.uid = users.uid WHERE (r.price > 1 OR r.id = 2) AND name <> 'x' GROUP BY name`,
    );
    expect(
      after(
        `${TABLES}SELECT name FROM |orders r, users WHERE r.uid = users.uid;`,
        'Write JOIN … ON instead of commas',
      ),
    ).toBe(`${TABLES}SELECT name FROM orders r JOIN users ON r.uid = users.uid;`);
    expect(titles(`${TABLES}SELECT name FROM |orders r, users WHERE name = 'x'`, REFACTOR)).toEqual([]);
  });

  it('join a table with a key as a dimension', () => {
    const sql = `${TABLES}SELECT r.id FROM orders r JOIN |users u ON r.uid = u.uid`;
    const text = after(sql, "Join 'users' as a dimension table");
    expect(text).toContain('PRIMARY KEY (uid), PERIOD FOR SYSTEM_TIME)');
    expect(text).toContain('JOIN users FOR SYSTEM_TIME AS OF PROCTIME() u ON');
  });

  it('are not offered where the statement cannot be read', () => {
    expect(titles(`${TABLES}SELECT |* FROM orders WHERE`, REFACTOR)).toEqual([]);
  });
});

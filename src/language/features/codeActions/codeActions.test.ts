import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { checkScript } from '../../analysis/check.ts';
import type { Language } from '../../catalog/texts.ts';
import { parseScript } from '../../syntax/script.ts';
import { applyEdits } from '../format/format.ts';
import { codeActions } from './codeActions.ts';
import type { CodeAction } from './action.ts';

/** The actions at `|`, or of what stands between two of them; and the text without these marks. */
function at(marked: string, only?: readonly string[], language: Language = 'en'): [CodeAction[], string] {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const end = marked.indexOf('|', start + 1) < 0 ? start : marked.indexOf('|', start + 1) - 1;
  const analysis = analyze(parseScript(text));
  const { findings } = checkScript(analysis);
  return [
    codeActions(analysis, findings, { start, end }, { language, ...(only === undefined ? {} : { only }) }),
    text,
  ];
}

const titles = (marked: string, only?: readonly string[], language?: Language): string[] =>
  at(marked, only, language)[0].map(({ title }) => title);

/** The script after the action of that title. */
function after(marked: string, title: string, only?: readonly string[]): string {
  const [actions, text] = at(marked, only);
  const action = actions.find(item => item.title === title);
  return action === undefined
    ? `only: ${actions.map(item => item.title).join(' | ')}`
    : applyEdits(text, action.edits);
}

const FIX = ['quickfix'];
const REFACTOR = ['refactor'];
const TABLES = `CREATE TABLE orders (id BIGINT, uid BIGINT, price DECIMAL(10, 2), \`value\` VARCHAR) WITH (type = 'random');
CREATE TABLE users (uid BIGINT, name VARCHAR, PRIMARY KEY (uid)) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'n', password = '\${p}');
CREATE TABLE o (id BIGINT, name VARCHAR) WITH (type = 'print');
`;

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
    expect(mended('SELECT a FROM t LIMIT |5, 10')).toEqual([
      'Write 10 OFFSET 5: SELECT a FROM t LIMIT 10 OFFSET 5',
    ]);
  });

  it('are preferred when there is one only, and mend the fault of syntax', () => {
    const [[first]] = at('SELECT a|, FROM t', FIX);
    expect(first).toMatchObject({ isPreferred: true, mends: { code: 'syntax', start: 8, end: 9 } });
  });
});

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

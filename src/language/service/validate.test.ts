import { describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../../test/language/material.ts';
import { validateJobCode } from './validate.ts';

const SOURCE =
  "CREATE TABLE src (id BIGINT, name VARCHAR, ts TIMESTAMP) WITH (type = 'datahub', topic = 'in');";
const SINK = "CREATE TABLE sink (id BIGINT, name VARCHAR) WITH (type = 'rds', tableName = 'result');";
const DIM =
  "CREATE TABLE dict (id BIGINT, label VARCHAR, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'cloudhbase');";

const validate = (...lines: string[]): ReturnType<typeof validateJobCode> =>
  validateJobCode(lines.join('\n'), { workspace: 'demo' });

function messageOf(...lines: string[]): string {
  const result = validate(...lines);
  return result.ok ? 'valid' : result.message;
}

describe('a valid job', () => {
  it('answers its tables by role, with connector, outer name and properties', () => {
    const result = validate(
      SOURCE,
      SINK,
      DIM,
      'INSERT INTO sink SELECT s.id, d.label FROM src s JOIN dict FOR SYSTEM_TIME AS OF PROCTIME() AS d ON s.id = d.id;',
    );
    expect(result).toEqual({
      ok: true,
      inputs: [
        {
          type: 'datahub',
          alias: 'src',
          name: 'in',
          workspace: 'demo',
          properties: { type: 'datahub', topic: 'in' },
        },
      ],
      outputs: [
        {
          type: 'rds',
          alias: 'sink',
          name: 'result',
          workspace: 'demo',
          properties: { type: 'rds', tablename: 'result' },
        },
      ],
      dims: [
        {
          type: 'cloudhbase',
          alias: 'dict',
          name: 'dict',
          workspace: 'demo',
          properties: { type: 'cloudhbase' },
        },
      ],
    });
  });
});

describe('what the service says of an invalid job', () => {
  it.each([
    [
      'a fault of grammar',
      ['CREATE TABLE t (a INT) WIHT (type = 1)'],
      'PAR-00000001',
      'Encountered "WIHT" at line 1, column 24.',
    ],
    [
      'a character that is none',
      ['CREATE TABLE t (a INT，b INT)'],
      'PAR-00000001',
      'Lexical error at line 1, column 22.  Encountered: "\\uff0c" (65292), after : ""',
    ],
    [
      'a statement in mid-line, columns from its semicolon',
      [`${SOURCE} SELECT FROM`],
      'PAR-00000001',
      'Encountered "FROM" at line 1, column 9.',
    ],
    [
      'a comma before what is wrong',
      ['SELECT a, FROM t'],
      'PAR-00000001',
      'Encountered "," at line 1, column 9.',
    ],
    [
      'an escaped semicolon, one character for the service',
      ["SELECT '\\;' AS value FROM t"],
      'PAR-00000001',
      'Encountered "AS" at line 1, column 12.',
    ],
    [
      'a doubled column',
      ["CREATE TABLE t (a INT, a INT) WITH (type = 'x')"],
      'PAR-00000001',
      'Duplicate column name [a], at line 1, column 22',
    ],
    [
      'an undefined key',
      ["CREATE TABLE t (a INT, PRIMARY KEY (b)) WITH (type = 'x')"],
      'PAR-00000001',
      'Primary key [b] not defined in columns, at line 1, column 37',
    ],
    [
      'an unknown target',
      [SOURCE, 'INSERT INTO nowhere SELECT * FROM src'],
      'PAR-00000001',
      'Undefined target table [nowhere]',
    ],
    ['no INSERT', [SOURCE], 'SQL-00000001', 'No output table have been created yet.'],
    [
      'a table without WITH',
      ['CREATE TABLE t (a INT);', 'INSERT INTO t SELECT 1'],
      'SQL-00010008',
      'Properties of table t is missing',
    ],
    [
      'a table without type',
      ["CREATE TABLE t (a INT) WITH (x = 'y');", 'INSERT INTO t SELECT 1'],
      'SQL-00010008',
      'The type of CREATE TABLE is null',
    ],
    [
      'a column type that does not exist',
      ["CREATE TABLE t (a STRING) WITH (type = 'x');", SINK, "INSERT INTO sink SELECT 1, 'a'"],
      'SQL-00010007',
      "Table 't' Column 'a': Unsupported column type: 'STRING'",
    ],
    [
      'a watermark that is no withOffset',
      [
        "CREATE TABLE t (a TIMESTAMP, WATERMARK FOR a AS f(a, 1)) WITH (type = 'x');",
        SINK,
        "INSERT INTO sink SELECT 1, 'a'",
      ],
      'SQL-00010007',
      "Unsupported Watermark Function 'f'",
    ],
    [
      'a computed column in a sink',
      ["CREATE TABLE t (a INT, b AS a + 1) WITH (type = 'x');", 'INSERT INTO t SELECT 1, 2'],
      'SQL-00010008',
      'SINK table do not support computed column.',
    ],
    [
      'an unknown table',
      [SINK, 'INSERT INTO sink', '  SELECT * FROM nowhere'],
      'SQL-00120004',
      "From line 3, column 17 to line 3, column 23: Object 'nowhere' not found",
    ],
    [
      'an unknown column',
      [SOURCE, SINK, 'INSERT INTO sink SELECT id, nme FROM src'],
      'SQL-00120002',
      "From line 3, column 29 to line 3, column 31: Column 'nme' not found in any table",
    ],
    [
      'an unknown column of a table',
      [SOURCE, SINK, 'INSERT INTO sink SELECT s.id, s.nme FROM src s'],
      'SQL-00120002',
      "From line 3, column 33 to line 3, column 35: Column 'nme' not found in table 's'",
    ],
    [
      'an unknown column of a view',
      [SOURCE, SINK, 'CREATE VIEW v AS SELECT id FROM src;', 'INSERT INTO sink SELECT id, name FROM v'],
      'SQL-00120002',
      "Column 'name' not found in any table",
    ],
    [
      'an unknown alias',
      [SOURCE, SINK, 'INSERT INTO sink SELECT x.id, name FROM src s'],
      'SQL-00120003',
      "Table 'x' not found",
    ],
    [
      'a count of columns that differs',
      [SOURCE, SINK, 'INSERT INTO sink SELECT id FROM src'],
      'SQL-00010005',
      "Insert into: Query result and target table 'sink' field length not match",
    ],
    [
      'a view with the wrong number of names',
      [SOURCE, SINK, 'CREATE VIEW v (a) AS SELECT id, name FROM src;', 'INSERT INTO sink SELECT 1, a FROM v'],
      'SQL-00020002',
      "View 'v' definition and input fields not match!",
    ],
  ])('%s', (_, lines, code, text) => {
    const result = validate(...lines);
    expect(result.ok).toBe(false);
    expect(result).toMatchObject({ code });
    expect(messageOf(...lines)).toContain(text);
  });

  it('frames the text as the service does', () => {
    expect(messageOf('SELECT 1 FROM')).toBe(
      [
        '************',
        'ERR_ID:',
        '     PAR-00000001',
        'CAUSE:',
        '     sql parse context error:',
        'Encountered "FROM" at line 1, column 10.',
        'Was expecting:',
        '    <IDENTIFIER> ...',
        'ACTION:',
        'DETAIL:',
        '************',
      ].join('\n'),
    );
  });
});

describe('what is uncertain is not accused', () => {
  it.each([
    ['a table function’s columns', 'SELECT s.id, x FROM src s, LATERAL TABLE(f(name))'],
    ['names of a table function', 'SELECT s.id, T.x FROM src s, LATERAL TABLE(f(name)) AS T(x)'],
    [
      'a correlated name',
      "SELECT id, name FROM src s WHERE EXISTS (SELECT 1 FROM dict WHERE dict.id = s.id AND name = 'a')",
    ],
    ['a WITH item', 'WITH w AS (SELECT id, name AS n FROM src) SELECT id, n FROM w'],
    ['another case', 'SELECT ID, Name FROM src'],
    ['a star over a join', 'SELECT * FROM (SELECT s.id, d.label FROM src s JOIN dict d ON s.id = d.id)'],
    [
      'an alias in GROUP BY and HAVING',
      'SELECT id AS i, MAX(name) AS m FROM src GROUP BY i HAVING m IS NOT NULL',
    ],
    [
      'a measure of a pattern',
      'SELECT p, q FROM src MATCH_RECOGNIZE (ORDER BY ts MEASURES A.id AS p, A.name AS q PATTERN (A) DEFINE A AS TRUE)',
    ],
    [
      'time attributes of a window',
      "SELECT COUNT(*), CAST(TUMBLE_START(ts, INTERVAL '1' MINUTE) AS VARCHAR) FROM src GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE)",
    ],
    ['a job parameter', 'SELECT ${column}, name FROM ${table}'],
  ])('%s', (_, query) => {
    expect(messageOf(SOURCE, DIM, SINK, `INSERT INTO sink ${query}`)).toBe('valid');
  });

  /** Scripts of the manual that the service would refuse: 001 reads `T.sex` without a T, 019 selects columns its table has not. */
  const REALLY_WRONG = new Set(['001.sql', '019.sql']);

  it('says nothing false of the scripts of the corpus', () => {
    const accused = corpusScripts()
      .filter(({ kind, dialect, file }) => kind === 'valid' && dialect === 'blink' && !REALLY_WRONG.has(file))
      .flatMap(({ file, text }) => {
        const result = validateJobCode(text, { workspace: 'demo' });
        // Examples without INSERT, or with the target declared elsewhere, are no whole jobs.
        const isPart = !result.ok && /SQL-00000001|Undefined target table/.test(result.message);
        return result.ok || isPart ? [] : [`${file}: ${result.message}`];
      });
    expect(accused).toEqual([]);
  });
});

describe('the conformance set', () => {
  it('is refused with the text of the service’s parser', () => {
    const rejected = conformanceCases().filter(
      item =>
        !item.accept &&
        !item.features.includes('inferred:placeholder') &&
        item.errors[0]?.kind !== 'ddl-check',
    );
    const different = rejected.filter(item => {
      const result = validateJobCode(item.sql, { workspace: 'demo' });
      const text = item.errors.find(error => error.kind !== 'ddl-check')?.message.slice(0, 150) ?? '';
      return result.ok || !result.message.includes(text);
    });
    const rate = 1 - different.length / rejected.length;
    console.log(`texts: ${rejected.length} refused scripts, ${(100 * rate).toFixed(2)} % in the same words`);
    expect(rate).toBeGreaterThanOrEqual(0.95);
  });
});

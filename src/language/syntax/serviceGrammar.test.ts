import { describe, expect, it } from 'vitest';
import { parseScript } from './script.ts';

/** The first problem of a script: its name, and the text that the service blames for it. */
function fault(sql: string): { id: string; blamed: string } | undefined {
  for (const { offset, statement } of parseScript(sql).statements) {
    const [problem] = statement.problems;
    if (problem === undefined) continue;
    const { start, end } = problem.service;
    return { id: problem.id, blamed: sql.slice(offset + start, offset + end) };
  }
  return undefined;
}

const source = (item: string): string => `CREATE TABLE parcels (weighed TIMESTAMP, ${item})`;
const pattern = (clauses: string): string => `SELECT * FROM belts MATCH_RECOGNIZE (${clauses})`;

describe('what the service’s grammar takes', () => {
  it.each([
    ['signs before the numbers of BETWEEN', 'SELECT kg BETWEEN -1 AND +2 FROM parcels'],
    ['any operator before the second value but NOT', 'SELECT kg BETWEEN 1 AND -tare FROM parcels'],
    ['NOT in parentheses there', 'SELECT dry BETWEEN FALSE AND (NOT wet) FROM parcels'],
    ['one BETWEEN behind the other', 'SELECT kg BETWEEN 1 AND 2 BETWEEN FALSE AND TRUE FROM parcels'],
    ['microseconds', 'SELECT FLOOR(seen TO MICROSECOND), EXTRACT(MICROSECOND FROM seen) FROM parcels'],
    ['a window behind FLOOR', 'SELECT FLOOR(kg) OVER w FROM parcels WINDOW w AS (ORDER BY seen)'],
    ['FIRST and LAST as functions', 'SELECT FIRST(kg), FINAL LAST(kg, 2) FROM parcels'],
    ['LAST as an alias, and behind a dot', 'SELECT kg LAST, parcels.last FROM parcels'],
    ['FINAL as a name', 'SELECT final, final.kg, final + 1 FROM final'],
    ['names only in ROW', 'SELECT ROW(kg, lid, tag) FROM parcels'],
    ['anything in ROW that begins with no name', 'SELECT ROW(1, kg + 1), ROW((kg), lid) FROM parcels'],
    ['a function called by its specific name', 'SELECT SPECIFIC lib.weigh(kg) FROM parcels'],
    ['a binary text in parts', "SELECT X'0a' 'FF' ''"],
    ['an escape character', "SELECT U&'k#0067' UESCAPE '#'"],
    ['plain lists in JDBC functions', 'SELECT {fn INSERT(tag, 1)}, {fn LAST(*)}, {fn weigh()} FROM parcels'],
    ['a constructor', 'SELECT NEW box.lid(1, side => 2) FROM parcels'],
    [
      'added columns of a merge',
      'MERGE INTO a EXTEND (b INT) USING c ON TRUE WHEN MATCHED THEN UPDATE SET d = 1',
    ],
    ['FIRST alone as what to skip to', pattern('AFTER MATCH SKIP TO FIRST PATTERN (a) DEFINE a AS TRUE')],
    ['broken numbers of repetitions', pattern('PATTERN (a {2.} b {1, 3.0}) DEFINE a AS TRUE')],
    ['an offset with signs', source('WATERMARK FOR weighed AS withOffset(weighed, - +5)')],
    ['an offset with a point', source('WATERMARK FOR weighed AS withOffset(weighed, 10.)')],
    ['a function of a watermark with dots', source('WATERMARK FOR weighed AS lib.withOffset(weighed, 1)')],
    [
      'blanks before the numbers of dates',
      "SELECT DATE ' 2020- 1-31', TIME '1: 2:3.', TIMESTAMP '2020-01-31  1:2:3'",
    ],
    ['an interval of a blank', "SELECT INTERVAL ' ' DAY(2) FROM parcels"],
    [
      'bounds that are a sum, a column with dots or a cast',
      'SELECT SUM(kg) OVER (ORDER BY seen ROWS BETWEEN a + 1 PRECEDING AND t.b FOLLOWING), SUM(kg) OVER (ORDER BY seen ROWS CAST(a AS INT) PRECEDING)',
    ],
    [
      'one parenthesis of a merge without the other',
      'MERGE INTO a USING b ON TRUE WHEN NOT MATCHED THEN INSERT VALUES (1) )',
    ],
    ['ideographic blanks between semicolons', 'SELECT 1;\u3000; SELECT 2'],
    ['comments of one kind', '-- a\n  -- b\n; /* c */ /* d */ ; SELECT 1'],
  ])('%s', (_, sql) => {
    expect(fault(sql)).toBeUndefined();
  });
});

describe('what it refuses, and what it blames', () => {
  it.each([
    // The first value of BETWEEN is bare.
    ['SELECT kg BETWEEN -tare AND 2', 'unexpected', '-'],
    ['SELECT kg BETWEEN NOT wet AND 2', 'unexpected', 'BETWEEN'],
    ['SELECT kg BETWEEN SYMMETRIC NOT wet AND 2', 'unexpected', 'NOT'],
    ["SELECT tag LIKE 'a' ESCAPE -b", 'unexpected', '-'],
    ['SELECT dry BETWEEN FALSE AND NOT wet', 'betweenAndNot', 'NOT'],
    ['SELECT a BETWEEN b BETWEEN 1 AND 2 AND 3', 'betweenWithoutAnd', ''],
    ['SELECT tag LIKE a + b BETWEEN 1 AND 2', 'betweenWithoutAnd', ''],
    ["SELECT DATE '10000-01-01'", 'badDateTime', "DATE '10000-01-01'"],
    ["SELECT DATE '0000-01-01'", 'badDateTime', "DATE '0000-01-01'"],
    ["SELECT INTERVAL '1' DAY(99999999999)", 'numberTooLarge', '99999999999'],
    ['SELECT (a, b) DAY()', 'illegalMinusDate', '(a, b) DAY'],
    ['SELECT CAST(a AS CHAR CHARACTER SET END-EXEC)', 'unexpected', 'END-EXEC'],
    [
      'SELECT SUM(kg) OVER (ORDER BY seen ROWS BETWEEN weigh(1) PRECEDING AND CURRENT ROW)',
      'unexpected',
      'weigh',
    ],
    ['SELECT kg FROM parcels LIMIT 1, ALL', 'unexpected', 'ALL'],
    // Words of row patterns begin a call wherever an expression may stand.
    ['SELECT last FROM parcels', 'navigationWord', 'FROM'],
    ['SELECT kg + first', 'unexpectedEnd', '<end>'],
    ['SELECT FINAL kg FROM parcels', 'unexpected', 'FROM'],
    ['SELECT RUNNING 1', 'unexpected', 'RUNNING'],
    ['SELECT 1 + RUNNING 1', 'unexpected', '+'],
    ['SELECT SPECIFIC weigh FROM parcels', 'unexpected', 'SPECIFIC'],
    ['SELECT 1 + SPECIFIC weigh FROM parcels', 'unexpected', 'SPECIFIC'],
    ['SELECT 1 + SPECIFIC 1', 'unexpected', '+'],
    ['SELECT UNIQUE (SELECT 1)', 'unexpected', 'UNIQUE'],
    ['SELECT ROW(kg, 1)', 'unexpected', ','],
    ['SELECT ROW(kg + 1)', 'unexpected', '+'],
    ['SELECT EXTRACT(NANOSECOND FROM seen)', 'unexpected', 'NANOSECOND'],
    ['SELECT {fn LEFT(tag, 1)}', 'unexpected', '{fn'],
    ['SELECT {fn weigh(DISTINCT kg)}', 'unexpected', '('],
    ['SELECT NEW box(*)', 'unexpected', '*'],
    ["SELECT X'0A' 'kg'", 'badBinaryString', "'kg'"],
    ["SELECT U&'k' UESCAPE 'a'", 'badUnicodeEscape', "'a'"],
    ["SELECT U&'k' UESCAPE '##'", 'badUnicodeEscape', "'##'"],
    ["SELECT U&'\\00' '67'", 'badUnicodeEscape', "U&'\\00'"],
    ["SELECT _LATIN1'重量'", 'notLatin', "_LATIN1'重量'"],
    [`SELECT ${'k'.repeat(257)}`, 'nameTooLong', 'k'.repeat(257)],
    [pattern('AFTER MATCH SKIP TO LAST PATTERN (a) DEFINE a AS TRUE'), 'unexpected', 'LAST'],
    [
      source('WATERMARK FOR weighed AS withOffset(weighed, 9223372036854775808)'),
      'watermarkOffset',
      '9223372036854775808',
    ],
    [
      source('WATERMARK FOR weighed AS withOffset(weighed, 1) OVER w'),
      'watermarkFunction',
      'withOffset(weighed, 1) OVER w',
    ],
    // A statement of comments, unless all are of one kind.
    ['SELECT 1; -- a\n/* b */', 'onlyComments', '<end>'],
    ['/* a */ -- b\n; SELECT 1', 'onlyComments', '<end>'],
    // A sign in front: blamed where the service could read something else there, otherwise what stands behind it.
    ['SELECT - FROM parcels', 'unexpected', '-'],
    ['SELECT - - FROM parcels', 'unexpected', 'FROM'],
    ['SELECT kg, NOT FROM parcels', 'unexpected', 'NOT'],
    ['SELECT weigh(- )', 'unexpected', '-'],
    ['SELECT kg + - FROM parcels', 'unexpected', '+'],
    ['SELECT kg + - - FROM parcels', 'unexpected', 'FROM'],
    ['SELECT kg FROM parcels WHERE NOT GROUP BY kg', 'unexpected', 'GROUP'],
    ['SELECT CAST(- AS INT)', 'unexpected', 'AS'],
    ['SELECT TRIM(BOTH NOT FROM tag)', 'unexpected', 'NOT'],
    // Operators of several words.
    ['SELECT kg IS heavy, 1', 'unexpected', 'IS'],
    ['SELECT kg IS NOT heavy, 1', 'unexpected', 'NOT'],
    ['SELECT kg IS NOT DISTINCT 1', 'unexpected', '1'],
    ['SELECT kg IS DISTINCT 1', 'unexpected', 'IS'],
    ['SELECT kg IS A 1', 'unexpected', 'A'],
    ['SELECT kg MEMBER OF )', 'unexpected', 'MEMBER'],
    ['SELECT kg MULTISET UNION )', 'unexpected', 'MULTISET'],
    ['SELECT kg NOT SUBMULTISET OF )', 'unexpected', ')'],
    ['SELECT kg NOT SIMILAR 1', 'unexpected', 'SIMILAR'],
    ['SELECT kg = FLOOR FROM parcels', 'unexpected', 'FLOOR'],
    // Optional parts.
    ['VALUES (, 1)', 'unexpected', '('],
    ['CREATE VIEW heavy (ORDER) AS SELECT 1', 'unexpected', '('],
    ['WITH heavy (ORDER) AS (SELECT 1) SELECT 2', 'unexpected', '('],
    ['SELECT SUM(kg) OVER (ORDER BY seen ROWS 3)', 'unexpected', '3'],
    ['SELECT SUM(kg) OVER (ORDER BY seen ROWS 3 + 1)', 'unexpected', ')'],
    ['DESCRIBE STATEMENT SEEK', 'unexpected', 'STATEMENT'],
    ['EXPLAIN PLAN WITH kg', 'unexpected', 'WITH'],
    ['SELECT * FROM parcels TABLESAMPLE SYSTEM kg', 'unexpected', 'SYSTEM'],
    [pattern('PATTERN (a { b'), 'unexpected', '{'],
    [pattern('PATTERN (a { 3 b'), 'unexpected', '3'],
    // As the last character of all, a sign of no token is read past.
    ['SELECT kg#', 'hashComment', ''],
    ['SELECT kg# ', 'hashComment', '#'],
  ])('%s', (sql, id, blamed) => {
    const found = fault(sql);
    expect(found?.id).toBe(id);
    if (blamed === '<end>') expect(found?.blamed).toHaveLength(1);
    else expect(found?.blamed.trim()).toBe(blamed);
  });
});

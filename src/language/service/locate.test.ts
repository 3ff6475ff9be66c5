import { describe, expect, it } from 'vitest';
import { LineMap } from '../syntax/positions.ts';
import { lex } from '../syntax/lexer/lexer.ts';
import { conformanceCases } from '../../../test/language/material.ts';
import { frame } from './envelope.ts';
import { locateServiceError } from './locate.ts';
import { validateJobCode } from './validate.ts';

const SCRIPT = [
  'CREATE TABLE src (',
  '  id BIGINT,',
  '  label STRING,',
  '  ts TIMESTAMP,',
  "  dt AS DATE_FORMAT(ts, 'yyyy'),",
  '  WATERMARK wk FOR ts AS withOffset(ts, 1000)',
  ") WITH (type = 'rds', topic = 'in');",
  "CREATE TABLE sink (id BIGINT) WITH (type = 'print'); INSERT INTO sink",
  "SELECT id FROM src WHERE label <> '中文' AND nope(id) > INTERVAL '100' MINUTE;",
].join('\n');

const shown = (message: string, code = SCRIPT): string[] =>
  locateServiceError(message, code).map(({ start, end }) => code.slice(start, end));

describe('places of texts that state one', () => {
  it.each([
    [
      'a range',
      "SQL validation failed:\nFrom line 9, column 8 to line 9, column 9: Column 'id' not found in any table",
      'id',
    ],
    ['a range over lines', 'From line 8, column 54 to line 9, column 9: x', 'INSERT INTO sink\nSELECT id'],
    ['a point', "At line 9, column 16: Table 'src' not found", 'src'],
    [
      'a column of a statement in mid-line',
      'Encountered "sink" at line 8, column 14.\nWas expecting:\n    "x" ...',
      'sink',
    ],
    ['what stands behind a blamed sign', 'Encountered "," at line 2, column 12.', 'label'],
    ['a place beyond the text', 'Encountered "x" at line 99, column 1.', ''],
  ])('%s', (_, message, text) => {
    expect(shown(message)).toEqual([text]);
  });

  it('reads the frame: code, cause, advice, also with full-width colons', () => {
    const message =
      "************\nERR_ID：SQL-00120002\nCAUSE：\nSQL validation failed:\nFrom line 9, column 8 to line 9, column 9: Column 'id' not found\nACTION：\n  look again\nDETAIL：\n\n************";
    expect(locateServiceError(message, SCRIPT)).toEqual([
      {
        start: SCRIPT.indexOf('id FROM'),
        end: SCRIPT.indexOf('id FROM') + 2,
        message: "From line 9, column 8 to line 9, column 9: Column 'id' not found",
        severity: 'error',
        code: 'SQL-00120002',
        hint: 'look again',
      },
    ]);
  });

  it('reads frames inside frames, and takes the table from the outer one', () => {
    const inner = frame({
      code: 'SQL-00010012',
      cause: "Table 'src' Column 'label': Unsupported column type: 'STRING'",
    });
    const message = frame({
      code: 'SQL-00010007',
      cause: "Could not create table 'src' as source table",
      detail: `org.apache.flink.table.api.TableException: ${inner}`,
    });
    expect(locateServiceError(message, SCRIPT)).toMatchObject([{ code: 'SQL-00010012' }]);
    expect(shown(message)).toEqual(['STRING']);
  });

  it('does not use a place in a computed column’s generated text', () => {
    const message = frame({
      code: 'SQL-00010007',
      cause: "Could not create table 'src' as source table",
      detail:
        "org.apache.calcite.runtime.CalciteContextException: From line 1, column 12 to line 1, column 30: No match found for function signature 'DATE_FORMAT'",
    });
    expect(shown(message)[0]).toContain('DATE_FORMAT(ts');
  });

  it('reads the service’s wrapper with a stack trace', () => {
    const message =
      "code:[30017], brief info:[get app plan failed], context info:[detail: java.lang.RuntimeException: x\n\tat a.B.c(B.java:1)\n>>>>>From line 9, column 16 to line 9, column 18: Object 'src' not found\n\tat a.B.d(B.java:2)\n]";
    expect(shown(message)).toEqual(['src']);
  });
});

describe('places of texts that state none', () => {
  it.each([
    ['an undefined target', 'Undefined target table [sink]', 'sink'],
    [
      'a count of columns',
      "Insert into: Query result and target table 'sink' field length not match",
      'sink',
    ],
    ['a column’s type', "Table 'src' Column 'label': Unsupported column type: 'STRING'", 'STRING'],
    [
      'a watermark',
      "The first argument of 'withOffset' must be the rowtime field.",
      'WATERMARK wk FOR ts AS withOffset(ts, 1000)',
    ],
    [
      'a connector that is no source',
      "ERR_ID: CON-00012 CAUSE: 'Rds' is not supported as a source table. ACTION: Check the doc",
      'src',
    ],
    ['a function', 'No match found for function signature nope(<BIGINT>)', 'nope(id)'],
    ['a literal', "Failed to encode '中文' in character set 'ISO-8859-1'", "'中文'"],
    ['an interval', 'Interval field value 100 exceeds precision of MINUTE(2) field', "INTERVAL '100' MINUTE"],
    ['a plan', 'Window can only be defined over a time attribute column.', 'src'],
    [
      'missing properties',
      "Could not create table 'src' as source table",
      "WITH (type = 'rds', topic = 'in')",
    ],
    ['anything else', 'something unheard of', 'CREATE TABLE src ('],
    ['nothing at all', '', 'CREATE TABLE src ('],
  ])('%s', (_, message, text) => {
    expect(shown(message)).toEqual([text]);
  });

  it('tells warnings', () => {
    expect(locateServiceError('警告：不影响流程', SCRIPT)).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('the conformance set', () => {
  it('is located on the blamed token or the one behind it', () => {
    let stated = 0;
    let hit = 0;
    for (const item of conformanceCases()) {
      const [error] = item.errors;
      if (item.accept || error?.line == null || error.column === null) continue;
      stated++;
      const [found] = locateServiceError(
        frame({ code: 'PAR-00000001', cause: `sql parse context error:\n${error.message}` }),
        item.sql,
      );
      const theirs = new LineMap(item.sql).offset({
        line: error.line,
        column: error.absColumn ?? error.column,
      });
      const { ends } = lex(item.sql);
      const index = (offset: number): number => {
        const at = ends.findIndex(end => offset < end);
        return at < 0 ? ends.length - 1 : at;
      };
      const distance = index(found?.start ?? 0) - index(theirs);
      if (distance === 0 || distance === 1) hit++;
    }
    console.log(`located: ${stated} texts, ${((100 * hit) / stated).toFixed(2)} % on the token or the next`);
    expect(hit / stated).toBeGreaterThanOrEqual(0.97);
  });

  it('finds back what validation reports', () => {
    const rejected = conformanceCases()
      .filter(item => !item.accept)
      .slice(0, 400);
    for (const { sql } of rejected) {
      const result = validateJobCode(sql, { workspace: 'demo' });
      if (result.ok) continue;
      for (const { start, end } of locateServiceError(result.message, sql)) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(sql.length);
      }
    }
  });
});

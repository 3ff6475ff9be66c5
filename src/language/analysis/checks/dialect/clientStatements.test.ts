import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnose.ts';
import { after, titles } from '../../../features/codeActions/marked.ts';
import { parseScript } from '../../../syntax/script.ts';

const FIX = ['quickfix'];

/** What is said of the statement, without what is said of the script as a whole. */
const told = (sql: string, language: 'en' | 'zh' = 'en'): string[] =>
  diagnose(sql, { language })
    .diagnostics.filter(({ code }) => code === 'syntax' || code === 'no-effect')
    .map(({ message }) => message);

describe('a statement of an SQL client', () => {
  it.each([
    ['USE db', 'takes no USE. There is no catalog'],
    ["CREATE CATALOG c WITH ('type' = 'hive')", 'takes no CREATE CATALOG. There is no catalog'],
    ['USE MODULES hive', 'takes no USE MODULES. Functions are built in'],
    ['SHOW TABLES', 'takes no SHOW. A script knows what it declares'],
    ['SHOW JOBS', 'takes no SHOW JOBS. Jobs are started'],
    ["ADD JAR 'x.jar'", 'takes no ADD JAR. Register a JAR as a package'],
    ['ALTER TABLE t ADD (x INT)', 'takes no ALTER TABLE. Each run declares everything anew'],
    ['DESC t', "takes no DESC. Point at the table's name"],
    ["SET 'a' = 'b'", 'takes no SET. Put settings into the job properties.'],
    ['EXPLAIN SELECT 1', 'takes no EXPLAIN. Open the execution plan'],
    ['TRUNCATE TABLE t', 'takes no TRUNCATE. A job writes by INSERT INTO alone'],
    ['BEGIN STATEMENT SET', 'takes no BEGIN STATEMENT SET. All INSERT INTO'],
    ['END', 'takes no END. All INSERT INTO'],
    ['quit', 'takes no QUIT. It is a command'],
  ])('%s is told what to do instead', (sql, words) => {
    const [first, ...more] = told(sql);
    expect(first).toContain(words);
    expect(more).toEqual([]);
    expect(told(sql, 'zh')[0]).toMatch(/作业不支持 .*[\u4e00-\u9fff].*。$/);
  });

  it('is told so where the grammar takes it, too', () => {
    expect(told("SET a = 'b'")).toEqual([
      'A job refuses or ignores SET. Put settings into the job properties.',
    ]);
    expect(told('DROP TABLE t')).toEqual([
      'A job refuses or ignores DROP TABLE. Each run declares everything anew: there is nothing to drop.',
    ]);
    expect(told('DESCRIBE t', 'zh')).toEqual(['作业会拒绝或忽略 DESCRIBE。将鼠标悬停在表名上即可查看其列。']);
  });

  it('that sets what is a job property is told its name', () => {
    expect(told("SET 'table.exec.state.ttl' = '36 h'")[0]).toContain('There it is blink.state.ttl.ms.');
    expect(told("SET `table.local-time-zone` = 'UTC'")[0]).toContain('There it is blink.job.timeZone.');
  });

  it('has its error where the grammar refuses it, and no other statement has', () => {
    for (const sql of ['ALTER TABLE t ADD (x INT)', "SET 'a' = 'b'", 'USE db']) {
      const [problem] = parseScript(sql).statements[0]?.statement.problems ?? [];
      const found = diagnose(sql, { language: 'en' }).diagnostics.find(({ code }) => code === 'syntax');
      expect([found?.start, found?.end]).toEqual([problem?.start, problem?.end]);
    }
    expect(told('SELCT 1')[0]).toContain('Did you mean SELECT');
    expect(told('GRANT x TO y')).toEqual(['No statement of Blink SQL begins with GRANT']);
  });

  it('can be removed, with its semicolon', () => {
    expect(after('SELECT 1;\n|USE db;\nSELECT 2;', 'Remove the statement', FIX)).toBe('SELECT 1;\nSELECT 2;');
    expect(after("|ADD JAR 'x.jar';\nSELECT 2;", 'Remove the statement', FIX)).toBe('SELECT 2;');
    expect(titles('|USE db;', ['source.fixAll'])).toEqual([]);
  });

  it('around an INSERT goes alone', () => {
    expect(
      after(
        '|EXECUTE STATEMENT SET BEGIN INSERT INTO t SELECT 1;',
        'Remove EXECUTE STATEMENT SET BEGIN',
        FIX,
      ),
    ).toBe('INSERT INTO t SELECT 1;');
    expect(titles('|EXECUTE INSERT INTO t SELECT 1', FIX)).toEqual(['Remove EXECUTE']);
  });
});

describe('words of Apache Flink SQL in a statement', () => {
  it.each([
    ['INSERT |OVERWRITE t SELECT 1', 'Write INTO', 'INSERT INTO t SELECT 1'],
    ['INSERT INTO |TABLE t SELECT 1', 'Remove TABLE', 'INSERT INTO t SELECT 1'],
    ['CREATE OR REPLACE |TABLE t (a INT)', 'Remove OR REPLACE', 'CREATE TABLE t (a INT)'],
    ["CREATE FUNCTION f AS 'a.B' |LANGUAGE JAVA", 'Remove LANGUAGE …', "CREATE FUNCTION f AS 'a.B'"],
    ["CREATE FUNCTION f AS 'a.B' |USING JAR 'b'", 'Remove USING …', "CREATE FUNCTION f AS 'a.B'"],
    [
      "CREATE FUNCTION f AS 'm.f' |LANGUAGE PYTHON",
      "Write 'python m.f'",
      "CREATE FUNCTION f AS 'python m.f'",
    ],
    ["CREATE |TEMPORARY SYSTEM FUNCTION f AS 'a.B'", 'Remove TEMPORARY SYSTEM', "CREATE FUNCTION f AS 'a.B'"],
  ])('%s', (sql, title, expected) => {
    const mended = after(sql, title, FIX);
    expect(mended).toBe(expected);
    expect(parseScript(mended).statements[0]?.statement.problems).toEqual([]);
  });

  it.each([
    ['CREATE TABLE t AS SELECT 1 AS a', 'declares a table and fills it apart', '建表与写入是分开的'],
    ['CREATE TABLE t (a INT) LIKE u', 'copies no declaration', '不能复制其他表的声明'],
    ["INSERT INTO t PARTITION (dt = '1') SELECT 1", 'names no partition in INSERT', '不写 PARTITION'],
  ])('%s is told what to do instead', (sql, en, zh) => {
    expect(told(sql)[0]).toContain(en);
    expect(told(sql, 'zh')[0]).toContain(zh);
  });

  it('overwriting is no sure fix: nobody does it unasked', () => {
    expect(titles('INSERT |OVERWRITE t SELECT 1', ['source.fixAll'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnose.ts';
import { after, titles } from '../../../features/codeActions/marked.ts';
import { parseScript } from '../../../syntax/script.ts';

const OPEN = `-- reads
CREATE TABLE a (x VARCHAR) WITH (type = 'kafka010', topic = 't);
CREATE TABLE b (x VARCHAR) WITH (type = 'print');
INSERT INTO b SELECT x FROM a WHERE x = 'y';
INSERT INTO b SELECT x FROM a;`;

const told = (sql: string, language: 'en' | 'zh' = 'en'): string[] =>
  diagnose(sql, { language }).diagnostics.map(
    ({ code, start, end, message }) => `${code} ${sql.slice(start, end)}: ${message}`,
  );

describe('a text that is never closed', () => {
  it('is told of where it begins, and where the grammar noticed', () => {
    expect(told(OPEN)).toEqual([
      `open-quote 't);: Is a ' missing in this line? The text goes on to the next ' and takes in "CREATE TABLE b".`,
      `syntax print: "print" stands where , or ) is expected. The text that begins in line 2 may lack its closing '`,
    ]);
    expect(told(OPEN, 'zh')).toEqual([
      `open-quote 't);: 本行是否缺少 '？该字符串一直延续到下一个 '，把“CREATE TABLE b”也包含在内。`,
      `syntax print: “print”处应为, 或 )。第 2 行开始的字符串可能缺少结尾的 '`,
    ]);
  });

  it('leaves the error of the grammar where it is', () => {
    const [problem] = parseScript(OPEN).statements[0]?.statement.problems ?? [];
    const found = diagnose(OPEN, { language: 'en' }).diagnostics.find(({ code }) => code === 'syntax');
    expect(found?.start).toBe(problem?.start);
  });

  it('hides the faults that follow from it, and names that are declared in it are known', () => {
    const sql = `INSERT INTO b SELECT x FROM a WHERE x = 'y;
CREATE TABLE a (x VARCHAR) WITH (type = 'random');
CREATE TABLE b (x VARCHAR) WITH (type = 'print');`;
    expect(told(sql).map(text => text.split(' ')[0])).toEqual(['open-quote', 'syntax']);
  });

  it('counts lines in every statement', () => {
    const sql = `${OPEN}\r\n';\n;SELECT 'a\rSELECT b' c d`;
    expect(told(sql).filter(text => text.includes('begins in line'))).toEqual([
      expect.stringContaining('line 2'),
      expect.stringContaining('line 7'),
    ]);
  });

  it.each([
    ['in one line', "SELECT 'a SELECT b' c d"],
    ['that takes in no statement', "SELECT 'a\nselected' c d"],
    ['behind the fault', "SELECT a b c, 'x\nSELECT y'"],
    ['in a statement without faults', "SELECT 'a\nSELECT b' AS c"],
  ])('is none: a text %s', (_, sql) => {
    expect(told(sql).filter(text => text.startsWith('open-quote'))).toEqual([]);
  });

  it('can be closed', () => {
    const marked = OPEN.replace("'t)", "|'t)");
    expect(titles(marked, ['quickfix'])).toEqual(["Close the text: 't'"]);
    expect(after(marked, "Close the text: 't'")).toBe(OPEN.replace("'t)", "'t')"));
    expect(titles("SELECT x FROM t WHERE x = |'a b;\nSELECT 'c' AS d;", ['quickfix'], 'zh')).toEqual([
      "结束字符串：'a b'",
    ]);
  });

  it('costs no more than its length, however often', () => {
    const cost = (count: number): number => {
      const sql = "SELECT 'a\nSELECT b' c d;\n".repeat(count);
      const before = process.cpuUsage();
      expect(diagnose(sql, { language: 'en' }).diagnostics.length).toBeGreaterThan(count);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(500);
    expect(cost(20_000) / Math.max(cost(2_000), 20_000)).toBeLessThan(50);
  });
});

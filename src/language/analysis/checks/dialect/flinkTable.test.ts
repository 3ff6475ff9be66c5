import { describe, expect, it } from 'vitest';
import { parseScript } from '../../../syntax/script.ts';
import { analyze } from '../../analyze.ts';
import { checkScript } from '../../check.ts';

/** Messages of `other-dialect`, and the script with all fixes made. */
function told(sql: string): { readonly messages: string[]; readonly mended: string } {
  const { findings } = checkScript(analyze(parseScript(sql)));
  const own = findings.filter(({ id }) => id === 'other-dialect');
  const edits = own.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []).sort((a, b) => b.start - a.start);
  return {
    messages: own.map(({ message }) => message.en),
    mended: edits.reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      sql,
    ),
  };
}

const problemsOf = (sql: string): number =>
  parseScript(sql).statements.reduce((sum, { statement }) => sum + statement.problems.length, 0);

describe('a table as Apache Flink SQL declares it', () => {
  it('has its key beside a column', () => {
    const { messages, mended } = told(
      "CREATE TABLE k (`a` INT, b DECIMAL(10, 2) PRIMARY KEY) WITH (type = 'print');",
    );
    expect(messages).toEqual(['Blink SQL declares a key apart from the column: PRIMARY KEY (b).']);
    expect(mended).toBe("CREATE TABLE k (`a` INT, b DECIMAL(10, 2), PRIMARY KEY (b)) WITH (type = 'print');");
    expect(problemsOf(mended)).toBe(0);
  });

  it('states the lag of its watermark as an interval, and does not enforce its key', () => {
    const { messages, mended } = told(`CREATE TABLE s (id BIGINT, ts TIMESTAMP,
  WATERMARK FOR ts AS ts - INTERVAL '1.5' MINUTE,
  PRIMARY KEY (id) NOT ENFORCED
) WITH (type = 'random');`);
    expect(messages).toEqual([
      'Blink SQL states how far a watermark lags behind by a function, in milliseconds: withOffset(ts, 90000).',
      'Blink SQL enforces no key and says nothing of it: leave NOT ENFORCED out.',
    ]);
    expect(mended).toContain('AS withOffset(ts, 90000),\n  PRIMARY KEY (id)\n)');
    expect(problemsOf(mended)).toBe(0);
  });

  it('offers no lag it cannot count', () => {
    const { messages, mended } = told(
      "CREATE TABLE s (ts TIMESTAMP, WATERMARK FOR ts AS ts - INTERVAL '1' MONTH) WITH (type = 'random');",
    );
    expect(messages[0]).toContain('withOffset(ts, …)');
    expect(mended).toContain("INTERVAL '1' MONTH");
  });

  it('has columns of metadata', () => {
    const { messages } = told(
      "CREATE TABLE s (ts TIMESTAMP METADATA FROM 'timestamp') WITH (type = 'random');",
    );
    expect(messages).toEqual([expect.stringContaining('HEADER')]);
  });

  it('is known elsewhere by its name, also when that is a key word', () => {
    const { findings } = checkScript(
      analyze(
        parseScript(
          "CREATE TABLE k (a INT PRIMARY KEY) WITH (type = 'print');\nINSERT INTO k SELECT 1 AS a;",
        ),
      ),
    );
    expect(findings.filter(({ id }) => id === 'unknown-table')).toEqual([]);
  });
});

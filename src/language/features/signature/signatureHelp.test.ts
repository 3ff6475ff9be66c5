import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { builtIns } from '../../catalog/functions.ts';
import { parseScript } from '../../syntax/script.ts';
import { signatureHelpAt } from './signatureHelp.ts';
import type { SignatureHelp } from './signatureHelp.ts';

function at(marked: string, before = ''): SignatureHelp | undefined {
  const offset = before.length + marked.indexOf('|');
  return signatureHelpAt(analyze(parseScript(before + marked.replace('|', ''))), offset, 'en');
}

/** The text of the active parameter within its signature. */
function active(marked: string): string | undefined {
  const help = at(marked);
  const signature = help?.signatures[help.active];
  const range = signature?.parameters[help?.parameter ?? -1];
  return range === undefined ? undefined : signature?.label.slice(range.start, range.end);
}

describe('signature help', () => {
  it('knows the parameter the cursor is at, whatever stands in the others', () => {
    expect(active('SELECT SPLIT_INDEX(|')).toBe('str VARCHAR');
    expect(active("SELECT SPLIT_INDEX(a, ',', | FROM t")).toBe('index INT');
    expect(active("SELECT SPLIT_INDEX(CONCAT(a, b, ')'), ',|', 1) FROM t")).toBe('sep VARCHAR');
    expect(active('SELECT SPLIT_INDEX((1 + 2), x, (|')).toBe('index INT');
    expect(active('SELECT CONCAT(a, b, c, d, |)')).toMatch(/VARCHAR/);
    expect(active('SELECT UPPER(a, |)')).toBeUndefined();
  });

  it('takes the overload with enough parameters', () => {
    const sql = "SELECT 1 FROM t GROUP BY TUMBLE(ts, INTERVAL '1' DAY";
    expect(at(`${sql}|`)?.active).toBe(0);
    expect(at(`${sql}, |`)?.active).toBe(1);
    expect(active(`${sql}, |`)).toBe('align TIME');
    expect(active('CREATE TABLE t (ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, |')).toBe(
      'offsetMs BIGINT',
    );
  });

  it('is silent outside of calls, in a query within one, and for what the script declares itself', () => {
    expect(at('SELECT UPPER(a) |')).toBeUndefined();
    expect(at('SELECT COUNT((SELECT | FROM t))')).toBeUndefined();
    expect(at('SELECT initcap(|)', "CREATE FUNCTION initcap AS 'a.B'; ")).toBeUndefined();
    expect(at('CREATE TABLE t (a VARCHAR(|')).toBeUndefined();
    expect(at("INSERT INTO t (|a) SELECT 'b'")).toBeUndefined();
  });

  it('marks every parameter of every function by its name', () => {
    for (const { name } of builtIns()) {
      if (!/^\w+$/.test(name)) continue;
      for (const { label, parameters } of at(`SELECT ${name}(|`)?.signatures ?? [])
        for (const { start, end } of parameters) expect(label.slice(start, end)).toMatch(/^\S+ \S+/);
    }
    expect(at('SELECT UPPER(|')?.documentation).toContain('UPPER');
  });
});

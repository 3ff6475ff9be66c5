import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { inlayHints } from './inlayHints.ts';
import type { InlayHintOptions } from './inlayHints.ts';

const SCRIPT = `CREATE FUNCTION f AS 'com.example.F';
CREATE TABLE clicks (
  uid BIGINT, price DECIMAL(10, 2), ms BIGINT,
  ts AS TO_TIMESTAMP(ms), proc AS PROCTIME(), day_text AS CAST(ms AS VARCHAR), odd AS f(ms),
  WATERMARK FOR ts AS withOffset(ts, 1000)
) WITH (type = 'random');
CREATE VIEW v AS SELECT uid, COUNT(*) AS n, ts, f(uid) AS x, CAST(uid AS VARCHAR) AS s, SUM(price) AS p FROM clicks GROUP BY uid, ts;
INSERT INTO o SELECT * FROM (SELECT uid FROM v) UNION ALL SELECT n + 1 FROM v;`;

/** The script with its hints written in, `«: BIGINT»`. */
function shown(text: string, range = { start: 0, end: text.length }, options: InlayHintOptions = {}): string {
  const hints = inlayHints(analyze(parseScript(text)), range, options);
  return hints.reduceRight(
    (now, { offset, label, tooltip }) =>
      `${now.slice(0, offset)}«${label}${tooltip === undefined ? '' : ` ${tooltip.en}`}»${now.slice(offset)}`,
    text,
  );
}

const linesWith = (text: string): string[] => text.split('\n').filter(line => line.includes('«'));

describe('types of values nobody wrote a type for', () => {
  it('are shown behind computed columns and the items of select lists', () => {
    expect(linesWith(shown(SCRIPT))).toEqual([
      '  ts«: TIMESTAMP Row time attribute» AS TO_TIMESTAMP(ms), proc«: TIMESTAMP Processing time attribute» AS PROCTIME(), day_text AS CAST(ms AS VARCHAR), odd AS f(ms),',
      'CREATE VIEW v AS SELECT uid«: BIGINT», COUNT(*) AS n«: BIGINT», ts«: TIMESTAMP Row time attribute», f(uid) AS x, CAST(uid AS VARCHAR) AS s, SUM(price) AS p FROM clicks GROUP BY uid, ts;',
      'INSERT INTO o SELECT * FROM (SELECT uid FROM v) UNION ALL SELECT n + 1«: BIGINT» FROM v;',
    ]);
  });

  it('are shown as far as they are asked for', () => {
    expect(linesWith(shown(SCRIPT, undefined, { computedColumns: false, selectItems: false }))).toEqual([]);
    expect(linesWith(shown(SCRIPT, undefined, { selectItems: false }))).toHaveLength(1);
    const start = SCRIPT.indexOf('INSERT');
    expect(linesWith(shown(SCRIPT, { start, end: SCRIPT.length }))).toHaveLength(1);
    expect(inlayHints(analyze(parseScript('')), { start: 0, end: 0 })).toEqual([]);
  });

  it('are not shown where they are known roughly only: how many digits a sum has', () => {
    expect(shown(SCRIPT)).toContain('SUM(price) AS p FROM');
  });

  it('have both languages', () => {
    const [first] = inlayHints(analyze(parseScript(SCRIPT)), { start: 0, end: SCRIPT.length });
    expect(first?.tooltip?.zh).toBe('事件时间属性（Rowtime）');
  });
});

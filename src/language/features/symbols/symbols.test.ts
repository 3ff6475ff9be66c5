import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { parseScript } from '../../syntax/script.ts';
import { documentSymbols } from './symbols.ts';
import type { DocumentSymbol } from './symbols.ts';

const outline = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : `: ${detail}`}`,
    ...outline(children, `${indent}  `),
  ]);

const SCRIPT = `CREATE FUNCTION f AS 'a.B';
CREATE TABLE src (id BIGINT, ts AS TO_TIMESTAMP(id), WATERMARK FOR ts AS withOffset(ts, 1000)) WITH (type = 'kafka');
CREATE TABLE dim (id BIGINT, PERIOD FOR SYSTEM_TIME);
CREATE TABLE Target (id DECIMAL(18, 2)) WITH (type = 'rds');
CREATE VIEW v (a, b) AS WITH q AS (SELECT 1) SELECT * FROM q;
SELECT 1;
INSERT INTO TARGET SELECT id FROM src;`;

describe('the outline', () => {
  it('names tables by their role, with columns, and all else that is declared', () => {
    expect(outline(documentSymbols(parseScript(SCRIPT)))).toEqual([
      'function f: a.B',
      'source src: kafka',
      '  column id: BIGINT',
      '  computedColumn ts: TO_TIMESTAMP(id)',
      '  watermark ts: withOffset(ts, 1000)',
      'dimension dim',
      '  column id: BIGINT',
      'sink Target: rds',
      '  column id: DECIMAL(18,2)',
      'view v',
      '  column a',
      '  column b',
      '  commonTable q',
      'insert TARGET',
    ]);
  });

  it('shows what can be read of a statement that is not finished', () => {
    const symbols = documentSymbols(parseScript('CREATE TABLE t (a INT, b INT,) WITH (type = 1)'));
    expect(outline(symbols).slice(0, 2)).toEqual(['source t', '  column a: INTEGER']);
  });

  it('selects the name inside of the range, children inside of their parents', () => {
    const check = (text: string, symbols: readonly DocumentSymbol[], from: number, to: number): void => {
      for (const { name, range, selection, children } of symbols) {
        expect(range.start).toBeGreaterThanOrEqual(from);
        expect(range.end).toBeLessThanOrEqual(to);
        expect(selection.start).toBeGreaterThanOrEqual(range.start);
        expect(selection.end).toBeLessThanOrEqual(range.end);
        expect(text.slice(selection.start, selection.end).replaceAll('`', '').replaceAll(/\s/g, '')).toBe(
          name,
        );
        check(text, children, range.start, range.end);
      }
    };
    for (const { text } of [...corpusScripts(), { text: SCRIPT }])
      check(text, documentSymbols(parseScript(text)), 0, text.length);
  });
});

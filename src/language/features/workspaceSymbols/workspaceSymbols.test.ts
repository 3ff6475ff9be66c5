import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScript } from '../../syntax/script.ts';
import { fuzzyScore } from './fuzzy.ts';
import { bestMatches, workspaceSymbols } from './workspaceSymbols.ts';

const SCRIPT = `CREATE FUNCTION parse AS 'a.Parse';
CREATE TABLE ods_order (id INT) WITH (type = 'random');
CREATE TEMPORARY TABLE half (id INT);
CREATE VIEW db.daily AS SELECT id FROM ods_order;
INSERT INTO \`result\` SELECT id FROM daily;
SELECT 1;`;

it('what others may search are tables, views, functions and sinks', () => {
  expect(
    workspaceSymbols(parseScript(SCRIPT)).map(({ kind, name, start, end }) => [
      kind,
      name,
      SCRIPT.slice(start, end),
    ]),
  ).toEqual([
    ['function', 'parse', 'parse'],
    ['table', 'ods_order', 'ods_order'],
    ['table', 'half', 'half'],
    ['view', 'db.daily', 'daily'],
    ['insert', 'result', '`result`'],
  ]);
});

describe('fuzzy search', () => {
  const NAMES = ['order_items', 'orderItems', 'reorder', 'OrderItem', 'dim_order', 'old_item_report', 'oi'];
  const best = (typed: string, limit = 3): string[] => bestMatches(NAMES, typed, name => name, limit);

  it('takes letters in their order only', () => {
    expect(fuzzyScore('itord', 'order_items')).toBeUndefined();
    expect(fuzzyScore('ordit', 'order_items')).toBeDefined();
    expect(fuzzyScore('ord it', 'order_items')).toBe(fuzzyScore('ordit', 'order_items'));
    expect(fuzzyScore('x', '')).toBeUndefined();
  });

  it('prefers letters in a row to the same letters apart', () => {
    expect(fuzzyScore('abc', 'xabcxx') ?? 0).toBeGreaterThan(fuzzyScore('abc', 'xaxbxc') ?? 0);
  });

  it('prefers whole names, beginnings of words, and runs', () => {
    expect(best('oi')).toEqual(['oi', 'order_items', 'old_item_report']);
    expect(best('OI', 2)).toEqual(['oi', 'OrderItem']);
    expect(best('order')[0]).toBe('orderItems');
    expect(best('ordit', 2)).toEqual(['order_items', 'orderItems']);
    expect(best('dord', 1)).toEqual(['dim_order']);
    expect(best('', 2)).toEqual(['order_items', 'orderItems']);
  });

  it('counts a name that is what was typed highest, and finds every subsequence', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.array(fc.nat()), (name, places) => {
        const kept = [...new Set(places.map(place => place % name.length))].sort((a, b) => a - b);
        const typed = kept.map(place => name[place]).join('');
        const score = fuzzyScore(typed, name);
        expect(score).toBeDefined();
        if (name.trim() === name && !/\s/.test(name))
          expect(fuzzyScore(name, name) ?? 0).toBeGreaterThanOrEqual(score ?? 0);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { LineageInsert, PlainRange } from '../server/protocol.ts';
import { insertFor } from './which.ts';

const lines = (start: number, end = start): PlainRange => ({
  start: { line: start, character: 0 },
  end: { line: end, character: 20 },
});

const insert = (sink: string, range: PlainRange, rest: Partial<LineageInsert> = {}): LineageInsert => ({
  sink,
  range,
  columns: [],
  influences: [],
  incomplete: false,
  ...rest,
});

const sourceAt = (line: number) => [
  {
    column: 'a',
    kind: 'direct',
    sources: [{ table: 's', column: 'x', kind: 'direct', declared: lines(line) }],
  },
];

const inserts = [
  insert('one', lines(10, 12), { columns: sourceAt(1) }),
  insert('two', lines(20, 22), { columns: sourceAt(2) }),
  insert('two', lines(30, 32), {
    columns: sourceAt(2),
    tables: [{ name: 'd', role: 'dimension', declared: lines(3) }],
  }),
];
const at = (line: number, character = 5) => ({ line, character });

describe('which INSERT is shown', () => {
  it('is the one the cursor stands in, up to right after its end', () => {
    expect(insertFor(inserts, at(11), { index: 2, sink: 'two' })).toBe(0);
    expect(insertFor(inserts, at(12, 20), undefined)).toBe(0);
    expect(insertFor(inserts, at(12, 21), { index: 2, sink: 'two' })).toBe(2);
  });

  it('is the one made of what the cursor stands at, the one shown before others', () => {
    expect(insertFor(inserts, at(1), { index: 2, sink: 'two' })).toBe(0);
    expect(insertFor(inserts, at(2), { index: 2, sink: 'two' })).toBe(2);
    expect(insertFor(inserts, at(2), { index: 0, sink: 'one' })).toBe(1);
    expect(insertFor(inserts, at(3), { index: 0, sink: 'one' })).toBe(2);
  });

  it('stays the one shown while the cursor is elsewhere', () => {
    expect(insertFor(inserts, at(5), { index: 1, sink: 'two' })).toBe(1);
    expect(insertFor(inserts, undefined, { index: 1, sink: 'two' })).toBe(1);
  });

  it('is found again after edits: by its sink, else by its place', () => {
    expect(insertFor(inserts.slice(1), undefined, { index: 2, sink: 'two' })).toBe(1);
    expect(insertFor(inserts, undefined, { index: 0, sink: 'renamed' })).toBe(0);
    expect(insertFor(inserts.slice(0, 1), undefined, { index: 7, sink: 'gone' })).toBe(0);
  });

  it('is the next one after the cursor at first, else the last', () => {
    expect(insertFor(inserts, at(15), undefined)).toBe(1);
    expect(insertFor(inserts, at(99), undefined)).toBe(2);
    expect(insertFor(inserts, undefined, undefined)).toBe(0);
  });

  it('is none where there is none', () => {
    expect(insertFor([], at(1), { index: 0, sink: 'one' })).toBe(-1);
    expect(insertFor([], undefined, undefined)).toBe(-1);
  });
});

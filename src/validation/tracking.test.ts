import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEdits, type Edit } from './tracking.ts';

const apply = (text: string, edits: readonly (Edit & { text: string })[]) =>
  [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((t, e) => t.slice(0, e.offset) + e.text + t.slice(e.offset + e.length), text);

const edit = (offset: number, length: number, text: string) => ({
  offset,
  length,
  text,
  inserted: text.length,
});

describe('ranges after edits', () => {
  const text = 'SELECT a, FROM t;\nSELECT b FROM u;';
  const span = { start: 10, end: 14 };
  const at = (...edits: ReturnType<typeof edit>[]) => afterEdits([span], edits);

  it('stay where nothing happened before them', () => {
    expect(at(edit(18, 6, 'INSERT'))).toEqual([span]);
    expect(at(edit(15, 1, ''))).toEqual([span]);
  });

  it('move with what comes before them', () => {
    const before = edit(0, 0, '-- line\n');
    expect(at(before)).toEqual([{ start: 18, end: 22 }]);
    expect(apply(text, [before]).slice(18, 22)).toBe('FROM');
  });

  it.each([
    ['inside', edit(12, 1, 'x')],
    ['over', edit(5, 12, '')],
    ['directly before', edit(8, 2, '')],
    ['directly after', edit(14, 0, 'X')],
    ['at its begin', edit(10, 0, 'b ')],
  ])('end with an edit %s', (_where, change) => expect(at(change)).toEqual([]));

  it('move by several edits of one change', () => {
    const edits = [edit(0, 6, 'select'), edit(7, 1, 'aaa'), edit(20, 1, '')];
    expect(at(...edits)).toEqual([{ start: 12, end: 16 }]);
    expect(apply(text, edits).slice(12, 16)).toBe('FROM');
  });

  it('always show the same characters, or end', () => {
    const change = fc.record({ offset: fc.nat(30), length: fc.nat(8), text: fc.string({ maxLength: 8 }) });
    fc.assert(
      fc.property(
        fc.string({ minLength: 40, maxLength: 60 }),
        fc.nat(30),
        fc.nat(8),
        change,
        (before, start, length, raw) => {
          const one = edit(raw.offset, raw.length, raw.text);
          const range = { start, end: start + length };
          const [moved] = afterEdits([range], [one]);
          if (moved)
            expect(apply(before, [one]).slice(moved.start, moved.end)).toBe(
              before.slice(start, start + length),
            );
        },
      ),
    );
  });
});

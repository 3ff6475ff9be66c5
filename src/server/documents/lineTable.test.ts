import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineTable } from './lineTable.ts';

const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '表', '\ud83d', '\u2028'), maxLength: 30 });

describe('LineTable', () => {
  it('counts lines that end with \\n, \\r\\n and \\r, and nothing else', () => {
    const lines = new LineTable('a\r\nb\rc\nd\u2028e');
    expect([0, 1, 3, 4, 5, 7, 9].map(offset => lines.positionAt(offset))).toEqual([
      { line: 0, character: 0 },
      { line: 0, character: 1 },
      { line: 1, character: 0 },
      { line: 1, character: 1 },
      { line: 2, character: 0 },
      { line: 3, character: 0 },
      { line: 3, character: 2 },
    ]);
  });

  it('takes a position behind its line for the end of the line, and one behind the text for its end', () => {
    const lines = new LineTable('ab\r\ncd');
    expect(lines.offsetAt({ line: 0, character: 9 })).toBe(2);
    expect(lines.offsetAt({ line: 1, character: 9 })).toBe(6);
    expect(lines.offsetAt({ line: 7, character: 0 })).toBe(6);
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
  });

  it('is after any changes what it would be for the new text', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(30), fc.nat(30), text), { maxLength: 6 }),
        (first, edits) => {
          const lines = new LineTable(first);
          let now = first;
          for (const [a, b, inserted] of edits) {
            const [start, end] = [a, b].map(n => Math.min(n, now.length)).sort((x, y) => x - y) as [
              number,
              number,
            ];
            now = now.slice(0, start) + inserted + now.slice(end);
            lines.update(now, start, end, inserted.length);
          }
          const fresh = new LineTable(now);
          for (let offset = 0; offset <= now.length; offset++)
            expect(lines.positionAt(offset)).toEqual(fresh.positionAt(offset));
          for (let line = 0; lines.lineStart(line) !== Infinity || fresh.lineStart(line) !== Infinity; line++)
            expect(lines.lineStart(line)).toBe(fresh.lineStart(line));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives every position back', () => {
    fc.assert(
      fc.property(text, source => {
        const lines = new LineTable(source);
        for (let offset = 0; offset <= source.length; offset++) {
          // Between \r and \n there is no position: it is the end of the line.
          const isSplit = source.slice(offset - 1, offset + 1) === '\r\n';
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(isSplit ? offset - 1 : offset);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../language/syntax/update.ts';
import { PendingEdits } from './pendingEdits.ts';

function edited(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return edits.reduce((now, edit) => applyEdit(now, edit), text);
}

describe('PendingEdits', () => {
  it('makes one change of what is typed, deleted and typed again on end', () => {
    const pending = new PendingEdits();
    const steps = [
      { start: 2, end: 2, text: 'SEL' },
      { start: 5, end: 5, text: 'X' },
      { start: 5, end: 6, text: '' },
      { start: 5, end: 7, text: 'ECT' },
      { start: 1, end: 3, text: 's' },
    ];
    let text = 'abcdef';
    for (const step of steps) pending.add(step, (text = applyEdit(text, step)));
    expect(pending.all).toEqual([{ start: 1, end: 4, text: 'sELECT' }]);
    pending.clear();
    expect(pending.all).toEqual([]);
  });

  it('has the effect of all changes, however many and wherever', () => {
    const change = fc.tuple(fc.nat(60), fc.nat(5), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 20, maxLength: 50 }),
        fc.array(change, { maxLength: 40 }),
        (first, changes) => {
          const pending = new PendingEdits();
          let text = first;
          for (const [at, length, inserted] of changes) {
            const start = Math.min(at, text.length);
            const edit = { start, end: Math.min(start + length, text.length), text: inserted };
            text = applyEdit(text, edit);
            pending.add(edit, text);
          }
          expect(edited(first, pending.all)).toBe(text);
          expect(pending.all.length).toBeLessThanOrEqual(16);
          if (changes.length > 0) expect(applyEdit(first, pending.asOne(text))).toBe(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

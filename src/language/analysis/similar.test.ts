import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, similarNames, Spelling } from './similar.ts';

it('counts letters put in, left out, replaced and swapped', () => {
  expect(editDistance('order', 'order', 3)).toBe(0);
  expect(editDistance('ordre', 'order', 3)).toBe(1);
  expect(editDistance('oder', 'order', 3)).toBe(1);
  expect(editDistance('PRISE', 'price', 3)).toBe(1);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect(editDistance('a', 'abcdef', 2)).toBe(3);
});

it('finds names that may be meant, best first', () => {
  expect(similarNames('usr_name', ['user_name', 'userName', 'usage'])).toEqual(['user_name', 'userName']);
  expect(similarNames('user_name', ['userName', 'user_names'])).toEqual(['userName', 'user_names']);
  expect(similarNames('ab', ['ac', 'AB'])).toEqual(['AB']);
  expect(similarNames('xyz', ['abc'])).toEqual([]);
});

describe('names among which others are looked for', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '_', 'd'), minLength: 1, maxLength: 7 });
  const names = fc.array(name, { maxLength: 12 });

  it('gives the answers of a search through all, also when the names change', () => {
    fc.assert(
      fc.property(
        names,
        names,
        fc.array(name, { minLength: 1, maxLength: 5 }),
        names,
        (old, now, words, more) => {
          const before = new Spelling(old);
          for (const word of words) expect(before.similar(word)).toEqual(similarNames(word, old));
          const after = new Spelling(now, before);
          for (const word of words) {
            expect(after.similar(word)).toEqual(similarNames(word, now));
            expect(after.similar(word, more)).toEqual(similarNames(word, [...now, ...more]));
          }
        },
      ),
    );
  });

  it('skips by the letters only what is too far', () => {
    fc.assert(
      fc.property(name, name, (word, choice) => {
        const limit = Math.max(1, Math.floor(word.length / 3));
        const isNear = word.length >= 3 && editDistance(word, choice, limit) <= limit;
        const isSame = word.replaceAll('_', '').toLowerCase() === choice.replaceAll('_', '').toLowerCase();
        const inReach = Math.abs(word.length - choice.length) <= limit + 4;
        expect(similarNames(word, [choice]).length === 1).toBe(inReach && (isNear || isSame));
      }),
      { numRuns: 1_000 },
    );
  });

  it('among very many, are found by case and underscores only', () => {
    const many = new Spelling(Array.from({ length: 3_000 }, (_, i) => `table_${i}`));
    expect(many.similar('TABLE17')).toEqual(['table_17']);
    expect(many.similar('tabel_17')).toEqual([]);
  });
});

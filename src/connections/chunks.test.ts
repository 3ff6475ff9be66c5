import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkNames } from './chunks.ts';

describe('chunkNames', () => {
  it('keeps every name, in order, in parts that fit', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '_', '作', '业'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(name), names => {
        const chunks = chunkNames(names, 120);
        expect(chunks.flat()).toEqual(names);
        for (const chunk of chunks) {
          expect(chunk).not.toEqual([]);
          expect(encodeURIComponent(chunk.join(',')).length).toBeLessThanOrEqual(120);
        }
      }),
    );
  });

  it('asks for 100 usual names at once', () => {
    expect(chunkNames(Array.from({ length: 100 }, (_, i) => `dwd_orders_wide_${i}`))).toHaveLength(1);
  });

  it('gives a name that is too long a part of its own', () => {
    expect(chunkNames(['a', 'x'.repeat(50), 'b'], 20)).toEqual([['a'], ['x'.repeat(50)], ['b']]);
  });
});

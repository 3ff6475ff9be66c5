import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExact } from './exactJson.ts';

describe('parseExact', () => {
  it('keeps the digits JSON.parse would lose', () => {
    const text = '{"id":239960377092765296,"list":[-9007199254740993],"safe":9007199254740991,"f":1.25e3}';
    expect(JSON.parse(text)).not.toMatchObject({ id: '239960377092765296' });
    expect(parseExact(text)).toEqual({
      id: '239960377092765296',
      list: ['-9007199254740993'],
      safe: 9007199254740991,
      f: 1250,
    });
  });

  it('reads every int64 exactly', () => {
    const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(int64, value => {
        expect(String((parseExact(`{"v":${String(value)}}`) as { v: unknown }).v)).toBe(String(value));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('is JSON.parse for everything else', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        fc.pre(!/\d{16}/.test(text));
        expect(parseExact(text)).toEqual(JSON.parse(text));
      }),
      { seed: 2, numRuns: 500 },
    );
    expect(parseExact('{"long":0.12345678901234567,"text":"12345678901234567890"}')).toEqual({
      long: Number('0.12345678901234567'),
      text: '12345678901234567890',
    });
    expect(() => parseExact('{"id":12345678901234567890,}')).toThrow(SyntaxError);
  });
});

import { describe, expect, it } from 'vitest';
import { median, pairedRatio, percentile, summaryOf } from '../../bench/measure/statistics.ts';

describe('the median', () => {
  it('is the middle of the values in their order, or between the two there', () => {
    expect(median([10, 9, 1])).toBe(9);
    expect(median([10, 100, 1, 20])).toBe(15);
    expect(median([])).toBeNaN();
  });
});

describe('a percentile', () => {
  it('is a value that occurred, with the share of values up to it', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentile(values, 0.95)).toBe(190);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([1, 2], 0)).toBe(1);
  });
});

it('sums values up', () => {
  expect(summaryOf([3, 1, 2])).toEqual({ count: 3, median: 2, p95: 3, min: 1, max: 3 });
});

it('compares values of the same round, so that a slow round does not count', () => {
  expect(pairedRatio([1, 100, 1], [10, 1_000, 10])).toBe(10);
  expect(pairedRatio([1, 1, 1], [2, 3, 400])).toBe(3);
});

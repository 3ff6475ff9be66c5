import { describe, expect, it } from 'vitest';
import { filterWords, matchName } from './match.ts';

describe('matchName', () => {
  it.each([
    ['dwd_orders_rt', 'ORDERS', [[4, 10]]],
    ['用户行为宽表', '行为', [[2, 4]]],
    [
      '订单_Orders',
      '订单 ord',
      [
        [0, 2],
        [3, 6],
      ],
    ],
    ['abcabc', 'bc', [[1, 3]]],
    ['abcd', 'abc bcd', [[0, 4]]],
    ['ＡＢＣ作业', 'abc', [[0, 3]]],
    ['İstanbul', 'stan', [[1, 5]]],
    ['ﬁlter_x', '_x', [[5, 7]]],
  ])('%s by %s', (name, filter, ranges) => {
    expect(matchName(name, filterWords(filter))).toEqual(ranges);
  });

  it('needs every word', () => {
    expect(matchName('orders', filterWords('ord x'))).toBeUndefined();
  });

  it('marks nothing without words', () => {
    expect(filterWords('  ')).toEqual([]);
    expect(matchName('orders', [])).toEqual([]);
  });

  it('takes signs of regular expressions as they are', () => {
    expect(matchName('a.b(c', filterWords('.b('))).toEqual([[1, 4]]);
    expect(matchName('axbc', filterWords('.b'))).toBeUndefined();
  });
});

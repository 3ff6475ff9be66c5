import { expect, it } from 'vitest';
import { placeIn } from './placeIn.ts';

it.each([
  ['', 0, 0, 0],
  ['SELECT 1', 7, 0, 7],
  ['a\nb', 2, 1, 0],
  ['a\r\nb', 3, 1, 0],
  ['a\rb\n\nc', 5, 3, 0],
  ['订单,\n实时', 5, 1, 1],
])('finds in %j the offset %i at line %i, column %i', (text, offset, line, column) => {
  expect(placeIn(text, offset)).toEqual({ line, column });
});

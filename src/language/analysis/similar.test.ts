import { expect, it } from 'vitest';
import { editDistance, similarNames } from './similar.ts';

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

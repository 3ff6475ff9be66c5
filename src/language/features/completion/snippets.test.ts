import { expect, it } from 'vitest';
import { snippets } from '../../../../test/language/material.ts';

it('each snippet stands in the list once: the editor makes an entry of every prefix', () => {
  const prefixes = Object.values(snippets()).map(({ prefix }) => prefix);
  expect(prefixes.length).toBeGreaterThan(10);
  for (const prefix of prefixes) expect(prefix).toBeTypeOf('string');
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

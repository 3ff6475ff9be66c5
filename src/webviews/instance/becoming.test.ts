import { expect, it } from 'vitest';
import { becoming } from './becoming.ts';

it('names what a live instance was asked to become', () => {
  expect(becoming({ phase: 'running', expected: 'paused' })).toBe('paused');
  expect(becoming({ phase: 'waiting', expected: 'running' })).toBe('running');
  expect(becoming({ phase: 'running', expected: 'running' })).toBeUndefined();
  expect(becoming({ phase: 'running' })).toBeUndefined();
});

it.each(['succeeded', 'failed', 'stopped'] as const)(
  'says of a batch job that has %s nothing more',
  phase => {
    expect(becoming({ phase, expected: 'running' })).toBeUndefined();
  },
);

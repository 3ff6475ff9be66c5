import { expect, it } from 'vitest';
import { createGate } from './gate.ts';

it('runs no more calls at once than it may, in order, and goes on after a failure', async () => {
  const gate = createGate(2);
  const events: string[] = [];
  const release: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const call = (name: string) =>
    gate(async () => {
      most = Math.max(most, ++running);
      events.push(name);
      await new Promise<void>(resolve => release.push(resolve));
      running--;
      if (name === 'b') throw new Error(name);
      return name;
    });
  const results = Promise.allSettled(['a', 'b', 'c', 'd'].map(call));
  while (events.length < 4) {
    release.shift()?.();
    await Promise.resolve();
  }
  for (const each of release) each();
  expect((await results).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(events).toEqual(['a', 'b', 'c', 'd']);
  expect(most).toBe(2);
});

import { expect, it } from 'vitest';
import { Background } from './background.ts';

it('does one piece at a time, in their order, and goes on behind one that failed', async () => {
  const background = new Background();
  const seen: string[] = [];
  const slow = background.run(async () => {
    seen.push('slow begins');
    await new Promise(resolve => setImmediate(resolve));
    seen.push('slow ends');
    return 1;
  });
  const failed = background.run(() => {
    seen.push('fails');
    throw new Error('on purpose');
  });
  const last = background.run(() => seen.push('last'));
  await expect(failed).rejects.toThrow('on purpose');
  expect(await slow).toBe(1);
  await last;
  expect(seen).toEqual(['slow begins', 'slow ends', 'fails', 'last']);
});

it('lets in what has arrived before each piece', async () => {
  const background = new Background();
  const seen: string[] = [];
  setImmediate(() => seen.push('message'));
  const first = background.run(() => {
    seen.push('first');
    setImmediate(() => seen.push('message between'));
  });
  await Promise.all([first, background.run(() => seen.push('second'))]);
  expect(seen).toEqual(['message', 'first', 'message between', 'second']);
});

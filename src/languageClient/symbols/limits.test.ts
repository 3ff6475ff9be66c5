import { describe, expect, it } from 'vitest';
import { Budget } from './budget.ts';
import { Limiter } from './limiter.ts';

describe('a limiter', () => {
  it('runs so many at once and no more, in the order they came', async () => {
    const limiter = new Limiter(2);
    const log: string[] = [];
    const ends = new Map<string, () => void>();
    const work = (name: string) =>
      limiter.run(async () => {
        log.push(name);
        await new Promise<void>(resolve => ends.set(name, resolve));
      });
    const all = ['a', 'b', 'c', 'd'].map(work);
    await Promise.resolve();
    expect(log).toEqual(['a', 'b']);
    ends.get('b')?.();
    await all[1];
    await Promise.resolve();
    expect(log).toEqual(['a', 'b', 'c']);
    ends.get('a')?.();
    ends.get('c')?.();
    await Promise.all([all[0], all[2]]);
    ends.get('d')?.();
    await Promise.all(all);
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the place back after an error', async () => {
    const limiter = new Limiter(1);
    await expect(limiter.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(limiter.run(() => Promise.resolve(1))).resolves.toBe(1);
  });
});

describe('a budget', () => {
  const files = ['a', 'b', 'c', 'd'].map(uri => ({ uri, tag: '1' }));
  const uris = (budget: Budget) =>
    budget
      .afford(files)
      .map(({ uri }) => uri)
      .join('');

  it('grows by what was read', () => {
    const budget = new Budget(2);
    expect(uris(budget)).toBe('ab');
    budget.done('a', '1');
    budget.done('b', '1');
    expect(uris(budget)).toBe('abcd');
  });

  it('counts a text that has changed as new', () => {
    const budget = new Budget(1);
    budget.done('a', '1');
    expect(budget.afford([{ uri: 'a', tag: '2' }, ...files.slice(1)])).toEqual([{ uri: 'a', tag: '2' }]);
  });

  it('begins anew after a reset', () => {
    const budget = new Budget(1);
    budget.done('a', '1');
    budget.reset();
    expect(uris(budget)).toBe('a');
  });
});

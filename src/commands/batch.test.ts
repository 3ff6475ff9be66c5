import { describe, expect, it } from 'vitest';
import { runBatch } from './batch.ts';

const items = ['a', 'b', 'c', 'd', 'e'];

describe('runBatch', () => {
  it('goes on after a failure, tries nothing twice, and answers in order', async () => {
    const tried: string[] = [];
    const outcomes = await runBatch(items, item => {
      tried.push(item);
      return item === 'b' ? Promise.reject(new Error('no')) : Promise.resolve();
    });
    expect(tried.toSorted()).toEqual(items);
    expect(outcomes.map(({ item, result }) => `${item} ${result}`)).toEqual([
      'a done',
      'b failed',
      'c done',
      'd done',
      'e done',
    ]);
  });

  it('finishes what has begun when it is cancelled, and begins nothing more', async () => {
    const cancel = new AbortController();
    const finished: string[] = [];
    const outcomes = await runBatch(
      items,
      async item => {
        if (item === 'b') cancel.abort();
        await Promise.resolve();
        finished.push(item);
      },
      { signal: cancel.signal, atOnce: 2 },
    );
    expect(finished).toEqual(['a', 'b']);
    expect(outcomes.map(({ result }) => result)).toEqual(['done', 'done', 'skipped', 'skipped', 'skipped']);
  });

  it('works on no more at once than it may, and reports each', async () => {
    let running = 0;
    let most = 0;
    const reports: number[] = [];
    await runBatch(
      items,
      async () => {
        most = Math.max(most, ++running);
        await new Promise(resolve => setImmediate(resolve));
        running--;
      },
      { atOnce: 3, onSettled: (_outcome, settled) => reports.push(settled) },
    );
    expect(most).toBe(3);
    expect(reports).toEqual([1, 2, 3, 4, 5]);
  });

  it('has nothing to say about nothing', async () => {
    expect(await runBatch([], () => Promise.reject(new Error('never')))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { Latest } from './latest.ts';

/** Work that ends when told to, and counts how much of it runs at once. */
function workshop() {
  const state = { started: [] as string[], atOnce: 0, most: 0, aborted: [] as string[] };
  const finish = new Map<string, () => void>();
  const work = (name: string) => async (signal: AbortSignal) => {
    state.started.push(name);
    state.most = Math.max(state.most, ++state.atOnce);
    signal.addEventListener('abort', () => state.aborted.push(name));
    await new Promise<void>(resolve => finish.set(name, resolve));
    state.atOnce--;
    return name;
  };
  return { state, work, finish: (name: string) => finish.get(name)?.() };
}

describe('latest', () => {
  it('gives the result of work that nobody overtakes', async () => {
    const latest = new Latest<string>();
    const { work, finish } = workshop();
    const run = latest.run('job', work('a'));
    expect(latest.isRunning('job')).toBe(true);
    finish('a');
    expect(await run).toEqual({ kind: 'done', result: 'a' });
    expect(latest.isRunning('job')).toBe(false);
  });

  it('runs the first and the last of many, one at a time, and believes only the last', async () => {
    const latest = new Latest<string>();
    const { work, finish, state } = workshop();
    const names = Array.from({ length: 10 }, (_, i) => `save ${i}`);
    const runs = names.map(name => latest.run('job', work(name)));
    expect(state.aborted).toContain('save 0');
    finish('save 0');
    await runs[0];
    await Promise.resolve();
    finish('save 9');
    expect((await Promise.all(runs)).map(({ kind }) => kind)).toEqual([
      ...Array<string>(9).fill('outdated'),
      'done',
    ]);
    expect(state.started).toEqual(['save 0', 'save 9']);
    expect(state.most).toBe(1);
  });

  it('keeps jobs apart', async () => {
    const latest = new Latest<string>();
    const { work, finish, state } = workshop();
    const runs = [latest.run('a', work('a')), latest.run('b', work('b'))];
    expect(state.most).toBe(2);
    finish('a');
    finish('b');
    expect((await Promise.all(runs)).map(({ kind }) => kind)).toEqual(['done', 'done']);
  });

  it('tells failures from calls that were called off', async () => {
    const latest = new Latest<string>();
    const error = new Error('no network');
    expect(await latest.run('job', () => Promise.reject(error))).toEqual({ kind: 'failed', error });
    const untilAborted = (signal: AbortSignal) =>
      new Promise<string>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const run = latest.run('job', untilAborted);
    const next = latest.run('job', untilAborted);
    latest.cancelAll();
    expect(await run).toEqual({ kind: 'outdated' });
    expect(await next).toEqual({ kind: 'outdated' });
  });
});

import { describe, expect, it } from 'vitest';
import { Rounds } from './rounds.ts';

/** A clock that is moved by hand, and work that ends when it is told to. */
function room() {
  const timers = new Set<() => void>();
  const runs: { signal: AbortSignal; end: () => void }[] = [];
  const rounds = new Rounds(
    signal => new Promise<void>(resolve => runs.push({ signal, end: resolve })),
    16,
    callback => {
      timers.add(callback);
      return () => timers.delete(callback);
    },
  );
  const pass = () => {
    const due = [...timers];
    timers.clear();
    for (const callback of due) callback();
  };
  const end = async (index: number) => {
    runs[index]?.end();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { rounds, runs, timers, pass, end };
}

describe('rounds', () => {
  it('take what is asked for within a frame as one', () => {
    const { rounds, runs, pass } = room();
    for (let i = 0; i < 5; i++) rounds.ask();
    expect(runs).toHaveLength(0);
    pass();
    expect(runs).toHaveLength(1);
  });

  it('run one at a time: what is asked for meanwhile is one more round', async () => {
    const { rounds, runs, pass, end } = room();
    rounds.ask();
    pass();
    rounds.ask();
    rounds.ask();
    pass();
    expect(runs).toHaveLength(1);
    await end(0);
    pass();
    expect(runs).toHaveLength(2);
    await end(1);
    pass();
    expect(runs).toHaveLength(2);
    expect(runs.every(({ signal }) => !signal.aborted)).toBe(true);
  });

  it('start over at once for something else, and give up what ran', async () => {
    const { rounds, runs, pass, end } = room();
    rounds.ask();
    pass();
    rounds.ask();
    rounds.restart();
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await end(0);
    pass();
    expect(runs).toHaveLength(2);
  });

  it('stop', async () => {
    const { rounds, runs, timers, pass, end } = room();
    rounds.ask();
    rounds.stop();
    expect(timers.size).toBe(0);
    rounds.ask();
    pass();
    rounds.ask();
    rounds.stop();
    await end(0);
    pass();
    expect(runs).toHaveLength(1);
    expect(runs[0]?.signal.aborted).toBe(true);
  });
});

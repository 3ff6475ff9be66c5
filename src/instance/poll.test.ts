import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Poll, pollDelay } from './poll.ts';

describe('pollDelay', () => {
  it('is longer without focus and doubles with errors, up to two minutes', () => {
    const delays = (isFocused: boolean) =>
      [0, 1, 2, 3, 20].map(failures => pollDelay({ interval: 10_000, isFocused, failures }));
    expect(delays(true)).toEqual([10_000, 20_000, 40_000, 80_000, 120_000]);
    expect(delays(false)).toEqual([30_000, 60_000, 120_000, 120_000, 120_000]);
  });

  it('never becomes shorter than the interval, however long that is', () => {
    expect(pollDelay({ interval: 300_000, isFocused: true, failures: 3 })).toBe(300_000);
  });
});

describe('Poll', () => {
  /** Runs that are answered by hand. */
  function pollByHand() {
    const runs: { signal: AbortSignal; answer: () => void; fail: () => void }[] = [];
    const errors: unknown[] = [];
    const poll = new Poll(
      signal =>
        new Promise<void>((resolve, reject) => {
          runs.push({ signal, answer: () => resolve(), fail: () => reject(new Error('no')) });
        }),
      error => errors.push(error),
      () => ({ interval: 1000, isFocused: true }),
    );
    const last = () => runs.at(-1)!;
    return { poll, runs, errors, last };
  }

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts at once and again an interval after each answer, never twice at a time', async () => {
    const { poll, runs, last } = pollByHand();
    poll.resume();
    poll.resume();
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(runs).toHaveLength(1);
    last().answer();
    await vi.advanceTimersByTimeAsync(999);
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toHaveLength(2);
  });

  it('backs off on errors and returns to its pace with a success', async () => {
    const { poll, runs, errors, last } = pollByHand();
    poll.resume();
    last().fail();
    await vi.advanceTimersByTimeAsync(1999);
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toHaveLength(2);
    last().answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toHaveLength(3);
    expect(errors).toHaveLength(1);
  });

  it('asks once more after the present run when it is told so during one', async () => {
    const { poll, runs, last } = pollByHand();
    poll.resume();
    poll.now();
    poll.now();
    expect(runs).toHaveLength(1);
    last().answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(runs).toHaveLength(2);
  });

  it('drops the present run when the question changed', async () => {
    const { poll, runs, errors, last } = pollByHand();
    poll.resume();
    const first = last();
    poll.restart();
    expect(first.signal.aborted).toBe(true);
    expect(runs).toHaveLength(2);
    first.fail();
    await vi.advanceTimersByTimeAsync(5000);
    expect(runs).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  it('aborts and stays silent when halted, and starts at once when resumed', async () => {
    const { poll, runs, errors, last } = pollByHand();
    poll.resume();
    const first = last();
    poll.halt();
    expect(first.signal.aborted).toBe(true);
    first.fail();
    poll.now();
    poll.restart();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toHaveLength(1);
    expect(errors).toEqual([]);
    poll.resume();
    expect(runs).toHaveLength(2);
  });

  it('does not run again after it was halted between two runs', async () => {
    const { poll, runs, last } = pollByHand();
    poll.resume();
    last().answer();
    await vi.advanceTimersByTimeAsync(500);
    poll.halt();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toHaveLength(1);
  });
});

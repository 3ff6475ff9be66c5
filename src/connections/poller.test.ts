import { describe, expect, it } from 'vitest';
import { Poller, type PollClock } from './poller.ts';

/** A clock that stands still until it is moved, and lets everything that is due happen on the way. */
class HandClock implements PollClock {
  #now = 1_000_000;
  #timers = new Map<() => void, number>();

  now = () => this.#now;
  random = () => 0.5;
  after = (ms: number, callback: () => void) => {
    const timer = () => callback();
    this.#timers.set(timer, this.#now + ms);
    return () => this.#timers.delete(timer);
  };

  get waiting(): number {
    return this.#timers.size;
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = [...this.#timers].sort(([, a], [, b]) => a - b)[0];
      if (!next || next[1] > end) break;
      this.#timers.delete(next[0]);
      this.#now = Math.max(this.#now, next[1]);
      next[0]();
    }
    this.#now = end;
  }
}

/** Resolves when all promise callbacks that can run have run. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

const pace = { interval: 5_000, focused: true };

function pollerOf(
  answer: (key: string, signal: AbortSignal) => Promise<boolean> = () => Promise.resolve(true),
) {
  const clock = new HandClock();
  const begin = clock.now();
  const asked: string[] = [];
  const poller = new Poller(
    (key, signal) => {
      asked.push(`${key}@${(clock.now() - begin) / 1_000}`);
      return answer(key, signal);
    },
    pace,
    clock,
  );
  return { clock, asked, poller };
}

describe('Poller', () => {
  it('rests when nothing is watched', async () => {
    const { clock, asked, poller } = pollerOf();
    poller.watch(new Set(['a']));
    await clock.pass(6_000);
    poller.watch(new Set());
    expect(clock.waiting).toBe(0);
    await clock.pass(600_000);
    expect(asked).toEqual(['a@0', 'a@5']);
  });

  it('asks for each project at the interval', async () => {
    const { clock, asked, poller } = pollerOf();
    poller.watch(new Set(['a', 'b']));
    await clock.pass(11_000);
    expect(asked).toEqual(['a@0', 'b@0', 'a@5', 'b@5', 'a@10', 'b@10']);
  });

  it('asks every second for 20 s after a request, then at the interval', async () => {
    const { clock, asked, poller } = pollerOf();
    poller.watch(new Set(['a']));
    await clock.pass(2_000);
    poller.hurry('a');
    await clock.pass(31_000);
    const quick = Array.from({ length: 21 }, (_, second) => `a@${second + 2}`);
    expect(asked).toEqual(['a@0', ...quick, 'a@27', 'a@32']);
  });

  it('asks once more when the request came while a poll was under way', async () => {
    let answer: (ok: boolean) => void = () => undefined;
    const { clock, asked, poller } = pollerOf(() => new Promise(resolve => (answer = resolve)));
    poller.watch(new Set(['a']));
    await clock.pass(100);
    poller.hurry('a');
    await clock.pass(100);
    expect(asked).toEqual(['a@0']);
    answer(true);
    await clock.pass(0);
    expect(asked).toEqual(['a@0', 'a@0.2']);
  });

  it('backs off while a project fails, and the others go on', async () => {
    const { clock, asked, poller } = pollerOf(key => Promise.resolve(key !== 'bad'));
    poller.watch(new Set(['bad', 'good']));
    await clock.pass(50_000);
    expect(asked.filter(entry => entry.startsWith('bad'))).toEqual(['bad@0', 'bad@7.5', 'bad@22.5']);
    expect(asked.filter(entry => entry.startsWith('good'))).toHaveLength(11);
  });

  it('aborts what is under way when watching ends, and starts afresh after that', async () => {
    const signals: AbortSignal[] = [];
    const { clock, asked, poller } = pollerOf((_key, signal) => {
      signals.push(signal);
      return new Promise(resolve => signal.addEventListener('abort', () => resolve(false)));
    });
    poller.watch(new Set(['a']));
    await clock.pass(100);
    poller.watch(new Set());
    poller.watch(new Set(['a']));
    await clock.pass(0);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(asked).toEqual(['a@0', 'a@0.1']);
  });

  it('slows down without the focus and catches up with it', async () => {
    const { clock, asked, poller } = pollerOf();
    poller.watch(new Set(['a']));
    await clock.pass(1_000);
    poller.pace = { ...pace, focused: false };
    await clock.pass(28_000);
    expect(asked).toEqual(['a@0']);
    poller.pace = pace;
    await clock.pass(0);
    expect(asked).toEqual(['a@0', 'a@29']);
  });
});

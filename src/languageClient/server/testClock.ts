import type { Clock } from './clock.ts';

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that passes when a test says so. */
export class TestClock implements Clock {
  #now = 0;
  readonly #alarms = new Set<Alarm>();

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const alarm = { at: this.#now + ms, callback };
    this.#alarms.add(alarm);
    return () => {
      this.#alarms.delete(alarm);
    };
  }

  /** How many callbacks wait. */
  get waiting(): number {
    return this.#alarms.size;
  }

  /** Lets time pass, alarm by alarm, with the promises between them. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const [next] = [...this.#alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#alarms.delete(next);
      next.callback();
    }
    this.#now = end;
    await settled();
  }

  /** Time that passes while nothing runs: the computer sleeps. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}

/** Resolves when the promises that are settled now have told so, and those that follow from them. */
export function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

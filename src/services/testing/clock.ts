import type { Clock } from '../retry.ts';

export interface TestClock extends Clock {
  /** Every wait that was asked for, ms. */
  readonly waits: number[];
  time: number;
}

/** A clock that stands still but for what is slept, and chance that is always the same. */
export function testClock(time = Date.now(), random = 0.5): TestClock {
  const clock: TestClock = {
    waits: [],
    time,
    now: () => clock.time,
    random: () => random,
    sleep(ms, signal) {
      clock.waits.push(ms);
      clock.time += ms;
      return signal?.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve();
    },
  };
  return clock;
}

import { PollPlan, type PollPace } from './pollPlan.ts';

/** Time as the poller sees it; injected so that tests need not wait. */
export interface PollClock {
  /** ms */
  now(): number;
  /** Calls back once after `ms`. @returns a function that calls it off */
  after(ms: number, callback: () => void): () => void;
  /** In [0, 1). */
  random(): number;
}

export const REAL_CLOCK: PollClock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
};

/** Asks for the projects of one connection, one after the other, as its plan says. */
export class Poller {
  readonly #plan: PollPlan;
  readonly #clock: PollClock;
  readonly #ask: (key: string, signal: AbortSignal) => Promise<boolean>;
  #cancelTimer: (() => void) | undefined;
  #running: AbortController | undefined;

  /** @param ask polls one project and tells whether that succeeded; never rejects */
  constructor(
    ask: (key: string, signal: AbortSignal) => Promise<boolean>,
    pace: PollPace,
    clock: PollClock = REAL_CLOCK,
  ) {
    this.#ask = ask;
    this.#clock = clock;
    this.#plan = new PollPlan(pace, () => clock.random());
  }

  set pace(pace: PollPace) {
    this.#plan.pace = pace;
    this.#schedule();
  }

  /**
   * @param keys the watched projects; none ends the polling, and what is under way is aborted
   * @param changed those of them in which other jobs are watched than before
   */
  watch(keys: ReadonlySet<string>, changed: Iterable<string> = []): void {
    this.#plan.setKeys(keys);
    for (const key of changed) this.#plan.touch(key);
    if (keys.size === 0) this.#running?.abort();
    this.#schedule();
  }

  hurry(key: string): void {
    this.#plan.hurry(key, this.#clock.now());
    this.#schedule();
  }

  forgive(): void {
    this.#plan.forgive();
    this.#schedule();
  }

  dispose(): void {
    this.watch(new Set());
  }

  #schedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    // The round under way schedules the next one when it ends: two are never in flight.
    if (this.#running) return;
    const next = this.#plan.nextAt();
    if (next === undefined) return;
    this.#cancelTimer = this.#clock.after(Math.max(0, next - this.#clock.now()), () => void this.#round());
  }

  async #round(): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    for (const key of this.#plan.due(this.#clock.now())) {
      const ticket = this.#plan.ticketOf(key);
      const ok = await this.#ask(key, controller.signal);
      if (controller.signal.aborted) break;
      if (ok) this.#plan.succeeded(key, this.#clock.now(), ticket);
      else this.#plan.failed(key, this.#clock.now(), ticket);
    }
    this.#running = undefined;
    this.#schedule();
  }
}

/** The measures of polling, ms. */
export const QUICK_INTERVAL = 1_000;
/** How long a project is asked quickly after a state was requested: WAITING lasts seconds, rarely more. */
export const QUICK_PERIOD = 20_000;
export const LONGEST_BACK_OFF = 120_000;
const UNFOCUSED_FACTOR = 6;

export interface PollPace {
  /** Between two polls of a project, ms. */
  readonly interval: number;
  /** Whether the window has the focus: without it, polls come six times more seldom. */
  readonly focused: boolean;
}

interface Entry {
  /** End of the last poll; undefined before the first. */
  last?: number;
  failures: number;
  /** Raised whenever the project is made due from outside. */
  ticket: number;
  quickUntil: number;
  /** Random share of the back-off, drawn once per failure so that the due time holds still. */
  jitter: number;
}

/**
 * When which project is to be asked: pure bookkeeping, without a clock and without timers. Each project fails and
 * recovers by itself, so that a denied one does not slow the others down.
 */
export class PollPlan {
  readonly #entries = new Map<string, Entry>();
  readonly #random: () => number;
  #pace: PollPace;

  /** @param random in [0, 1) */
  constructor(pace: PollPace, random: () => number) {
    this.#pace = pace;
    this.#random = random;
  }

  set pace(pace: PollPace) {
    this.#pace = pace;
  }

  /** Plans exactly these projects; those that stay keep their place, new ones are due at once. */
  setKeys(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
    for (const key of keys) {
      if (!this.#entries.has(key))
        this.#entries.set(key, { failures: 0, ticket: 0, quickUntil: 0, jitter: 0 });
    }
  }

  /** Asks for a project at once, and quickly for a while; forgets its back-off. */
  hurry(key: string, now: number): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.failures = 0;
    entry.quickUntil = now + QUICK_PERIOD;
    makeDue(entry);
  }

  /** Makes a project due at once without hurry: what is watched there has changed. */
  touch(key: string): void {
    const entry = this.#entries.get(key);
    if (entry?.failures === 0) makeDue(entry);
  }

  /** Forgets every back-off: the connection was edited, there is reason to hope. */
  forgive(): void {
    for (const entry of this.#entries.values()) {
      entry.failures = 0;
      makeDue(entry);
    }
  }

  /** To be taken before a poll and handed back with its outcome. */
  ticketOf(key: string): number {
    return this.#entries.get(key)?.ticket ?? 0;
  }

  /**
   * Notes a poll's outcome. One whose ticket is out of date was asked before a request made the project due: its
   * answer may be older than that request, so the project stays due.
   */
  succeeded(key: string, now: number, ticket = this.ticketOf(key)): void {
    const entry = this.#entries.get(key);
    if (entry?.ticket !== ticket) return;
    entry.last = now;
    entry.failures = 0;
  }

  /** As `succeeded`. */
  failed(key: string, now: number, ticket = this.ticketOf(key)): void {
    const entry = this.#entries.get(key);
    if (entry?.ticket !== ticket) return;
    entry.last = now;
    entry.failures += 1;
    entry.jitter = this.#random();
  }

  due(now: number): string[] {
    return [...this.#entries].filter(([, entry]) => this.#dueAt(entry) <= now).map(([key]) => key);
  }

  /** Time of the next poll; undefined when nothing is planned. */
  nextAt(): number | undefined {
    if (this.#entries.size === 0) return undefined;
    return Math.min(...[...this.#entries.values()].map(entry => this.#dueAt(entry)));
  }

  #dueAt({ last, failures, quickUntil, jitter }: Entry): number {
    if (last === undefined) return 0;
    const { interval, focused } = this.#pace;
    const normal = focused ? interval : interval * UNFOCUSED_FACTOR;
    if (failures > 0) {
      const full = Math.min(LONGEST_BACK_OFF, normal * 2 ** Math.min(failures, 20));
      // Upper half only: windows that failed together come back apart, and none comes back sooner than normal.
      return last + full * (0.5 + 0.5 * jitter);
    }
    return last + (last < quickUntil ? Math.min(QUICK_INTERVAL, normal) : normal);
  }
}

function makeDue(entry: Entry): void {
  delete entry.last;
  entry.ticket += 1;
}

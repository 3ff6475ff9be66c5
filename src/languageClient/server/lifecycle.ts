import type { LanguageState } from '../api.ts';
import type { Clock } from './clock.ts';

/** Crashes within this time count together, ms. */
const CRASH_MEMORY = 3 * 60_000;
const MOST_RESTARTS = 5;
/** Before the first restart, ms; doubled with each further one. */
const FIRST_DELAY = 500;

/** A server that answers. */
export interface Run {
  /** Resolves when it has ended, for whatever reason, with words for the log. */
  readonly ended: Promise<string>;
  /** Ends it; resolves when it is gone. */
  end(): Promise<void>;
  /** Ends it without a good-bye, which takes time that the end of a window does not leave. */
  abandon(): void;
}

export interface LifecycleHooks {
  onState(state: LanguageState): void;
  /** It ended by itself, or did not start; `restartsIn` (ms) is undefined when it stays down. */
  onCrash(reason: string, restartsIn: number | undefined): void;
}

/**
 * The life of a server: started when first needed, brought back with growing delays when it ends by itself, given up
 * after the sixth crash in three minutes until somebody asks for a restart.
 */
export class Lifecycle<T extends Run> {
  readonly #launch: () => Promise<T>;
  readonly #hooks: LifecycleHooks;
  readonly #clock: Clock;
  #state: LanguageState = 'idle';
  #current: T | undefined;
  #crashes: number[] = [];
  #cancelWait: (() => void) | undefined;
  #waiting: ((run: T | undefined) => void)[] = [];
  #isDisposed = false;
  /** Raised by every restart, so that a start from before it knows that it is no longer wanted. */
  #era = 0;

  /** @param launch resolves when the server answers; what it rejects with counts as a crash */
  constructor(launch: () => Promise<T>, hooks: LifecycleHooks, clock: Clock) {
    this.#launch = launch;
    this.#hooks = hooks;
    this.#clock = clock;
  }

  get state(): LanguageState {
    return this.#state;
  }

  /** The server that answers now. */
  get current(): T | undefined {
    return this.#current;
  }

  /** Starts it the first time; later its life goes its own way. */
  wake(): void {
    if (this.#state === 'idle' && !this.#isDisposed) void this.#start();
  }

  /** Waits for a server that is starting. @returns undefined when there is none, or it does not come up */
  whenReady(): Promise<T | undefined> {
    if (this.#state !== 'starting' && this.#state !== 'restarting') return Promise.resolve(this.#current);
    return new Promise(resolve => {
      this.#waiting.push(resolve);
    });
  }

  /** Ends what runs and starts anew, with the crashes so far forgiven; resolves when the start has succeeded or failed. */
  async restart(): Promise<void> {
    if (this.#isDisposed) return;
    this.#era += 1;
    const era = this.#era;
    this.#cancelWait?.();
    this.#crashes = [];
    const before = this.#current;
    this.#current = undefined;
    this.#become('starting');
    await before?.end();
    // A second restart that came meanwhile does the rest for both.
    if (era === this.#era) await this.#start();
    else await this.whenReady();
  }

  dispose(): void {
    this.#era += 1;
    this.#isDisposed = true;
    this.#cancelWait?.();
    this.#current?.abandon();
    this.#current = undefined;
    this.#settle(undefined);
  }

  async #start(): Promise<void> {
    const era = this.#era;
    this.#become('starting');
    try {
      const run = await this.#launch();
      if (era !== this.#era) {
        if (this.#isDisposed) run.abandon();
        else await run.end();
        return;
      }
      this.#current = run;
      this.#become('running');
      this.#settle(run);
      void run.ended.then(reason => {
        if (era === this.#era && this.#current === run) this.#crashed(reason);
      });
    } catch (error) {
      if (era === this.#era) this.#crashed(error instanceof Error ? error.message : String(error));
    }
  }

  #crashed(reason: string): void {
    this.#current = undefined;
    const now = this.#clock.now();
    this.#crashes = [...this.#crashes.filter(time => now - time < CRASH_MEMORY), now];
    if (this.#crashes.length > MOST_RESTARTS) {
      this.#become('down');
      this.#settle(undefined);
      this.#hooks.onCrash(reason, undefined);
      return;
    }
    const delay = FIRST_DELAY * 2 ** (this.#crashes.length - 1);
    this.#become('restarting');
    this.#hooks.onCrash(reason, delay);
    this.#cancelWait = this.#clock.after(delay, () => {
      this.#cancelWait = undefined;
      void this.#start();
    });
  }

  #settle(run: T | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(run);
  }

  #become(state: LanguageState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#hooks.onState(state);
  }
}

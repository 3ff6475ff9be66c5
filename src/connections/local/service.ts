import type { LocalState } from '../api.ts';
import type { PollClock } from '../poller.ts';
import { LocalStartError, type LocalAddress, type LocalEnd, type LocalProcess } from './process.ts';

/** Crashes within this time count together, ms. */
const CRASH_MEMORY = 5 * 60_000;
const MOST_CRASHES = 4;
const FIRST_DELAY = 1_000;

export interface LocalHooks {
  onState(state: LocalState): void;
  /** It ended by itself; `restartsIn` is undefined when it has done so too often and stays down. */
  onCrash(end: LocalEnd, restartsIn: number | undefined): void;
}

/**
 * The life of the local service: started when first asked for, brought back with growing delays when it crashes,
 * given up after the fifth crash in five minutes until somebody asks again.
 */
export class LocalService {
  readonly #launch: () => Promise<LocalProcess>;
  readonly #hooks: LocalHooks;
  readonly #clock: PollClock;
  #state: LocalState = 'stopped';
  #process: Promise<LocalProcess> | undefined;
  #crashes: number[] = [];
  #cancelWait: (() => void) | undefined;
  #stopping: Promise<void> = Promise.resolve();
  /** Raised by every stop, so that a start from before it knows that it is no longer wanted. */
  #era = 0;

  constructor(launch: () => Promise<LocalProcess>, hooks: LocalHooks, clock: PollClock) {
    this.#launch = launch;
    this.#hooks = hooks;
    this.#clock = clock;
  }

  get state(): LocalState {
    return this.#state;
  }

  /**
   * Where it answers; starts it if need be. Callers share one start.
   * @throws LocalStartError when it does not come up
   */
  async address(): Promise<LocalAddress> {
    this.#process ??= this.#start(0);
    return (await this.#process).address();
  }

  /** Lets go of it for good, at the end of the window. */
  release(): void {
    this.#era += 1;
    this.#cancelWait?.();
    void this.#process?.then(
      process => process.release(),
      () => undefined,
    );
    this.#process = undefined;
  }

  /** Ends it (or its start) and waits for that. */
  async stop(): Promise<void> {
    this.#era += 1;
    this.#cancelWait?.();
    const process = this.#process;
    this.#process = undefined;
    this.#crashes = [];
    this.#become('stopped');
    // A start that failed leaves nothing to stop.
    this.#stopping = this.#stopping.then(async () => (await process?.catch(() => undefined))?.stop());
    await this.#stopping;
  }

  async restart(): Promise<LocalAddress> {
    await this.stop();
    return this.address();
  }

  async #start(delay: number): Promise<LocalProcess> {
    const era = this.#era;
    this.#become('starting');
    try {
      if (delay > 0) await this.#wait(delay);
      this.#checkEra(era);
      // The old process holds the data folder until its end.
      await this.#stopping;
      this.#checkEra(era);
      const process = await this.#launch();
      if (era === this.#era) this.#become('running');
      else process.release();
      void process.ended.then(end => {
        if (era === this.#era) this.#crashed(end);
      });
      return process;
    } catch (error) {
      if (era === this.#era) {
        this.#process = undefined;
        this.#become('failed');
      }
      throw error;
    }
  }

  /** @throws LocalStartError when a stop came in between */
  #checkEra(era: number): void {
    if (era !== this.#era) throw new LocalStartError('stopped meanwhile');
  }

  #crashed(end: LocalEnd): void {
    const now = this.#clock.now();
    this.#crashes = [...this.#crashes.filter(time => now - time < CRASH_MEMORY), now];
    if (this.#crashes.length > MOST_CRASHES) {
      this.#process = undefined;
      this.#become('failed');
      this.#hooks.onCrash(end, undefined);
      return;
    }
    const delay = FIRST_DELAY * 2 ** (this.#crashes.length - 1);
    this.#hooks.onCrash(end, delay);
    this.#process = this.#start(delay);
    // Told by the state; whoever asks for the address gets the error as well.
    this.#process.catch(() => undefined);
  }

  #wait(ms: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#clock.after(ms, resolve);
      this.#cancelWait = () => {
        cancel();
        resolve();
      };
    });
  }

  #become(state: LocalState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#hooks.onState(state);
  }
}

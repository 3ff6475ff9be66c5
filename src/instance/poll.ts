/** The longest a poll waits after errors, ms. */
const LONGEST_DELAY = 120_000;
/** A window nobody looks at needs fewer answers. */
const UNFOCUSED_FACTOR = 3;

export interface PollPace {
  /** ms between the end of one run and the start of the next. */
  readonly interval: number;
  readonly isFocused: boolean;
  /** Errors since the last success. */
  readonly failures: number;
}

/** ms until the next run: longer without focus, doubled by every error in a row. */
export function pollDelay({ interval, isFocused, failures }: PollPace): number {
  const base = interval * (isFocused ? 1 : UNFOCUSED_FACTOR);
  return Math.max(base, Math.min(LONGEST_DELAY, base * 2 ** Math.min(failures, 10)));
}

/**
 * Runs a task again and again, never twice at a time. It starts at once when it is resumed, and its signal is aborted
 * when it is halted.
 */
export class Poll {
  readonly #task: (signal: AbortSignal) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #pace: () => Omit<PollPace, 'failures'>;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  #isOn = false;
  #isDue = false;

  /** @param onError hears of every error but those of an aborted run */
  constructor(
    task: (signal: AbortSignal) => Promise<void>,
    onError: (error: unknown) => void,
    pace: () => Omit<PollPace, 'failures'>,
  ) {
    this.#task = task;
    this.#onError = onError;
    this.#pace = pace;
  }

  resume(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.now();
  }

  halt(): void {
    this.#isOn = false;
    this.#isDue = false;
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Runs as soon as possible: at once, or again after the present run, whose answer may be older than the question. */
  now(): void {
    if (!this.#isOn) return;
    clearTimeout(this.#timer);
    if (this.#running) this.#isDue = true;
    else void this.#run();
  }

  /** Drops the present run's answer and asks anew: the question itself has changed. */
  restart(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.now();
  }

  async #run(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    this.#isDue = false;
    try {
      await this.#task(running.signal);
      this.#failures = 0;
    } catch (error) {
      if (!running.signal.aborted) {
        this.#failures++;
        this.#onError(error);
      }
    }
    if (running.signal.aborted) return;
    this.#running = undefined;
    this.#timer = setTimeout(() => void this.#run(), this.#delay());
  }

  #delay(): number {
    return this.#isDue ? 0 : pollDelay({ ...this.#pace(), failures: this.#failures });
  }
}

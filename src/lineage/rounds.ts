/** What a round needs to know: whether it has been overtaken. */
export type Round = (signal: AbortSignal) => Promise<void> | void;

/** Starts a timer; the result ends it. */
export type Later = (callback: () => void, ms: number) => () => void;

/**
 * Runs work in rounds, one at a time: what is asked for while a round runs leads to one more after it, so that fast
 * typing neither floods the server nor keeps an answer from ever being shown.
 */
export class Rounds {
  readonly #work: Round;
  readonly #delay: number;
  readonly #later: Later;
  #controller: AbortController | undefined;
  #isAsked = false;
  #endTimer: (() => void) | undefined;

  /**
   * @param work never rejects
   * @param delay between the first request and its round, ms: requests meanwhile are the same
   */
  constructor(work: Round, delay: number, later: Later) {
    this.#work = work;
    this.#delay = delay;
    this.#later = later;
  }

  /** Asks for a round soon. */
  ask(): void {
    if (this.#controller) {
      this.#isAsked = true;
      return;
    }
    this.#endTimer ??= this.#later(() => void this.#run(), this.#delay);
  }

  /** Asks for a round at once, and gives up the one that runs: it is about something else. */
  restart(): void {
    this.stop();
    void this.#run();
  }

  /** Gives up what runs and what was asked for. */
  stop(): void {
    this.#endTimer?.();
    this.#endTimer = undefined;
    this.#isAsked = false;
    this.#controller?.abort();
    this.#controller = undefined;
  }

  async #run(): Promise<void> {
    this.#endTimer = undefined;
    const controller = new AbortController();
    this.#controller = controller;
    await this.#work(controller.signal);
    if (this.#controller !== controller) return;
    this.#controller = undefined;
    if (!this.#isAsked) return;
    this.#isAsked = false;
    this.ask();
  }
}

import type { Clock } from './clock.ts';

/** ms after something was sent that the server is asked whether it is there. */
const QUIET = 5_000;
const TICK = 1_000;
/** Ticks without an answer until it counts as hung. The longest honest work, a script of 50 MB, takes a part of it. */
const MOST_TICKS = 30;

/**
 * Notices a server that hangs: after something was sent to it, it is asked a question that costs nothing, and has half
 * a minute to answer. Nothing runs while nothing is sent. Time is counted in ticks of this process, so a computer that
 * slept or a busy extension host is not taken for a server that hangs: a late tick starts the count anew.
 */
export class Heartbeat {
  readonly #ping: () => Promise<unknown>;
  readonly #onHang: () => void;
  readonly #clock: Clock;
  #cancel: (() => void) | undefined;
  #isDisposed = false;

  /** @param ping settles when the server has answered, even with an error */
  constructor(ping: () => Promise<unknown>, onHang: () => void, clock: Clock) {
    this.#ping = ping;
    this.#onHang = onHang;
    this.#clock = clock;
  }

  /** Something was sent to the server. */
  sent(): void {
    if (this.#cancel || this.#isDisposed) return;
    this.#cancel = this.#clock.after(QUIET, () => {
      this.#ask();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #ask(): void {
    const answered = () => {
      this.#cancel?.();
      this.#cancel = undefined;
    };
    this.#ping().then(answered, answered);
    this.#tick(0);
  }

  #tick(ticks: number): void {
    const since = this.#clock.now();
    this.#cancel = this.#clock.after(TICK, () => {
      const isLate = this.#clock.now() - since > 2 * TICK;
      const counted = isLate ? 0 : ticks + 1;
      if (counted < MOST_TICKS) {
        this.#tick(counted);
        return;
      }
      this.dispose();
      this.#onHang();
    });
  }
}

/** Remembers what was used within a window of time, so that a request cannot be sent twice. */
export class Nonces {
  readonly #window: number;
  /** By age: a Map keeps the order of insertion. */
  readonly #used = new Map<string, number>();

  /** @param window ms */
  constructor(window: number) {
    this.#window = window;
  }

  /** @returns whether the nonce was new; it is used then */
  use(nonce: string, now: number): boolean {
    for (const [old, time] of this.#used) {
      if (time > now - this.#window) break;
      this.#used.delete(old);
    }
    if (this.#used.has(nonce)) return false;
    this.#used.set(nonce, now);
    return true;
  }
}

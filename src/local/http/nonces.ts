import { hash } from 'node:crypto';

/** Where used nonces outlive the process. */
export interface NonceJournal {
  /** What was used before, oldest first; older entries than anybody needs may be among it. */
  readonly entries: Iterable<readonly [digest: string, time: number]>;
  /** Returns once the entry would survive the death of this process. @throws Error when it cannot be written */
  add(digest: string, time: number): void;
}

/** Remembers what was used within a window of time, so that a request cannot be sent twice. */
export class Nonces {
  readonly #window: number;
  readonly #journal: NonceJournal | undefined;
  /** By age: a Map keeps the order of insertion. Digests, since a nonce may be any text of any length. */
  readonly #used: Map<string, number>;

  /** @param window ms */
  constructor(window: number, journal?: NonceJournal) {
    this.#window = window;
    this.#journal = journal;
    this.#used = new Map(journal?.entries);
  }

  /** @returns whether the nonce was new; it is used then */
  use(nonce: string, now: number): boolean {
    for (const [old, time] of this.#used) {
      if (time > now - this.#window) break;
      this.#used.delete(old);
    }
    const digest = hash('sha256', nonce, 'base64url');
    if (this.#used.has(digest)) return false;
    // First: what cannot be written down is not let through.
    this.#journal?.add(digest, now);
    this.#used.set(digest, now);
    return true;
  }
}

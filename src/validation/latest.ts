/** What came of a run: its result, its error, or that it was called off or overtaken by a later request. */
export type Ended<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'outdated' };

type Work<T> = (signal: AbortSignal) => Promise<T>;

interface Slot<T> {
  readonly controller: AbortController;
  next?: { readonly work: Work<T>; readonly resolve: (ended: Ended<T>) => void };
}

/**
 * Runs one piece of work per key at a time, the latest asked for. A request aborts the one that runs and displaces one
 * that waits: of ten quick saves the first is validated and the last, and only what is said of the last counts.
 */
export class Latest<T> {
  readonly #slots = new Map<string, Slot<T>>();

  isRunning(key: string): boolean {
    return this.#slots.has(key);
  }

  async run(key: string, work: Work<T>): Promise<Ended<T>> {
    const running = this.#slots.get(key);
    if (running) {
      this.cancel(key);
      return new Promise(resolve => {
        running.next = { work, resolve };
      });
    }
    const slot: Slot<T> = { controller: new AbortController() };
    this.#slots.set(key, slot);
    const ended = await settle(work, slot.controller.signal);
    this.#slots.delete(key);
    if (slot.next) void this.run(key, slot.next.work).then(slot.next.resolve);
    return ended;
  }

  /** Ends what runs for a key, and what waits: both end as `outdated`. */
  cancel(key: string): void {
    const slot = this.#slots.get(key);
    slot?.next?.resolve({ kind: 'outdated' });
    if (slot) delete slot.next;
    slot?.controller.abort();
  }

  cancelAll(): void {
    for (const key of this.#slots.keys()) this.cancel(key);
  }
}

async function settle<T>(work: Work<T>, signal: AbortSignal): Promise<Ended<T>> {
  try {
    const result = await work(signal);
    return signal.aborted ? { kind: 'outdated' } : { kind: 'done', result };
  } catch (error) {
    return signal.aborted ? { kind: 'outdated' } : { kind: 'failed', error };
  }
}

/** What became of one item. `skipped`: the user cancelled before its turn. */
export type Outcome<T> =
  | { readonly item: T; readonly result: 'done' | 'skipped' }
  | { readonly item: T; readonly result: 'failed'; readonly error: unknown };

export interface BatchOptions<T> {
  /** Stops before the next item; what has begun is finished, since half a write is worse than a whole one. */
  readonly signal?: AbortSignal;
  /** Items worked on at once. */
  readonly atOnce?: number;
  readonly onSettled?: (outcome: Outcome<T>, settled: number) => void;
}

/**
 * Does the same to several items, a few at once. One failure does not stop the others, nothing is tried twice.
 * @returns the outcomes in the order of the items; never rejects
 */
export async function runBatch<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  { signal, atOnce = 4, onSettled }: BatchOptions<T> = {},
): Promise<readonly Outcome<T>[]> {
  const outcomes = new Map<number, Outcome<T>>();
  const queue = [...items.entries()];
  const attempt = async (item: T): Promise<Outcome<T>> => {
    if (signal?.aborted) return { item, result: 'skipped' };
    try {
      await work(item);
      return { item, result: 'done' };
    } catch (error) {
      return { item, result: 'failed', error };
    }
  };
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, item] = next;
      const outcome = await attempt(item);
      outcomes.set(index, outcome);
      onSettled?.(outcome, outcomes.size);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}

/** Trials at most: enough for a text of some hundred characters. */
const MOST_TRIALS = 2_000;

/**
 * Cuts out of a text whatever is not needed for it to fail: large pieces first, then ever smaller ones.
 * @param fails whether a text still fails in the same way
 */
export function minimize(text: string, fails: (text: string) => boolean): string {
  let now = text;
  let trials = 0;
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < now.length && trials < MOST_TRIALS; trials++) {
      const shorter = now.slice(0, at) + now.slice(at + size);
      if (fails(shorter)) now = shorter;
      else at += size;
    }
  }
  return now;
}

/** Gateways refuse long request lines, commonly from 8 KB on; the rest of the URL needs its share too. */
const LONGEST_NAMES = 4_000;

/**
 * Splits names so that each part, joined by commas and percent-encoded, fits into a URL's query.
 * @param limit characters of the encoded list; a single longer name still gets a part of its own
 */
export function chunkNames<Name extends string>(names: readonly Name[], limit = LONGEST_NAMES): Name[][] {
  const chunks: Name[][] = [];
  let length = Infinity;
  for (const name of names) {
    // A comma becomes %2C.
    const cost = encodeURIComponent(name).length + 3;
    if (length + cost > limit) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(name);
    length += cost;
  }
  return chunks;
}

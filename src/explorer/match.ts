/** Where a filter's words stand in a name: half-open ranges of UTF-16 units, ascending, as highlights want them. */
export type Ranges = readonly (readonly [start: number, end: number])[];

/** Full-width letters, letter case and composed accents make no difference; each unit keeps its place. */
function fold(text: string): string {
  // Unit by unit, since folding a whole text may change its length (ﬁ, İ) and the ranges would drift.
  return Array.from(text, unit => {
    const folded = unit.normalize('NFKC').toLowerCase();
    return folded.length === unit.length
      ? folded
      : unit.toLowerCase().slice(0, unit.length).padEnd(unit.length);
  }).join('');
}

/** The words of a filter; all of them have to be in a name. */
export function filterWords(filter: string): string[] {
  return filter.trim().split(/\s+/u).filter(Boolean);
}

/** The places of all words in `name`; undefined when one is missing, [] when there are no words. */
export function matchName(name: string, words: readonly string[]): Ranges | undefined {
  const folded = fold(name);
  const found: [number, number][] = [];
  for (const word of words) {
    const needle = fold(word);
    const at = folded.indexOf(needle);
    if (at < 0) return undefined;
    found.push([at, at + needle.length]);
  }
  return merged(found.sort(([a], [b]) => a - b));
}

function merged(ranges: readonly [number, number][]): Ranges {
  const result: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

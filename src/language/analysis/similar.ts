/**
 * How many letters must be put in, left out, replaced, or swapped with their neighbour to make one word of the other
 * (optimal string alignment), case ignored. Answers `limit + 1` as soon as it is certain to be more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? limit + 1;
}

/** The words most like `word`, best first, three at most: a third of its letters may differ, in a short one a single letter. */
export function similarNames(word: string, choices: readonly string[]): string[] {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const bareWord = bare(word);
  const near = new Map<string, number>();
  for (const choice of choices) {
    // Far from each other in length by more than a few underscores: not worth a closer look.
    if (Math.abs(word.length - choice.length) > limit + 4 || near.has(choice)) continue;
    const distance =
      bareWord === bare(choice) ? 0 : word.length < 3 ? limit + 1 : editDistance(word, choice, limit);
    if (distance <= limit) near.set(choice, distance);
  }
  return [...near]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([choice]) => choice);
}

/** Words that differ in underscores and case only are the same to whoever mistook them. */
function bare(text: string): string {
  return (text.includes('_') ? text.replaceAll('_', '') : text).toLowerCase();
}

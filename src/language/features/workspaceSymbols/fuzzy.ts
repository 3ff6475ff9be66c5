/** Longer words are cut: nobody types more, and the cost grows with both lengths. */
const LONGEST_TYPED = 64;
const LONGEST_NAME = 256;

const MATCH = 1;
/** Right behind the letter before: a person types pieces of words. */
const RUN = 5;
/** At the beginning of a word inside of the name. */
const WORD_START = 8;
/** At the beginning of the name. */
const NAME_START = 10;
const SAME_CASE = 1;
const WHOLE = 20;
/** For each letter of the name nobody typed: of two that match alike the shorter is meant. */
const REST = 0.01;

/**
 * How well a name matches what was typed: all its letters must be in the name, in their order, case ignored. Letters
 * in a row, at the beginning of the name and at the beginning of its words (`order_items`, `orderItems`) count more.
 * Blanks in what was typed mean nothing.
 * @returns undefined when it does not match; a higher number is a better match
 */
export function fuzzyScore(typed: string, name: string): number | undefined {
  const query = typed.replace(/\s+/g, '').slice(0, LONGEST_TYPED);
  const target = name.slice(0, LONGEST_NAME);
  if (query === '') return 0;
  const [low, lowTarget] = [query.toLowerCase(), target.toLowerCase()];
  if (!isSubsequence(low, lowTarget)) return undefined;
  // Best score of the letters so far, the last of them at place j; and at place j or before it.
  let at: number[] = [];
  let upTo: number[] = [];
  for (let i = 0; i < low.length; i++) {
    const nextAt: number[] = [];
    const nextUpTo: number[] = [];
    for (let j = 0; j < lowTarget.length; j++) {
      let score = -Infinity;
      if (low[i] === lowTarget[j]) {
        const before = i === 0 ? 0 : (upTo[j - 1] ?? -Infinity);
        const run = i === 0 ? -Infinity : (at[j - 1] ?? -Infinity) + RUN;
        score = Math.max(before, run) + letterScore(query[i], target, j);
      }
      nextAt.push(score);
      nextUpTo.push(Math.max(score, nextUpTo[j - 1] ?? -Infinity));
    }
    [at, upTo] = [nextAt, nextUpTo];
  }
  const best = upTo.at(-1) ?? -Infinity;
  return best + (low === lowTarget ? WHOLE : 0) - (target.length - query.length) * REST;
}

function isSubsequence(query: string, target: string): boolean {
  let from = 0;
  for (const letter of query) {
    from = target.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

function letterScore(typed: string | undefined, name: string, at: number): number {
  const start = at === 0 ? NAME_START : isWordStart(name, at) ? WORD_START : 0;
  return MATCH + start + (typed === name[at] ? SAME_CASE : 0);
}

/** Behind an underscore or the like, or a capital behind a small letter, or a digit behind a letter. */
function isWordStart(name: string, at: number): boolean {
  const [before = '', letter = ''] = [name[at - 1], name[at]];
  if (/[_.\-$]/.test(before)) return !/[_.\-$]/.test(letter);
  return (/[a-z]/.test(before) && /[A-Z]/.test(letter)) || (/[A-Za-z]/.test(before) && /\d/.test(letter));
}

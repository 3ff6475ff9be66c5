/** A word made ready to be compared with many. */
interface Prepared {
  readonly name: string;
  readonly lower: string;
  /** Words that differ in underscores and case only are the same to whoever mistook them. */
  readonly bare: string;
  /** A bit for each letter that occurs (several share one): most words are told apart by it alone. */
  readonly letters: number;
}

/** A name, and how many letters it is away from the word that was looked for. */
interface Near {
  readonly name: string;
  readonly distance: number;
}

function prepare(name: string): Prepared {
  const lower = name.toLowerCase();
  let letters = 0;
  for (let i = 0; i < lower.length; i++) letters |= 1 << (lower.charCodeAt(i) & 31);
  return { name, lower, bare: lower.includes('_') ? lower.replaceAll('_', '') : lower, letters };
}

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

/** A third of a word's letters may differ, in a short one a single letter. */
const limitOf = (word: Prepared): number => Math.max(1, Math.floor(word.name.length / 3));

/** The distance of two words, or undefined when one cannot have been meant by the other. */
function distanceOf(word: Prepared, choice: Prepared): number | undefined {
  const limit = limitOf(word);
  const longer = Math.abs(word.name.length - choice.name.length);
  // Far from each other in length by more than a few underscores: not worth a closer look.
  if (longer > limit + 4) return undefined;
  if (word.bare === choice.bare) return 0;
  // Each letter put in, left out or replaced changes at most two of the letters that occur.
  if (word.name.length < 3 || longer > limit || bits(word.letters ^ choice.letters) > 2 * limit)
    return undefined;
  const distance = editDistance(word.lower, choice.lower, limit);
  return distance <= limit ? distance : undefined;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The nearest of the choices, best first, three at most. */
function nearest(word: Prepared, choices: Iterable<Prepared>): Near[] {
  const near: Near[] = [];
  for (const choice of choices) {
    const distance = distanceOf(word, choice);
    if (distance !== undefined) near.push({ name: choice.name, distance });
  }
  return best(near);
}

function best(near: Near[]): Near[] {
  return near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, 3);
}

const namesOf = (near: readonly Near[]): string[] => near.map(({ name }) => name);

/** The words most like `word`, best first, three at most: a third of its letters may differ, in a short one a single letter. */
export function similarNames(word: string, choices: Iterable<string>): string[] {
  return namesOf(nearest(prepare(word), Array.from(new Set(choices), prepare)));
}

/** Among more names than this only those that differ in case and underscores are found: what is asked stays cheap. */
const MANY = 2_000;
/** How many answers are remembered: more than a script has unknown names, less than a day of typing asks for. */
const REMEMBERED = 2_000;
/** With more new names than this at once, asking anew costs less than to find out which answers hold. */
const FEW = 50;

/**
 * All names of one kind a script may use, to find what a misspelt one may have meant. It remembers its answers: in a
 * script with hundreds of unknown names, comparing all with all for each letter of a declared name would take longest.
 */
export class Spelling {
  private readonly names: ReadonlySet<string>;
  private prepared: readonly Prepared[] | undefined;
  private byBare: ReadonlyMap<string, Prepared[]> | undefined;
  private readonly answers = new Map<string, readonly Near[]>();

  constructor(names: Iterable<string>, previous?: Spelling) {
    this.names = new Set(names);
    if (previous !== undefined) this.takeOver(previous);
  }

  /** Whether the very name is among them. */
  has(name: string): boolean {
    return this.names.has(name);
  }

  /** The names most like `word`, and of `more` names, best first, three at most. */
  similar(word: string, more: readonly string[] = []): string[] {
    const found = this.answer(word);
    if (more.length === 0) return namesOf(found);
    const own = Array.from(new Set(more.filter(name => !this.names.has(name))), prepare);
    return namesOf(best([...found, ...nearest(prepare(word), own)]));
  }

  private answer(word: string): readonly Near[] {
    let answer = this.answers.get(word);
    if (answer === undefined) {
      const asked = prepare(word);
      const choices = this.names.size > MANY ? (this.bare().get(asked.bare) ?? []) : this.all();
      answer = nearest(asked, choices);
      this.answers.set(word, answer);
    }
    return answer;
  }

  private all(): readonly Prepared[] {
    return (this.prepared ??= Array.from(this.names, prepare));
  }

  private bare(): ReadonlyMap<string, Prepared[]> {
    if (this.byBare !== undefined) return this.byBare;
    const byBare = new Map<string, Prepared[]>();
    for (const item of this.all()) {
      const same = byBare.get(item.bare);
      if (same === undefined) byBare.set(item.bare, [item]);
      else same.push(item);
    }
    return (this.byBare = byBare);
  }

  /** Keeps the answers that hold among the new names as well. */
  private takeOver(previous: Spelling): void {
    if (previous.answers.size > REMEMBERED) return;
    if (this.names.size > MANY !== previous.names.size > MANY) return;
    const added = [...this.names].filter(name => !previous.names.has(name)).map(prepare);
    if (added.length > FEW) return;
    for (const [word, near] of previous.answers) {
      const asked = prepare(word);
      const holds =
        near.every(({ name }) => this.names.has(name)) &&
        added.every(choice => distanceOf(asked, choice) === undefined);
      if (holds) this.answers.set(word, near);
    }
  }
}

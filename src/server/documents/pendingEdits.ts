import type { Edit } from '../../language/syntax/update.ts';

/** More separate places than this, as with hundreds of cursors, are cheaper to read again in one go. */
const MOST_PLACES = 16;

/**
 * Changes a script does not know of yet, in their order. What is typed on end at one place becomes one change, so that
 * a burst of keystrokes costs one parse.
 */
export class PendingEdits {
  private edits: Edit[] = [];

  add(edit: Edit, text: string): void {
    const last = this.edits.at(-1);
    const joined = last === undefined ? undefined : join(last, edit);
    if (joined === undefined) this.edits.push(edit);
    else this.edits[this.edits.length - 1] = joined;
    if (this.edits.length > MOST_PLACES) this.edits = [spanning(this.edits, text)];
  }

  /** The changes so far. */
  get all(): readonly Edit[] {
    return this.edits;
  }

  /** One change with the effect of all; `text` is what they lead to. */
  asOne(text: string): Edit {
    return spanning(this.edits, text);
  }

  /** Forgets the changes: the script knows of them. */
  clear(): void {
    this.edits = [];
  }
}

/** Two changes, the second counted in what the first left, as one; undefined when they lie apart. */
function join(first: Edit, second: Edit): Edit | undefined {
  const end = first.start + first.text.length;
  if (second.end < first.start || second.start > end) return undefined;
  const before = Math.max(0, first.start - second.start);
  const behind = Math.max(0, second.end - end);
  const kept = first.text.slice(0, Math.max(0, second.start - first.start));
  const rest = first.text.slice(Math.max(0, second.end - first.start));
  return { start: first.start - before, end: first.end + behind, text: kept + second.text + rest };
}

/** One change with the effect of all; `text` is what they lead to. */
function spanning(edits: readonly Edit[], text: string): Edit {
  let start = Infinity;
  /** Units at the end of the text that no change touched. */
  let untouched = Infinity;
  let length = text.length;
  for (let i = edits.length - 1; i >= 0; i--) {
    const edit = edits[i];
    if (edit === undefined) continue;
    start = Math.min(start, edit.start);
    untouched = Math.min(untouched, length - edit.start - edit.text.length);
    length += edit.end - edit.start - edit.text.length;
  }
  return { start, end: length - untouched, text: text.slice(start, text.length - untouched) };
}

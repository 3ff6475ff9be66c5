/** A range of a text in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An edit as the editor reports it: `length` units at `offset` became `inserted` units. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly inserted: number;
}

/**
 * Where a range is after an edit.
 * @returns undefined when the edit touched the range: what was said about it may not hold any more
 */
export function afterEdit<T extends Span>(span: T, { offset, length, inserted }: Edit): T | undefined {
  if (offset > span.end) return span;
  // Typing in front of a word changes the word, unless white space or whole lines come in: only a true gap is safe.
  if (offset + length < span.start) {
    const shift = inserted - length;
    return { ...span, start: span.start + shift, end: span.end + shift };
  }
  return undefined;
}

/** Several edits of one change, which all speak of the text before it: from the last to the first. */
export function afterEdits<T extends Span>(spans: readonly T[], edits: readonly Edit[]): readonly T[] {
  const fromTheEnd = [...edits].sort((a, b) => b.offset - a.offset);
  return spans.flatMap(span => {
    let moved: T | undefined = span;
    for (const edit of fromTheEnd) moved = moved && afterEdit(moved, edit);
    return moved ? [moved] : [];
  });
}

/** A place in a text, both from 0; the column in UTF-16 units, as the editor counts. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where an offset (UTF-16 units) lies in a text whose lines end in any of the usual ways. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/**
 * How much of what a search wants is read for it: what was read before costs nothing, of the rest so much at a time.
 * The searches of somebody who types a name go on where the one before ended, so that all is read in the end, and no
 * search becomes a flood of calls.
 */
export class Budget {
  readonly #perSearch: number;
  /** By URI, the tag of the text that was read. */
  readonly #read = new Map<string, string>();

  /** @param perSearch texts read anew for one search */
  constructor(perSearch: number) {
    this.#perSearch = perSearch;
  }

  /** Those a search may look into, in their order. */
  afford<T extends { readonly uri: string; readonly tag: string }>(files: readonly T[]): readonly T[] {
    let left = this.#perSearch;
    return files.filter(({ uri, tag }) => this.#read.get(uri) === tag || left-- > 0);
  }

  /** A text was read, or cannot be: neither is tried again before its tag changes. */
  done(uri: string, tag: string): void {
    this.#read.set(uri, tag);
  }

  /** Whoever has read it has forgotten it. */
  reset(): void {
    this.#read.clear();
  }
}

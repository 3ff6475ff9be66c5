import type { SqlValue } from './database.ts';

/**
 * The WHERE clause of a listing, put together from the filters that were given. Texts are the program's own; what
 * callers send goes into `values` only.
 */
export class Filter {
  readonly values: SqlValue[] = [];
  readonly #conditions: string[] = [];

  /** Adds a condition with one `?` for the value, unless there is no value. */
  with(condition: string, value: SqlValue): this {
    if (value !== undefined) {
      this.#conditions.push(condition);
      this.values.push(value);
    }
    return this;
  }

  get where(): string {
    return this.#conditions.length > 0 ? `WHERE ${this.#conditions.join(' AND ')}` : '';
  }
}

/** int64 as decimal text to what SQLite binds without loss. */
export function int64(id: string): bigint;
export function int64(id: string | undefined): bigint | undefined;
export function int64(id: string | undefined): bigint | undefined {
  return id === undefined ? undefined : BigInt(id);
}

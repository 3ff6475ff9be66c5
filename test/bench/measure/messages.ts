import type { Operation, TextChange } from '../adapters/adapter.ts';

/** What the bench asks of a worker, one request at a time. */
export type Request =
  | { readonly kind: 'load'; readonly file: string }
  | { readonly kind: 'outcomes'; readonly operation: Operation; readonly texts: readonly string[] }
  | {
      readonly kind: 'sample';
      readonly operation: Operation;
      readonly texts: readonly string[];
      /** How long to go on, at least, in ms of processor time: a busy machine does not make it less work. */
      readonly atLeast: number;
    }
  | { readonly kind: 'edits'; readonly text: string; readonly edits: readonly TextChange[] };

/** Per pass over the texts, in ms: what the clock says, and what the processors spent (collection of garbage included). */
export interface Sample {
  readonly wall: number;
  readonly cpu: number;
  readonly passes: number;
}

/** The outcome of one text: its number of errors (of `format`: of characters), or null when the tool gave up. */
export type Outcome = number | null;

export interface Replies {
  readonly load: null;
  readonly outcomes: readonly Outcome[];
  readonly sample: Sample;
  /** Of each edit, in ms. */
  readonly edits: readonly number[];
}

export type Reply = { readonly value: Replies[keyof Replies] } | { readonly error: string };

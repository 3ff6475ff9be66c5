import type { Span } from './tree/base.ts';

/** Which part of the service finds the fault. `splitter`: a semicolon its splitter did not split at. */
export type ProblemKind = 'lexical' | 'syntax' | 'ddl' | 'splitter' | 'limit';

/**
 * A fault in one statement: `start` and `end` are where a person would put it. What the service says of the same
 * fault stands in `service`: its words, and its place, which is often one token earlier.
 */
export interface Problem extends Span {
  readonly kind: ProblemKind;
  /** A stable name of the message, to be worded in the user's language. */
  readonly id: string;
  /** What was found, and other parts of the message. */
  readonly args: readonly string[];
  /** What would have been right here: key words, signs, or classes such as `identifier`. */
  readonly expected: readonly string[];
  readonly service: ServiceWords;
}

export interface ServiceWords extends Span {
  /** The message without its position, as the service words it. */
  readonly text: string;
  /** How the position is given. `none`: the message has none. */
  readonly style: 'encountered' | 'lexical' | 'at' | 'hidden' | 'none';
}

import type { DataType, Identifier, Name, Span } from './base.ts';
import type { OrderItem, Query } from './queries.ts';

export type LiteralType =
  | 'number'
  | 'string'
  | 'binary'
  | 'boolean'
  | 'null'
  | 'unknown'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'interval';

export interface Literal extends Span {
  readonly kind: 'literal';
  readonly type: LiteralType;
  /** The value as text: strings without quotes and escapes, numbers as written (with a sign if it has one). */
  readonly value: string;
  /** Of an interval: its units, such as `DAY TO SECOND`. */
  readonly unit?: string;
}

/** `*` as the argument of COUNT(*) or as an item of a select list. */
export interface Star extends Span {
  readonly kind: 'star';
}

/** `?` */
export interface Parameter extends Span {
  readonly kind: 'parameter';
}

/** A word that is an argument by grammar: a time unit, a character set, TRIM's LEADING, DEFAULT. */
export interface Word extends Span {
  readonly kind: 'word';
  readonly word: string;
}

export interface Call extends Span {
  readonly kind: 'call';
  /** As written; compare without case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Expression[];
  readonly quantifier?: 'ALL' | 'DISTINCT';
  readonly filter?: Expression;
  readonly over?: WindowSpec | Identifier;
}

export interface WindowSpec extends Span {
  readonly kind: 'windowSpec';
  readonly base?: Identifier;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame?: {
    readonly unit: 'ROWS' | 'RANGE';
    readonly lower: FrameBound;
    readonly upper?: FrameBound;
  };
}

export interface FrameBound extends Span {
  readonly kind: 'frameBound';
  readonly type: 'currentRow' | 'preceding' | 'following';
  /** Absent: unbounded (or the current row). */
  readonly offset?: Expression;
}

/** An operator with its operands in order: prefix, infix, postfix, `BETWEEN` (3), `IN` (value, then the list). */
export interface Operation extends Span {
  readonly kind: 'operation';
  /** Upper case, words parted by one blank: `NOT LIKE`, `IS NOT NULL`, `+`, `[]`, `.`. */
  readonly operator: string;
  readonly operands: readonly Expression[];
}

export interface Case extends Span {
  readonly kind: 'case';
  readonly operand?: Expression;
  readonly branches: readonly { readonly when: readonly Expression[]; readonly then: Expression }[];
  readonly otherwise?: Expression;
}

export interface Cast extends Span {
  readonly kind: 'cast';
  readonly operand: Expression;
  /** A type, or the units of an interval. */
  readonly type: DataType | Word;
}

/** `ROW (…)`, or several expressions in parentheses. */
export interface Row extends Span {
  readonly kind: 'row';
  readonly items: readonly Expression[];
}

/** `ARRAY[…]`, `MAP[…]`, `MULTISET[…]`, or the same of a query. */
export interface Collection extends Span {
  readonly kind: 'collection';
  readonly type: 'ARRAY' | 'MAP' | 'MULTISET';
  readonly items: readonly Expression[];
}

/** A query where an expression stands. */
export interface Subquery extends Span {
  readonly kind: 'subquery';
  readonly query: Query;
}

export type Expression =
  Name | Literal | Star | Parameter | Word | Call | Operation | Case | Cast | Row | Collection | Subquery;

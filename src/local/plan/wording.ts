import type { Span } from '../../language/syntax/tree/base.ts';

/** `blink.operator.name.max.length` (blink-runtime-json.md, section 1.1). */
const LONGEST = 168;

/** What is written at a place of a statement, on one line. */
export type Wording = (span: Span) => string;

export function wordingOf(statement: string): Wording {
  return ({ start, end }) => statement.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** The texts as the engine lists them: `(a, b)`. */
export function listed(texts: readonly string[]): string {
  return `(${texts.join(', ')})`;
}

export function operatorName(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 3)}...`;
}

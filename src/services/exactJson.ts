interface Source {
  /** Absent for objects and arrays. */
  readonly source?: string;
}
type Reviver = (this: unknown, key: string, value: unknown, context: Source) => unknown;

// The engine hands the reviver a number's source text (ECMAScript's JSON.parse source text access); the
// library types of ES2023 do not know that third argument yet.
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown;

/** Integers below 2^53 have at most 16 digits: without a longer run every number is exact already. */
const MAY_BE_UNSAFE = /\d{16}/;

/**
 * JSON.parse that loses no digit: an integer beyond 2^53 becomes its decimal text, everything else is as usual.
 * @throws SyntaxError as JSON.parse does
 */
export function parseExact(text: string): unknown {
  return MAY_BE_UNSAFE.test(text) ? parse(text, exactNumber) : parse(text);
}

function exactNumber(_key: string, value: unknown, context: Source): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return context.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}

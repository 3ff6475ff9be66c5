import { parseExact } from '../../exactJson.ts';
import type { Embedded } from '../../model.ts';

// The engine's JSON arrives as text, in versions we do not know: every member is read on its own and may be absent.

export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return asList(value)
    .map(asObject)
    .filter(each => each !== undefined);
}

export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A number where negative ones mean "not known". */
export function asAmount(value: unknown): number | undefined {
  const number = asNumber(value);
  return number === undefined || number < 0 ? undefined : number;
}

/** Text; ids may come as numbers. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Reads embedded JSON; `value` is absent when the text is no JSON object, `raw` is always the text. */
export function readEmbedded<T>(raw: string | undefined, read: (object: JsonObject) => T): Embedded<T> {
  const text = raw ?? '';
  try {
    const object = asObject(parseExact(text));
    return object ? { value: read(object), raw: text } : { raw: text };
  } catch {
    return { raw: text };
  }
}

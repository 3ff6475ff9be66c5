import type { Scalar, Shape } from '../operations/table.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a value by its shape, tolerant of what the service is known to vary (blink-openapi-notes.md, sections 12
 * and 13): first letters of member names in either case, a bare array where a container holds one list, a single
 * item where a list is meant (XML), numbers as text and text as numbers. What does not fit is left out.
 */
export function readShape(shape: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof shape === 'string') return readScalar(shape, value);
  if (isList(shape)) return readList(shape[0], value);
  return readObject(shape, value);
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function readList(item: Shape, value: unknown): unknown[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : value === '' ? [] : [value];
  return items.map(each => readShape(item, each)).filter(each => each !== undefined);
}

function readObject(shape: Readonly<Record<string, Shape>>, value: unknown): unknown {
  const names = Object.keys(shape);
  const [only] = names;
  if (Array.isArray(value)) {
    const list = only === undefined ? undefined : shape[only];
    return names.length === 1 && only !== undefined && list !== undefined && isList(list)
      ? { [only]: readList(list[0], value) }
      : undefined;
  }
  if (typeof value !== 'object') return value === '' ? {} : undefined;
  const out: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape)) {
    const read = readShape(member, memberOf(value as Members, name));
    if (read !== undefined) out[name] = read;
  }
  return out;
}

/** A member by its name, whatever the case of its first letter. */
export function memberOf(value: Members, name: string): unknown {
  if (Object.hasOwn(value, name)) return value[name];
  const first = name.charAt(0);
  const other = (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
  return Object.hasOwn(value, other) ? value[other] : undefined;
}

function readScalar(scalar: Scalar, value: unknown): unknown {
  switch (scalar) {
    case 'string':
      return asText(value);
    case 'id':
      return value === '' || typeof value === 'object' ? undefined : asText(value);
    case 'boolean':
      return asBoolean(value);
    case 'map':
      return asMap(value);
    case 'int':
    case 'long':
    case 'ms':
    case 'number':
      return asNumber(value);
  }
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // JSON that should have come as text, for example a plan.
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

type MapValue = string | number | boolean | null;

/** A map comes as an object, or (XML, whose element names cannot be data) as entries with key and value. */
function asMap(value: unknown): Readonly<Record<string, MapValue>> | undefined {
  if (typeof value !== 'object' || value === null) return value === '' ? {} : undefined;
  const entries = memberOf(value as Members, 'entry');
  const rows = Array.isArray(value) ? value : entries === undefined ? undefined : [entries].flat();
  if (rows?.every(isKeyed)) {
    return Object.fromEntries(
      rows.map(row => [String(memberOf(row, 'key')), asMapValue(memberOf(row, 'value'))]),
    );
  }
  if (Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asMapValue(each)]));
}

function isKeyed(row: unknown): row is Members {
  return typeof row === 'object' && row !== null && memberOf(row as Members, 'key') !== undefined;
}

function asMapValue(value: unknown): MapValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

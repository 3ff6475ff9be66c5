import type { Shape } from '../../services/foas/operations/table.ts';

/** A reply as it is sent. */
export interface Document {
  readonly contentType: string;
  readonly text: string;
}

export type Format = 'JSON' | 'XML';

/** `Format` first, then `Accept`, else XML (notes, section 2). */
export function formatOf(
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Format {
  const wanted = query['Format']?.toUpperCase();
  if (wanted === 'JSON' || wanted === 'XML') return wanted;
  return /json/i.test(headers['accept'] ?? '') ? 'JSON' : 'XML';
}

/** Prints the members of a shape, in its order; what has no value is left out, '' is a value. */
export function printReply(root: string, shape: Shape, value: unknown, format: Format): Document {
  if (format === 'JSON') {
    return { contentType: 'application/json;charset=utf-8', text: json(shape, value) ?? '{}' };
  }
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${xmlInside(shape, value)}</${root}>`;
  return { contentType: 'text/xml;charset=utf-8', text };
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function members(shape: { readonly [member: string]: Shape }, value: unknown): [string, Shape, unknown][] {
  const from = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).map(([name, inner]) => [name, inner, from[name]]);
}

/** @returns undefined where there is nothing to print */
function json(shape: Shape, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  // An id is exact decimal text inside and a bare number on the wire.
  if (shape === 'id') return value as string;
  if (typeof shape === 'string') return JSON.stringify(value);
  if (isList(shape)) return `[${(value as unknown[]).map(item => json(shape[0], item) ?? 'null').join(',')}]`;
  const printed = members(shape, value).flatMap(([name, inner, item]) => {
    const text = json(inner, item);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${printed.join(',')}}`;
}

function element(name: string, shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (isList(shape)) return (value as unknown[]).map(item => element(name, shape[0], item)).join('');
  return `<${name}>${xmlInside(shape, value)}</${name}>`;
}

function xmlInside(shape: Shape, value: unknown): string {
  if (shape === 'map') {
    // Keys may be numbers, which no element can be called: entries of key and value instead (notes, section 2).
    return Object.entries(value as Record<string, unknown>)
      .map(([key, item]) => `<entry><key>${escape(key)}</key><value>${escape(String(item))}</value></entry>`)
      .join('');
  }
  if (typeof shape === 'string') return escape(String(value));
  if (isList(shape)) return element('Item', shape, value);
  return members(shape, value)
    .map(([name, inner, item]) => element(name, inner, item))
    .join('');
}

/** Characters XML 1.0 cannot carry at all become U+FFFD. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escape(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

import { ApiError } from '../errors.ts';

/** A request as it came over the wire, before anything of it is believed. */
export interface WireRequest {
  /** Upper case. */
  readonly method: string;
  /** As on the wire, encoded; no query. */
  readonly path: string;
  /** Decoded; of a name given twice the last value. */
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * `k=v&k=v` with percent-encoding and `+` for blanks, as forms and queries have it.
 * @throws ApiError InvalidEncoding
 */
export function decodePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decodePart(at < 0 ? pair : pair.slice(0, at));
    pairs[name] = at < 0 ? '' : decodePart(pair.slice(at + 1));
  }
  return pairs;
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidEncoding();
  }
}

export const invalidEncoding = (): ApiError =>
  new ApiError('InvalidEncoding', 400, 'The request has a percent-encoding that is not valid UTF-8.');

/** @throws ApiError InvalidEncoding */
export function wireRequest(raw: {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
}): WireRequest {
  const at = raw.url.indexOf('?');
  const headers = Object.entries(raw.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(', ')] as const],
  );
  return {
    method: raw.method.toUpperCase(),
    path: at < 0 ? raw.url : raw.url.slice(0, at),
    query: at < 0 ? {} : decodePairs(raw.url.slice(at + 1)),
    headers: Object.fromEntries(headers),
    body: Buffer.isBuffer(raw.body) ? raw.body : Buffer.alloc(0),
  };
}

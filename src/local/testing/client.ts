import { randomUUID } from 'node:crypto';
import { operation, type OperationName } from '../../services/foas/operations.ts';
import { pathNames } from '../../services/foas/operations/table.ts';
import { encodeQuery, percentEncode } from '../../services/foas/sign/percentEncode.ts';
import { sign, type SignatureForm } from '../../services/foas/sign/sign.ts';
import type { KeyPair } from '../http/authenticate.ts';

export const KEYS: KeyPair = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

export interface Call {
  readonly form?: SignatureForm;
  readonly keys?: KeyPair;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly date?: Date;
  readonly nonce?: string;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON document. */
  readonly json: () => Record<string, unknown>;
}

/** Sends a request with a signature; nothing is checked, tried again or hidden. */
export async function send(url: string, method: string, path: string, call: Call = {}): Promise<Answered> {
  const { form = 'roa', keys = KEYS, body = '' } = call;
  const headers = { accept: 'application/json', host: new URL(url).host, ...call.headers };
  const stamp = { date: call.date ?? new Date(), nonce: call.nonce ?? randomUUID() };
  const signed = sign(form, { method, path, query: call.query ?? {}, headers, body }, keys, stamp);
  const query = encodeQuery(signed.query);
  return fetchText(`${url}${path}${query === '' ? '' : `?${query}`}`, {
    method,
    headers: signed.headers,
    ...(body === '' ? {} : { body }),
  });
}

export async function fetchText(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}

/** Calls an operation with its parameters where the table has them: path, query, and a JSON body. */
export function callOperation(
  url: string,
  name: OperationName,
  parameters: Readonly<Record<string, unknown>>,
  call: Call = {},
): Promise<Answered> {
  const entry = operation(name);
  const text = (key: string): string => {
    const value = parameters[key];
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  let path = entry.path;
  for (const key of pathNames(entry.path)) path = path.replace(`{${key}}`, percentEncode(text(key)));
  const given = (names: object | undefined) =>
    Object.keys(names ?? {}).filter(key => parameters[key] !== undefined);
  const query = Object.fromEntries(given(entry.query).map(key => [key, text(key)]));
  const body = entry.body
    ? JSON.stringify(Object.fromEntries(given(entry.body).map(key => [key, parameters[key]])))
    : '';
  return send(url, entry.method, path, {
    body,
    ...call,
    query: { ...query, ...call.query },
    headers: { ...(entry.body ? { 'content-type': 'application/json' } : {}), ...call.headers },
  });
}

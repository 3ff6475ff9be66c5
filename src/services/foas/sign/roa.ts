import { createHash, createHmac } from 'node:crypto';
import type { Credentials, Signable, Signed, Stamp, Unsigned } from './request.ts';
import { sortedNames } from './request.ts';

const STANDARD_HEADERS = ['accept', 'content-md5', 'content-type', 'date'] as const;

/** How an empty query value is written: Python and pop-core sign `k=`, Java and Go sign `k`. */
export type EmptyValue = 'k=' | 'k';

/**
 * The text a header (ROA) signature covers: method, the four standard headers (an empty line where one is
 * missing), all `x-acs-*` headers, then the path with the decoded query (blink-openapi-notes.md, section 3.2).
 */
export function roaStringToSign(request: Signable, emptyValue: EmptyValue = 'k='): string {
  const standard = STANDARD_HEADERS.map(name => request.headers[name] ?? '');
  const vendor = sortedNames(request.headers)
    .filter(name => name.startsWith('x-acs-'))
    .map(name => `${name}:${oneLine(request.headers[name] ?? '')}`);
  return [request.method, ...standard, ...vendor, resource(request, emptyValue)].join('\n');
}

function resource({ path, query }: Signable, emptyValue: EmptyValue): string {
  const pairs = sortedNames(query).map(name => {
    const value = query[name] ?? '';
    return value === '' && emptyValue === 'k' ? name : `${name}=${value}`;
  });
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** A header value must not be able to forge a further line of the string to sign. */
function oneLine(value: string): string {
  return value.replace(/[\t\n\r\f]/g, ' ').trim();
}

/** Base64 HMAC-SHA1 with the bare secret. */
export function roaSignature(stringToSign: string, accessKeySecret: string): string {
  return createHmac('sha1', accessKeySecret).update(stringToSign, 'utf8').digest('base64');
}

/** Base64 of the MD5 of a body. */
export function contentMd5(body: string | Uint8Array): string {
  return createHash('md5').update(body).digest('base64');
}

/** Signs with headers: the service's default scheme. */
export function signRoa(request: Unsigned, credentials: Credentials, stamp: Stamp): Signed {
  const headers: Record<string, string> = {
    ...request.headers,
    date: stamp.date.toUTCString(),
    'content-md5': contentMd5(request.body),
    'x-acs-signature-method': 'HMAC-SHA1',
    'x-acs-signature-version': '1.0',
    'x-acs-signature-nonce': stamp.nonce,
  };
  if (credentials.securityToken !== undefined) {
    headers['x-acs-accesskey-id'] = credentials.accessKeyId;
    headers['x-acs-security-token'] = credentials.securityToken;
  }
  const stringToSign = roaStringToSign({ ...request, headers });
  const signature = roaSignature(stringToSign, credentials.accessKeySecret);
  return {
    headers: { ...headers, authorization: `acs ${credentials.accessKeyId}:${signature}` },
    query: request.query,
  };
}

/** Splits `acs <id>:<signature>`; undefined when the header is of another form. */
export function parseRoaAuthorization(
  header: string,
): { readonly accessKeyId: string; readonly signature: string } | undefined {
  const match = /^acs ([^:\s]+):(\S+)$/.exec(header);
  return match?.[1] && match[2] ? { accessKeyId: match[1], signature: match[2] } : undefined;
}

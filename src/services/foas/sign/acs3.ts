import { createHash, createHmac } from 'node:crypto';
import { encodeQuery } from './percentEncode.ts';
import type { Credentials, Signable, Signed, Stamp, Unsigned } from './request.ts';
import { isoSeconds } from './rpc.ts';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** Hex SHA-256 of a body, the value of `x-acs-content-sha256`. */
export function contentSha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/**
 * The text an ACS3-HMAC-SHA256 signature covers: the algorithm and the hash of the canonical request
 * (blink-openapi-notes.md, section 3.3).
 * @param signedHeaders lower-case names; `x-acs-content-sha256` has to be the hash of the body that was received
 */
export function acs3StringToSign(request: Signable, signedHeaders: readonly string[]): string {
  const names = [...signedHeaders].sort();
  const lines = names.map(name => `${name}:${(request.headers[name] ?? '').trim()}\n`).join('');
  const canonical = [
    request.method,
    request.path,
    encodeQuery(request.query),
    lines,
    names.join(';'),
    request.headers['x-acs-content-sha256'] ?? '',
  ].join('\n');
  return `${ALGORITHM}\n${contentSha256(canonical)}`;
}

/** Hex HMAC-SHA256 with the bare secret. */
export function acs3Signature(stringToSign: string, accessKeySecret: string): string {
  return createHmac('sha256', accessKeySecret).update(stringToSign, 'utf8').digest('hex');
}

/** Signs as the newest SDK generation does. `request.headers` must hold `host`. */
export function signAcs3(request: Unsigned, credentials: Credentials, stamp: Stamp): Signed {
  const headers: Record<string, string> = {
    ...request.headers,
    'x-acs-date': isoSeconds(stamp.date),
    'x-acs-content-sha256': contentSha256(request.body),
    'x-acs-signature-nonce': stamp.nonce,
  };
  if (credentials.securityToken !== undefined) {
    headers['x-acs-accesskey-id'] = credentials.accessKeyId;
    headers['x-acs-security-token'] = credentials.securityToken;
  }
  const names = Object.keys(headers)
    .filter(name => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort();
  const stringToSign = acs3StringToSign({ ...request, headers }, names);
  const signature = acs3Signature(stringToSign, credentials.accessKeySecret);
  const authorization = [
    `${ALGORITHM} Credential=${credentials.accessKeyId}`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${signature}`,
  ].join(',');
  return { headers: { ...headers, authorization }, query: request.query };
}

export interface Acs3Authorization {
  readonly accessKeyId: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Takes the parts of an ACS3 Authorization header; undefined when the header is of another form. */
export function parseAcs3Authorization(header: string): Acs3Authorization | undefined {
  const match =
    /^ACS3-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/.exec(
      header,
    );
  const [, accessKeyId, names, signature] = match ?? [];
  if (!accessKeyId || !names || !signature) return undefined;
  return { accessKeyId, signedHeaders: names.split(';'), signature };
}

import { createHmac } from 'node:crypto';
import { encodeQuery, percentEncode } from './percentEncode.ts';
import type { Credentials, Signed, Stamp, Unsigned } from './request.ts';

/**
 * The text a query (RPC) signature covers: the method and all query parameters but `Signature`; neither the path
 * nor the body (blink-openapi-notes.md, section 3.1).
 */
export function rpcStringToSign(method: string, query: Readonly<Record<string, string>>): string {
  const signed = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'Signature'));
  return `${method}&%2F&${percentEncode(encodeQuery(signed))}`;
}

/** Base64 HMAC-SHA1 with the secret and a trailing `&`. */
export function rpcSignature(stringToSign: string, accessKeySecret: string): string {
  return createHmac('sha1', `${accessKeySecret}&`).update(stringToSign, 'utf8').digest('base64');
}

/** UTC to the second, `YYYY-MM-DDThh:mm:ssZ`. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Signs with query parameters: the scheme in the text of both editions. */
export function signRpc(request: Unsigned, credentials: Credentials, stamp: Stamp): Signed {
  const query: Record<string, string> = {
    ...request.query,
    Format: 'JSON',
    AccessKeyId: credentials.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: stamp.nonce,
    Timestamp: isoSeconds(stamp.date),
  };
  const version = request.headers['x-acs-version'];
  const action = request.headers['x-acs-action'];
  if (version !== undefined) query['Version'] = version;
  if (action !== undefined) query['Action'] = action;
  if (credentials.securityToken !== undefined) query['SecurityToken'] = credentials.securityToken;
  const signature = rpcSignature(rpcStringToSign(request.method, query), credentials.accessKeySecret);
  return { headers: request.headers, query: { ...query, Signature: signature } };
}

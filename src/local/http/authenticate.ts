import { timingSafeEqual } from 'node:crypto';
import { API_VERSION } from '../../services/foas/operations.ts';
import {
  acs3Signature,
  acs3StringToSign,
  contentSha256,
  parseAcs3Authorization,
} from '../../services/foas/sign/acs3.ts';
import {
  contentMd5,
  parseRoaAuthorization,
  roaSignature,
  roaStringToSign,
} from '../../services/foas/sign/roa.ts';
import { rpcSignature, rpcStringToSign } from '../../services/foas/sign/rpc.ts';
import type { Clock } from '../clock.ts';
import { ApiError } from '../errors.ts';
import { Nonces } from './nonces.ts';
import type { WireRequest } from './wire.ts';

/** ms that a time stamp may be off (blink-openapi.json, limits.clockSkewMinutes). */
const WINDOW = 15 * 60_000;
/** ms that a nonce has to be remembered: signed as far ahead as is allowed, a request stays good for that long. */
export const NONCE_WINDOW = 2 * WINDOW;

export interface AuthenticatorOptions {
  /** Used nonces; by default those of this life alone. */
  readonly nonces?: Nonces;
  /** Epoch ms: of what was signed before it is not known whether it was used. */
  readonly notBefore?: number;
}

export interface KeyPair {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** What a request says about itself, whichever way it was signed. */
interface Claim {
  readonly accessKeyId: string;
  readonly signature: string;
  readonly time: string | undefined;
  readonly nonce: string | undefined;
  readonly securityToken: string | undefined;
  /** The texts the signature may cover, the likeliest first. */
  readonly stringsToSign: readonly string[];
  readonly sign: (stringToSign: string, secret: string) => string;
}

const incomplete = (): ApiError =>
  new ApiError('IncompleteSignature', 400, 'The request signature does not conform to Aliyun standards.', {
    recommend:
      'Sign the request with a header "Authorization: acs <id>:<signature>", with ACS3-HMAC-SHA256, or with a query ' +
      'parameter Signature.',
  });

/** Lets those requests through that are signed with the one key pair: notes, section 3. */
export class Authenticator {
  readonly #keys: KeyPair;
  readonly #clock: Clock;
  readonly #nonces: Nonces;
  readonly #notBefore: number;

  constructor(
    keys: KeyPair,
    clock: Clock,
    { nonces = new Nonces(NONCE_WINDOW), notBefore = 0 }: AuthenticatorOptions = {},
  ) {
    this.#keys = keys;
    this.#clock = clock;
    this.#nonces = nonces;
    this.#notBefore = notBefore;
  }

  /** @throws ApiError */
  check(request: WireRequest): void {
    const claim = claimOf(request);
    if (claim.accessKeyId !== this.#keys.accessKeyId) {
      throw new ApiError('InvalidAccessKeyId.NotFound', 404, 'Specified access key is not found.');
    }
    if (claim.accessKeyId.startsWith('STS.') && !claim.securityToken) {
      throw new ApiError('MissingSecurityToken', 400, 'SecurityToken is mandatory for this action.');
    }
    const now = this.#clock.now();
    checkTime(claim.time, now, this.#notBefore);
    checkSignature(claim, this.#keys.accessKeySecret);
    checkContent(request);
    // Last, so that a forged request cannot use up the nonce of a true one.
    if (claim.nonce && !this.#nonces.use(claim.nonce, now)) {
      throw new ApiError('SignatureNonceUsed', 400, 'Specified signature nonce was used already.');
    }
  }
}

/** @throws ApiError InvalidVersion */
export function checkVersion({ query, headers }: WireRequest): void {
  const version = headers['x-acs-version'] ?? query['Version'];
  if (version !== undefined && version !== API_VERSION) {
    throw new ApiError(
      'InvalidVersion',
      400,
      `Specified parameter Version is not valid. It is ${API_VERSION}.`,
    );
  }
}

function claimOf(request: WireRequest): Claim {
  const { authorization } = request.headers;
  if (authorization === undefined) return queryClaim(request);
  const roa = parseRoaAuthorization(authorization);
  if (roa) return headerClaim(request, roa);
  const acs3 = parseAcs3Authorization(authorization);
  if (!acs3) throw incomplete();
  return {
    ...acs3,
    time: request.headers['x-acs-date'],
    nonce: request.headers['x-acs-signature-nonce'],
    securityToken: request.headers['x-acs-security-token'],
    stringsToSign: paths(request).map(path => acs3StringToSign({ ...request, path }, acs3.signedHeaders)),
    sign: acs3Signature,
  };
}

function headerClaim(
  request: WireRequest,
  { accessKeyId, signature }: { readonly accessKeyId: string; readonly signature: string },
): Claim {
  const { headers } = request;
  return {
    accessKeyId,
    signature,
    time: headers['x-acs-date'] ?? headers['date'],
    nonce: headers['x-acs-signature-nonce'],
    securityToken: headers['x-acs-security-token'],
    // SDKs differ in the path (as sent, or decoded) and in an empty query value (`k=` or `k`): notes, section 3.2.
    // Nearly all sign it decoded: that text comes first, for callers that compare it with their own.
    stringsToSign: paths(request)
      .toReversed()
      .flatMap(path => (['k=', 'k'] as const).map(empty => roaStringToSign({ ...request, path }, empty))),
    sign: roaSignature,
  };
}

function queryClaim({ method, query }: WireRequest): Claim {
  const { Signature: signature, AccessKeyId: accessKeyId } = query;
  if (!signature || !accessKeyId) throw incomplete();
  return {
    accessKeyId,
    signature,
    // The worked example of the documentation spells it TimeStamp, its table Timestamp (notes, 17.3).
    time: query['Timestamp'] ?? query['TimeStamp'],
    nonce: query['SignatureNonce'],
    securityToken: query['SecurityToken'],
    stringsToSign: [rpcStringToSign(method, query)],
    sign: rpcSignature,
  };
}

function paths({ path }: WireRequest): string[] {
  try {
    const decoded = decodeURIComponent(path);
    return decoded === path ? [path] : [path, decoded];
  } catch {
    return [path];
  }
}

function checkTime(time: string | undefined, now: number, notBefore: number): void {
  if (time === undefined) throw incomplete();
  const stamp = Date.parse(time);
  if (Number.isNaN(stamp)) {
    throw new ApiError(
      'InvalidTimeStamp.Format',
      400,
      'Specified time stamp or date value is not well formatted.',
    );
  }
  if (Math.abs(stamp - now) > WINDOW || stamp < notBefore) {
    throw new ApiError('InvalidTimeStamp.Expired', 400, 'Specified time stamp or date value is expired.', {
      recommend: `The service's time is ${new Date(now).toISOString()}.`,
    });
  }
}

function checkSignature({ stringsToSign, sign, signature }: Claim, secret: string): void {
  if (stringsToSign.some(text => isSame(sign(text, secret), signature))) return;
  // The server's own text is the best help there is; the real gateway sends it too. It holds no secret.
  throw new ApiError(
    'SignatureDoesNotMatch',
    400,
    'Specified signature is not matched with our calculation. ' +
      `server string to sign is:${stringsToSign[0] ?? ''}`,
  );
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The signature covers a hash of the body; only this makes it cover the body. */
function checkContent({ headers, body }: WireRequest): void {
  const md5 = headers['content-md5'];
  const sha256 = headers['x-acs-content-sha256'];
  if ((md5 && md5 !== contentMd5(body)) || (sha256 && sha256 !== contentSha256(body))) {
    throw new ApiError(
      'ContentMD5NotMatched',
      400,
      'Specified Content-MD5 is not matched with our calculation.',
    );
  }
}

/** Why no answer came. `invalid` is a request that is refused before anything is sent. */
export type HttpErrorKind = 'network' | 'timeout' | 'aborted' | 'tls' | 'proxy' | 'invalid' | 'server';

export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly kind: HttpErrorKind;
  /** The system's code, for example ECONNREFUSED or CERT_HAS_EXPIRED. */
  readonly code: string | undefined;

  constructor(kind: HttpErrorKind, message: string, code?: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

const TLS_CODE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|EPROTO)/;
/** Failures to reach the first host of a way: with a proxy in use, that is the proxy. */
const CONNECT_CODE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Says what a failed exchange means. Only the system's code and our own words are used: library messages may
 * quote what was sent.
 * @param host the service's host; @param proxy the proxy's host when one was used
 */
export function explainFailure(error: unknown, host: string, proxy: string | undefined): HttpError {
  if (error instanceof HttpError) return error;
  const codes = codesOf(error);
  const code = codes[0];
  const tls = codes.find(each => TLS_CODE.test(each));
  if (tls !== undefined) {
    return new HttpError(
      'tls',
      `The certificate of ${host} is not trusted (${tls}). Add its authority to the system's certificates, or see http.systemCertificates and http.proxyStrictSSL.`,
      tls,
    );
  }
  const refusal = proxyStatus(error);
  if (proxy !== undefined && refusal !== undefined) {
    const advice = refusal === '407' ? 'It asks for a user name and a password.' : `It answered ${refusal}.`;
    return new HttpError(
      'proxy',
      `The proxy ${proxy} did not let the connection to ${host} through. ${advice}`,
      refusal,
    );
  }
  const connect = codes.find(each => CONNECT_CODE.test(each));
  if (proxy !== undefined && connect !== undefined) {
    return new HttpError(
      'proxy',
      `The proxy ${proxy} cannot be reached (${connect}). Check http.proxy and HTTPS_PROXY.`,
      connect,
    );
  }
  const detail = code === undefined ? '' : ` (${code})`;
  if (connect !== undefined) {
    return new HttpError(
      'network',
      `${host} cannot be reached (${connect}). Check the network, the endpoint and the proxy settings.`,
      connect,
    );
  }
  return new HttpError('network', `The connection to ${host} broke${detail}.`, code);
}

/** Codes of an error, its causes and the parts of an AggregateError, outermost first. */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [...own, ...[error.cause, ...parts].flatMap(part => codesOf(part, depth + 1))];
}

/** The status with which a proxy refused a tunnel; undici has it in the message alone. */
function proxyStatus(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return /Proxy response \((\d+)\)/.exec(error.message)?.[1] ?? proxyStatus(error.cause);
}

/** Causes that say: no connection was made, so nothing was sent (Node's and undici's codes). */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Gateways answer with these when the service behind them may still be at work. */
const GATEWAY_STATUS = new Set([502, 504]);

/**
 * Whether a write that failed with `error` may have been done all the same. Then it must not be repeated: what has
 * become of it has to be read.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!(error instanceof Error) || !('kind' in error)) return false;
  if (error.kind === 'timeout' || error.kind === 'network' || error.kind === 'aborted') {
    return !causes(error).some(code => NOT_SENT.has(code));
  }
  return 'status' in error && typeof error.status === 'number' && GATEWAY_STATUS.has(error.status);
}

function causes(error: Error): string[] {
  const codes: string[] = [];
  for (let at: unknown = error; at instanceof Error && codes.length < 8; at = at.cause) {
    codes.push('code' in at && typeof at.code === 'string' ? at.code : '');
  }
  return codes;
}

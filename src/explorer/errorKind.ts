/** What kept rows from being read, as far as it decides their look. */
export type ErrorLook = 'offline' | 'denied' | 'setup' | 'failed';

const OFFLINE = new Set(['network', 'timeout', 'proxy', 'tls']);
const DENIED = new Set(['denied', 'signature']);

/** @param error a ServiceError, a ConnectionError (no kind: the connection itself is not ready), or anything */
export function errorLook(error: unknown): ErrorLook {
  const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
  if (typeof kind === 'string' && OFFLINE.has(kind)) return 'offline';
  if (typeof kind === 'string' && DENIED.has(kind)) return 'denied';
  return error instanceof Error && error.name === 'ConnectionError' ? 'setup' : 'failed';
}

import { errorText } from '../platform/errorText.ts';
import { remediesOf } from '../platform/failure.ts';
import { isServiceError, type ErrorKind } from '../services/serviceError.ts';
import type { Failure } from '../webviews/instance/messages.ts';

const KINDS: Readonly<Partial<Record<ErrorKind, Failure['kind']>>> = {
  denied: 'denied',
  signature: 'denied',
  network: 'offline',
  timeout: 'offline',
  tls: 'offline',
  proxy: 'offline',
  throttled: 'busy',
  'not-found': 'missing',
};

/** An error as the panel tells it: without keys, with what to do about it. */
export function failureOf(error: unknown, time: number): Failure {
  return {
    kind: (isServiceError(error) ? KINDS[error.kind] : undefined) ?? 'other',
    message: errorText(error),
    canEditConnection: remediesOf(error).includes('editConnection'),
    time,
  };
}

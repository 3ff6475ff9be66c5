import { isServiceError, type ErrorKind } from '../services/serviceError.ts';

/** True for what is no fault: the user, or the end of the window, called the work off. */
export function isCancellation(error: unknown): boolean {
  if (isServiceError(error)) return error.kind === 'aborted';
  // `Canceled` is the name of vscode.CancellationError.
  return error instanceof Error && (error.name === 'Canceled' || error.name === 'AbortError');
}

/** What a user can usefully do about an error, beside reading it. */
export type Remedy = 'retry' | 'editConnection' | 'showLog';

const REMEDIES: Readonly<Record<ErrorKind, readonly Remedy[]>> = {
  signature: ['editConnection'],
  'clock-skew': ['retry'],
  denied: ['editConnection'],
  network: ['retry', 'editConnection'],
  timeout: ['retry'],
  tls: ['editConnection'],
  proxy: ['retry'],
  throttled: ['retry'],
  server: ['retry', 'showLog'],
  'not-found': [],
  conflict: [],
  invalid: [],
  aborted: [],
};

/** The remedies that fit an error; for one we know nothing about, the log. */
export function remediesOf(error: unknown): readonly Remedy[] {
  return isServiceError(error) ? REMEDIES[error.kind] : ['showLog'];
}

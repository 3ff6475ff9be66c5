export const ERROR_KINDS = [
  /** The keys are accepted, but not for this operation or object. */
  'denied',
  'not-found',
  /** The state of things does not allow it, for example a job that still runs. */
  'conflict',
  'throttled',
  /** The request itself is wrong: a parameter, or a job whose code does not compile. */
  'invalid',
  /** The keys are not accepted: wrong id, secret or token. */
  'signature',
  'clock-skew',
  'network',
  'timeout',
  'aborted',
  'tls',
  'proxy',
  /** The service failed, or its answer could not be understood. */
  'server',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** With these nothing was written: the service said no, or was never reached. Any other kind leaves it open. */
const NOTHING_WRITTEN: ReadonlySet<ErrorKind> = new Set([
  'denied',
  'not-found',
  'conflict',
  'throttled',
  'invalid',
  'signature',
  'clock-skew',
  'tls',
]);

export interface ServiceErrorDetails {
  readonly operation: string;
  readonly kind: ErrorKind;
  /** HTTP status; absent when no answer came. */
  readonly status?: number | undefined;
  /** The service's code, or the system's for a failed connection (ECONNREFUSED ...). */
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  /** The service's own advice, often an address. */
  readonly recommend?: string | undefined;
  /** The same call may succeed later without a change. */
  readonly retryable?: boolean;
  /** Seconds this computer's clock is ahead of the service's; with kind `clock-skew`. */
  readonly skewSeconds?: number | undefined;
}

/** The one error of every service call. It never carries a key, token, secret or signature. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly operation: string;
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly recommend: string | undefined;
  readonly retryable: boolean;
  readonly skewSeconds: number | undefined;

  constructor(message: string, details: ServiceErrorDetails) {
    super(message);
    this.operation = details.operation;
    this.kind = details.kind;
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.recommend = details.recommend;
    this.retryable = details.retryable ?? false;
    this.skewSeconds = details.skewSeconds;
  }
}

export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof ServiceError;
}

/** Whether a write that failed with `error` surely left everything as it was. */
export function wroteNothing(error: unknown): boolean {
  return isServiceError(error) && NOTHING_WRITTEN.has(error.kind);
}

import { ApiError } from '../errors.ts';

/** A disturbance to order, for tests of what users see when the service is slow or fails. */
export interface Fault {
  /** Operation name, `*` for every operation. */
  readonly operation: string;
  /** ms to wait before the request is looked at. */
  readonly delayMs?: number;
  /** HTTP status to answer with in place of the operation. */
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Seconds, for the header Retry-After. */
  readonly retryAfter?: number;
  /** How many requests it meets; absent: all until it is taken away. */
  readonly times?: number;
  /** The operation is carried out first: the caller does not learn what has become of it. */
  readonly after?: boolean;
}

const MEMBERS: Readonly<Record<keyof Fault, 'string' | 'number' | 'boolean'>> = {
  operation: 'string',
  delayMs: 'number',
  status: 'number',
  code: 'string',
  message: 'string',
  retryAfter: 'number',
  times: 'number',
  after: 'boolean',
};

export function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null || !('operation' in value)) return false;
  const isKnown = Object.entries(value).every(
    ([name, item]) => Object.hasOwn(MEMBERS, name) && typeof item === MEMBERS[name as keyof Fault],
  );
  const { status = 500 } = value as { readonly status?: number };
  return isKnown && Number.isInteger(status) && status >= 400 && status <= 599;
}

/** The faults in force. */
export class Faults {
  #rules: { fault: Fault; left: number }[] = [];

  replace(faults: readonly Fault[]): void {
    this.#rules = faults.map(fault => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  }

  /** Waits or fails as ordered for this operation. @throws ApiError */
  async meet(operation: string, moment: 'before' | 'after'): Promise<void> {
    const rule = this.#rules.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.operation === '*' || fault.operation === operation) &&
        (fault.after ?? false) === (moment === 'after'),
    );
    if (!rule) return;
    rule.left -= 1;
    const { delayMs, status, code, message, retryAfter } = rule.fault;
    if (delayMs !== undefined) await new Promise(resolve => setTimeout(resolve, delayMs));
    if (status === undefined) return;
    throw new ApiError(
      code ?? (status === 429 ? 'Throttling.User' : status === 503 ? 'ServiceUnavailable' : 'InternalError'),
      status,
      message ?? 'This failure was ordered.',
      retryAfter === undefined ? {} : { retryAfter },
    );
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Time and chance, injectable so that tests neither wait nor guess. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Rejects when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
  random: Math.random,
};

export interface RetryPolicy {
  /** Calls in total, the first one included. */
  readonly attempts: number;
  /** The longest first wait, ms; it doubles with each attempt. */
  readonly baseMs: number;
  readonly capMs: number;
  /** A server's Retry-After is honoured up to this, ms. */
  readonly retryAfterCapMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 4, baseMs: 200, capMs: 4_000, retryAfterCapMs: 10_000 };

/**
 * Keeps a failing service from being asked four times as often: a retry costs one token, a success gives back a
 * tenth, and without tokens the first error stands.
 */
export class RetryBudget {
  readonly #capacity: number;
  #tokens: number;

  constructor(capacity = 10) {
    this.#capacity = capacity;
    this.#tokens = capacity;
  }

  /** True, and one token less, when a retry may be made. */
  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  succeeded(): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + 0.1);
  }
}

/**
 * How long to wait before the next attempt, ms: full jitter below an exponential bound, and never less than what
 * the server asked for.
 * @param attempt number of attempts made so far, from 1
 * @param retryAfterMs what the server asked for, if it did
 */
export function retryDelay(
  policy: RetryPolicy,
  attempt: number,
  retryAfterMs: number,
  random: number,
): number {
  const bound = Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  return Math.max(Math.min(retryAfterMs, policy.retryAfterCapMs), random * bound);
}

/** Reads a Retry-After header (seconds, or an HTTP date) as ms from now; 0 when absent or unreadable. */
export function retryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

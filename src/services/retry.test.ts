import { describe, expect, it } from 'vitest';
import { DEFAULT_RETRY, RetryBudget, retryAfter, retryDelay } from './retry.ts';

describe('retry', () => {
  it('waits a random part of a bound that doubles up to its cap', () => {
    const bounds = [1, 2, 3, 9].map(attempt => retryDelay(DEFAULT_RETRY, attempt, 0, 0.5));
    expect(bounds).toEqual([100, 200, 400, 2_000]);
    expect(retryDelay(DEFAULT_RETRY, 3, 0, 0)).toBe(0);
  });

  it('waits at least what the server asks for, and at most the cap', () => {
    expect(retryDelay(DEFAULT_RETRY, 1, 3_000, 0.5)).toBe(3_000);
    expect(retryDelay(DEFAULT_RETRY, 1, 3_600_000, 0.5)).toBe(10_000);
  });

  it('reads both forms of Retry-After', () => {
    const now = Date.parse('2024-01-01T00:00:00Z');
    expect(retryAfter('7', now)).toBe(7_000);
    expect(retryAfter('Mon, 01 Jan 2024 00:00:05 GMT', now)).toBe(5_000);
    expect(retryAfter('Sun, 31 Dec 2023 00:00:00 GMT', now)).toBe(0);
    expect(retryAfter('soon', now)).toBe(0);
    expect(retryAfter(undefined, now)).toBe(0);
  });

  it('ends retries when the budget is spent, and earns it back by successes', () => {
    const budget = new RetryBudget(2);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    for (let i = 0; i < 9; i++) budget.succeeded();
    expect(budget.take()).toBe(false);
    budget.succeeded();
    budget.succeeded();
    expect(budget.take()).toBe(true);
  });
});

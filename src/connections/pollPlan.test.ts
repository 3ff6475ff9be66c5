import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_BACK_OFF, PollPlan, QUICK_INTERVAL, QUICK_PERIOD } from './pollPlan.ts';

const focused = { interval: 5_000, focused: true };

function planOf(keys: string[], random = () => 0) {
  const plan = new PollPlan(focused, random);
  plan.setKeys(new Set(keys));
  return plan;
}

describe('PollPlan', () => {
  it('has nothing to do when nothing is watched', () => {
    const plan = planOf([]);
    expect(plan.nextAt()).toBeUndefined();
    expect(plan.due(1e12)).toEqual([]);
  });

  it('asks for a new project at once, then at the interval', () => {
    const plan = planOf(['a']);
    expect(plan.due(1_000)).toEqual(['a']);
    plan.succeeded('a', 1_000);
    expect(plan.nextAt()).toBe(6_000);
    expect(plan.due(5_999)).toEqual([]);
    expect(plan.due(6_000)).toEqual(['a']);
  });

  it('slows down six times without the focus, and catches up when the focus comes back', () => {
    const plan = planOf(['a']);
    plan.succeeded('a', 1_000);
    plan.pace = { ...focused, focused: false };
    expect(plan.nextAt()).toBe(31_000);
    plan.pace = focused;
    expect(plan.due(6_000)).toEqual(['a']);
  });

  it('keeps the place of projects that stay watched', () => {
    const plan = planOf(['a']);
    plan.succeeded('a', 1_000);
    plan.setKeys(new Set(['a', 'b']));
    expect(plan.due(2_000)).toEqual(['b']);
    plan.setKeys(new Set(['a']));
    expect(plan.nextAt()).toBe(6_000);
  });

  it('is due again when what is watched in a project changed, unless it fails', () => {
    const plan = planOf(['a']);
    plan.succeeded('a', 1_000);
    plan.touch('a');
    expect(plan.due(1_001)).toEqual(['a']);
    plan.failed('a', 1_002);
    plan.touch('a');
    expect(plan.due(1_003)).toEqual([]);
  });

  it('hurries after a request: at once, then every second for 20 s, also without the focus', () => {
    const plan = planOf(['a']);
    plan.pace = { ...focused, focused: false };
    plan.succeeded('a', 1_000);
    plan.hurry('a', 2_000);
    expect(plan.due(2_000)).toEqual(['a']);
    plan.succeeded('a', 2_100);
    expect(plan.nextAt()).toBe(2_100 + QUICK_INTERVAL);
    plan.succeeded('a', 2_000 + QUICK_PERIOD);
    expect(plan.nextAt()).toBe(2_000 + QUICK_PERIOD + 30_000);
  });

  it('backs off twice as long after each failure, up to two minutes, and forgets it on success', () => {
    const plan = planOf(['a'], () => 0.5);
    const waits = [1, 2, 3, 4, 5, 6].map(() => {
      plan.failed('a', 0);
      return plan.nextAt();
    });
    expect(waits).toEqual([7_500, 15_000, 30_000, 60_000, 90_000, 90_000]);
    plan.succeeded('a', 0);
    expect(plan.nextAt()).toBe(5_000);
  });

  it('lets a failing project not slow the others down', () => {
    const plan = planOf(['a', 'b']);
    for (let round = 0; round < 8; round++) plan.failed('a', 1_000);
    plan.succeeded('b', 1_000);
    expect(plan.due(6_000)).toEqual(['b']);
  });

  it('does not take an answer for fresh that was asked for before a request', () => {
    const plan = planOf(['a']);
    const ticket = plan.ticketOf('a');
    plan.hurry('a', 1_000);
    plan.succeeded('a', 1_100, ticket);
    expect(plan.due(1_100)).toEqual(['a']);
  });

  it('forgives on request', () => {
    const plan = planOf(['a']);
    plan.failed('a', 1_000);
    plan.forgive();
    expect(plan.due(1_001)).toEqual(['a']);
  });

  it('backs off between half and whole of the time, never over the limit, never below the interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const plan = planOf(['a'], () => random);
          for (let round = 0; round < failures; round++) plan.failed('a', 0);
          const wait = plan.nextAt() ?? NaN;
          expect(wait).toBeGreaterThanOrEqual(focused.interval);
          expect(wait).toBeLessThanOrEqual(LONGEST_BACK_OFF);
        },
      ),
    );
  });
});

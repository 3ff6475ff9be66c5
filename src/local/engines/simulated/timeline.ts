import { LIVE, type InstanceState } from '../../../services/model.ts';
import { parseMemory } from './memory.ts';

/** From `at` (epoch ms) on the run is in `state`. Phases may lie in the future: that is how a state "comes later". */
export interface Phase {
  readonly at: number;
  readonly state: InstanceState;
}

/** A stretch of processing, `to` excluded; epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Ascending by time, never empty. */
export type Timeline = readonly [Phase, ...Phase[]];

export function parseTimeline(memory: string): Timeline {
  return parseMemory(memory).phases;
}

/** The phase that holds at `time`; the first one before anything has begun. */
export function phaseAt(timeline: Timeline, time: number): Phase {
  return timeline.findLast(({ at }) => at <= time) ?? timeline[0];
}

/** What happens from `now` on is replaced by `next`. */
export function redirect(timeline: Timeline, now: number, next: Phase): Timeline {
  const [first, ...rest] = timeline;
  return [first, ...rest.filter(({ at }) => at <= now), next];
}

/** The stretches in which the run was RUNNING, up to `now`. */
export function runningStretches(timeline: Timeline, now: number): Stretch[] {
  return timeline.flatMap(({ at, state }, index) => {
    const to = Math.min(timeline[index + 1]?.at ?? now, now);
    return state === 'RUNNING' && at < to ? [{ from: at, to }] : [];
  });
}

/** When the run ended, if it has; a paused run has not. */
export function endOf(timeline: Timeline, now: number): number | undefined {
  const { state, at } = phaseAt(timeline, now);
  return LIVE.has(state) ? undefined : at;
}

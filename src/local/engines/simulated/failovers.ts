import type { Profile } from './profile.ts';
import { chance } from './random.ts';
import type { Stretch } from './timeline.ts';

/** ms; in every slot of this length there is at most one failover. */
const SLOT = 29 * 60_000;
/** ms that a run is left in peace after it began. */
const GRACE = 3 * 60_000;
/** ms without processing. */
export const OUTAGE = 15_000;

function failoverOfSlot(profile: Profile, slot: number): number | undefined {
  if (chance(profile.seed, slot, 101) >= profile.failoverChance) return undefined;
  return Math.floor((slot + chance(profile.seed, slot, 102)) * SLOT);
}

/** Moments (epoch ms, ascending) at which the job failed over between `from` and `to` while it was running. */
export function failovers(
  profile: Profile,
  stretches: readonly Stretch[],
  from: number,
  to: number,
): number[] {
  const found: number[] = [];
  for (let slot = Math.floor(from / SLOT); slot <= Math.floor(to / SLOT); slot++) {
    const time = failoverOfSlot(profile, slot);
    if (time === undefined || time < from || time > to) continue;
    if (stretches.some(stretch => stretch.from + GRACE <= time && time < stretch.to)) found.push(time);
  }
  return found;
}

/** The latest failover not after `now`, looking back no farther than a week. */
export function lastFailover(
  profile: Profile,
  stretches: readonly Stretch[],
  now: number,
): number | undefined {
  const first = stretches[0]?.from ?? now;
  for (let to = now; to >= first && to > now - 7 * 86_400_000; to -= SLOT) {
    const last = failovers(profile, stretches, Math.max(first, to - SLOT), to).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

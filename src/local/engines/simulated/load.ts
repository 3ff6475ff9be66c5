import { failovers, OUTAGE } from './failovers.ts';
import type { Profile } from './profile.ts';
import { chance, noise } from './random.ts';
import type { Stretch } from './timeline.ts';

const DAY = 86_400_000;
/** ms in which a job works off what piled up while it stood still. */
const CATCH_UP = 60_000;
/** ms that a job with no run before it lags behind at first: the reading of a fresh backlog. */
const FIRST_LAG = 8_000;
/** How far back from a moment a failover still shows. */
const ECHO = 3 * 60_000;

/** What a job does at one moment, from which every metric is derived. */
export interface Moment {
  readonly time: number;
  readonly profile: Profile;
  /** ms since this stretch of processing began. */
  readonly age: number;
  /** Records per second read from the sources. */
  readonly inRate: number;
  /** Records per second that were parsed, at most what was read. */
  readonly parsedRate: number;
  /** Records per second written to the sinks, at most what was parsed. */
  readonly outRate: number;
  /** Share of what the job can do that it has to do; above 1 it falls behind. */
  readonly utilisation: number;
  /** ms by which the results are late. */
  readonly delay: number;
  /** Failovers per second, seen over a minute. */
  readonly failoverRate: number;
}

/** Records per second that arrive at the sources: waves over the day, with noise of minutes and of seconds on it. */
function arrivals({ seed, rate, phase }: Profile, time: number): number {
  const wave = 1 + 0.45 * Math.sin(2 * Math.PI * (time / DAY + phase)) + 0.1 * Math.sin(time / 420_000);
  return rate * wave * (0.85 + 0.3 * noise(seed, time, 60_000)) * (0.96 + 0.08 * noise(seed, time, 7_000));
}

/**
 * @param stretches when the job was processing, ascending, over all its runs
 * @returns undefined when the job did not run at `time`
 */
export function momentAt(profile: Profile, stretches: readonly Stretch[], time: number): Moment | undefined {
  const index = stretches.findLastIndex(({ from, to }) => from <= time && time <= to);
  const stretch = stretches[index];
  if (!stretch) return undefined;
  const age = time - stretch.from;
  const before = stretches[index - 1];
  const stoodStill = before ? Math.min(stretch.from - before.to, 10 * 60_000) : FIRST_LAG;

  const echoes = failovers(profile, stretches, Math.max(stretch.from, time - ECHO), time);
  const isDown = echoes.some(failed => time - failed < OUTAGE);
  const catchingUp =
    0.5 * Math.exp(-age / CATCH_UP) +
    sum(echoes.map(failed => 0.6 * Math.exp(-Math.max(0, time - failed - OUTAGE) / CATCH_UP)));
  const arriving = arrivals(profile, time);
  const warmUp = Math.min(1, (age + 1_000) / 10_000);
  const inRate = isDown ? 0 : arriving * warmUp * (1 + catchingUp);
  const parsedRate = inRate * (0.985 + 0.015 * noise(`${profile.seed}#parsed`, time, 30_000));
  const outRate = parsedRate * profile.selectivity * (0.9 + 0.1 * noise(`${profile.seed}#out`, time, 20_000));

  const utilisation = arriving / profile.capacity;
  const delay =
    profile.baseDelay *
      (0.8 + 0.4 * noise(`${profile.seed}#delay`, time, 15_000)) *
      (1 + 3 * utilisation ** 4) +
    stoodStill * Math.exp(-age / 25_000) +
    sum(echoes.map(failed => Math.min(time - failed + 2_000, OUTAGE * 1.5) * lateness(time - failed)));
  const failoverRate = echoes.filter(failed => time - failed < 60_000).length / 60;
  return { time, profile, age, inRate, parsedRate, outRate, utilisation, delay, failoverRate };
}

/** How much of the outage still shows in the delay, `ms` after it began. */
function lateness(ms: number): number {
  return ms <= OUTAGE ? 1 : Math.exp(-(ms - OUTAGE) / 30_000);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Noise of a metric around 1: `1 - spread/2` to `1 + spread/2`. */
export function jitter({ profile, time }: Moment, name: string, spread: number, period = 20_000): number {
  return 1 + spread * (noise(`${profile.seed}#${name}`, time, period) - 0.5);
}

/** A whole number of dirty records that has come together so far: it never falls within a stretch. */
export function dirtyRecords({ profile, age }: Moment): number {
  if (chance(profile.seed, 55) < 0.6) return 0;
  return Math.floor(age / (90_000 + 60_000 * chance(profile.seed, 56)));
}

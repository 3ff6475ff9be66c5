import type { WatchedRun } from '../engine.ts';
import { parseMemory } from './memory.ts';
import { between, chance } from './random.ts';

/** The character of a simulated job: everything about it that does not change with time. */
export interface Profile {
  readonly seed: string;
  /** Records per second at the mean of the day. */
  readonly rate: number;
  readonly bytesPerRecord: number;
  /** Share of a day by which the peak of the traffic is shifted. */
  readonly phase: number;
  /** Records per second at which the delay begins to grow. */
  readonly capacity: number;
  /** Records out for one record in, at most 1. */
  readonly selectivity: number;
  /** ms */
  readonly baseDelay: number;
  /** bytes the state grows towards */
  readonly stateSize: number;
  /** Chance of a failover per slot (see failovers.ts). */
  readonly failoverChance: number;
  /** ms between checkpoints. */
  readonly checkpointInterval: number;
}

/** ms; the value of the vendor's own example for `blink.checkpoint.interval.ms` (blink-openapi.json, jobProperties). */
const DEFAULT_CHECKPOINT_INTERVAL = 180_000;

export function profileOf({ project, job, memory }: Pick<WatchedRun, 'project' | 'job' | 'memory'>): Profile {
  const { fails = false, checkpointInterval = DEFAULT_CHECKPOINT_INTERVAL } = parseMemory(memory);
  const seed = `${project}/${job}`;
  const rate = 10 ** between(1.8, 3.8, seed, 1);
  return {
    seed,
    rate,
    bytesPerRecord: between(120, 900, seed, 2),
    phase: chance(seed, 3),
    capacity: rate * between(1.3, 1.6, seed, 4),
    selectivity: between(0.2, 0.95, seed, 5),
    baseDelay: between(250, 1400, seed, 6),
    stateSize: rate * between(20_000, 400_000, seed, 7),
    failoverChance: fails ? 1 : 0.3,
    checkpointInterval,
  };
}

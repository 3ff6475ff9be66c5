import type { RunnableJob } from '../engine.ts';
import type { Timeline } from './timeline.ts';

/** What of a job's code and settings shows while it runs: noted at the start, so that watching needs neither. */
export interface Traits {
  /** The job is there to show failing. */
  readonly fails?: boolean;
  /** ms between checkpoints, where the job says so. */
  readonly checkpointInterval?: number;
}

/** What is remembered of a run. */
export interface Memory extends Traits {
  readonly phases: Timeline;
}

export function parseMemory(memory: string): Memory {
  return JSON.parse(memory) as Memory;
}

export function printMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** A job that names something with `fail` in it. The store knows this word too (migrations.ts). */
const WANTS_TO_FAIL = /fail/i;
const INTERVAL = /^[ \t]*blink\.checkpoint\.interval\.ms\s*[=:]\s*(\d+)/m;

export function traitsOf({ code, properties }: Pick<RunnableJob, 'code' | 'properties'>): Traits {
  const interval = Number(INTERVAL.exec(properties)?.[1] ?? 0);
  return {
    ...(WANTS_TO_FAIL.test(code) ? { fails: true } : {}),
    ...(interval >= 1000 ? { checkpointInterval: interval } : {}),
  };
}

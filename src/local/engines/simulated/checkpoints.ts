import type { WatchedRun } from '../engine.ts';
import type { Moment } from './load.ts';
import { profileOf, type Profile } from './profile.ts';
import { between, chance } from './random.ts';
import { parseTimeline, runningStretches } from './timeline.ts';

export interface Checkpoint {
  /** From 1 within a run. */
  readonly id: number;
  /** Epoch ms. */
  readonly triggered: number;
  /** ms from the trigger to the last acknowledgement. */
  readonly duration: number;
  /** bytes */
  readonly size: number;
  readonly failed: boolean;
}

/** Rows of `history` (blink-openapi.json, embeddedJson.Checkpoints). */
const ROWS = 10;
/** One of so many checkpoints fails. */
const FAILING = 41;
/** Checkpoints that the summary looks at. */
const SUMMED = 1_000;
const SUBTASKS = 6;

/** How many of the first `count` checkpoints failed: told without looking at each, since a run may have had millions. */
function failures(profile: Profile, count: number): number {
  return Math.floor((count + shift(profile)) / FAILING);
}

function shift({ seed }: Profile): number {
  return Math.floor(chance(seed, 77) * FAILING);
}

/** The checkpoint with this number of a stretch that began at `from`. */
function checkpoint(profile: Profile, from: number, id: number): Checkpoint {
  const age = id * profile.checkpointInterval;
  const seed = `${profile.seed}#checkpoint`;
  const triggered = from + age;
  const stamp = Math.floor(triggered / 1000);
  return {
    id,
    triggered,
    duration: Math.min(Math.round(10 ** between(2.3, 3.4, seed, 1, stamp)), profile.checkpointInterval - 1),
    size: Math.round(
      profile.stateSize * (1 - Math.exp(-age / 3_600_000)) * between(0.95, 1.05, seed, 2, stamp),
    ),
    failed: (id + shift(profile)) % FAILING === 0,
  };
}

/** The last checkpoint that was complete at a moment. */
export function checkpointBefore({ profile, time, age }: Moment): Checkpoint | undefined {
  const from = time - age;
  for (let id = Math.floor(age / profile.checkpointInterval); id > 0; id--) {
    const one = checkpoint(profile, from, id);
    if (!one.failed && one.triggered + one.duration <= time) return one;
  }
  return undefined;
}

/** Flink's checkpoint statistics of a run, newest first. */
export function printCheckpoints(run: WatchedRun, now: number): string {
  const profile = profileOf(run);
  const from = runningStretches(parseTimeline(run.memory), now)[0]?.from ?? now;
  const total = Math.floor((now - from) / profile.checkpointInterval);
  const recent = Array.from({ length: Math.min(total, SUMMED) }, (_, index) =>
    checkpoint(profile, from, total - index),
  );
  const done = recent.filter(({ failed, triggered, duration }) => !failed && triggered + duration <= now);
  const failed = failures(profile, total);
  const inProgress = recent.filter(one => !one.failed && !done.includes(one)).length;
  const [last] = done;
  const lastFailed = recent.find(one => one.failed);
  const row = (one: Checkpoint) => printRow(run, one, now, one.id === last?.id);
  return JSON.stringify({
    counts: {
      restored: 0,
      total,
      in_progress: inProgress,
      completed: total - failed - inProgress,
      failed,
    },
    summary: {
      state_size: spread(done.map(({ size }) => size)),
      end_to_end_duration: spread(done.map(({ duration }) => duration)),
      alignment_buffered: spread([]),
    },
    latest: {
      completed: last ? row(last) : null,
      savepoint: null,
      failed: lastFailed ? row(lastFailed) : null,
      restored: null,
    },
    history: recent.slice(0, ROWS).map(row),
  });
}

function printRow(
  run: WatchedRun,
  { id, triggered, duration, size, failed }: Checkpoint,
  now: number,
  isNewest: boolean,
) {
  const isRunning = !failed && triggered + duration > now;
  const status = failed ? 'FAILED' : isRunning ? 'IN_PROGRESS' : 'COMPLETED';
  return {
    '@class': status.toLowerCase(),
    id,
    status,
    is_savepoint: false,
    trigger_timestamp: triggered,
    latest_ack_timestamp: isRunning ? -1 : triggered + duration,
    state_size: size,
    full_state_size: size,
    end_to_end_duration: isRunning ? now - triggered : duration,
    alignment_buffered: 0,
    num_subtasks: SUBTASKS,
    num_acknowledged_subtasks: status === 'COMPLETED' ? SUBTASKS : SUBTASKS - 1,
    tasks: {},
    ...(status === 'COMPLETED' ? { external_path: path(run, id), discarded: !isNewest } : {}),
    ...(failed
      ? {
          failure_timestamp: triggered + duration,
          failure_message: 'Checkpoint expired before completing. (simulated)',
        }
      : {}),
  };
}

function path(run: WatchedRun, id: number): string {
  return `hdfs://simulated/blink_rest_server/root.${run.project}/${run.job}/chk-${id}`;
}

function spread(values: readonly number[]) {
  if (values.length === 0) return { min: 0, max: 0, avg: 0 };
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    min: values.reduce((low, value) => Math.min(low, value)),
    max: values.reduce((high, value) => Math.max(high, value)),
    avg: Math.round(total / values.length),
  };
}

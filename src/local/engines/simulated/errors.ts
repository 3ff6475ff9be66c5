import type { WatchedRun } from '../engine.ts';
import { failovers, lastFailover } from './failovers.ts';
import { hex, chance } from './random.ts';
import { profileOf } from './profile.ts';
import { parseTimeline, phaseAt, runningStretches } from './timeline.ts';

/** Rows of all-exceptions, as many as Flink keeps. */
const ROWS = 20;

const CAUSES = [
  'org.apache.flink.runtime.io.network.netty.exception.RemoteTransportException: Connection unexpectedly closed by remote task manager. (simulated)',
  'java.util.concurrent.TimeoutException: Heartbeat of TaskManager timed out. (simulated)',
  'org.apache.flink.streaming.runtime.tasks.AsynchronousException: Could not materialize checkpoint. (simulated)',
  'com.alibaba.blink.connectors.exception.WriteException: Batch write to the sink failed, retries exhausted. (simulated)',
] as const;

export interface Failure {
  /** Epoch ms. */
  readonly time: number;
  readonly message: string;
}

function failureAt(run: WatchedRun, time: number): Failure {
  const cause = Math.floor(chance(profileOf(run).seed, Math.floor(time / 1000), 7) * CAUSES.length);
  return { time, message: CAUSES[cause] ?? CAUSES[0] };
}

/** The last failure of a run, a failed end included. */
export function lastFailure(run: WatchedRun, now: number): Failure | undefined {
  const timeline = parseTimeline(run.memory);
  const { state, at } = phaseAt(timeline, now);
  if (state === 'FAILED') return failureAt(run, at);
  const time = lastFailover(profileOf(run), runningStretches(timeline, now), now);
  return time === undefined ? undefined : failureAt(run, time);
}

/** blink-openapi.json, embeddedJson.Exceptions; blink-runtime-json.md, section 5. Newest first. */
export function printExceptions(run: WatchedRun, now: number): string {
  const last = lastFailure(run, now);
  if (!last) {
    return JSON.stringify({
      'root-exception': null,
      timestamp: null,
      'all-exceptions': [],
      truncated: false,
    });
  }
  const stretches = runningStretches(parseTimeline(run.memory), now);
  const from = Math.max(stretches[0]?.from ?? now, now - 7 * 86_400_000);
  const times = failovers(profileOf(run), stretches, from, now).reverse();
  const failures = times.length > 0 ? times.map(time => failureAt(run, time)) : [last];
  return JSON.stringify({
    'root-exception': stackOf(last),
    timestamp: last.time,
    'all-exceptions': failures.slice(0, ROWS).map((failure, index) => ({
      exception: stackOf(failure),
      task: 'Source: simulated (1/1)',
      location: 'simulated-worker-1:39001',
      timestamp: failure.time,
      'vertex-id': hex(32, `${run.project}/${run.job}#1`),
      'subtask-index': 0,
      'attempt-num': failures.length - index,
    })),
    truncated: failures.length > ROWS,
  });
}

function stackOf({ message }: Failure): string {
  return (
    `${message}\n\tat org.apache.flink.streaming.runtime.tasks.StreamTask.invoke(StreamTask.java:300)` +
    '\n\tat org.apache.flink.runtime.taskmanager.Task.run(Task.java:711)\n\tat java.lang.Thread.run(Thread.java:834)'
  );
}

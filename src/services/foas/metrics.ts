import type { JobName, MetricQuery, MetricSeries, ProjectName } from '../model.ts';
import type { Reply } from './operations.ts';
import { compact } from './mapping/compact.ts';

/** How far back the service answers, ms (blink-openapi-notes.md, section 11). */
export const METRIC_WINDOW_MS = 2 * 3600 * 1000;
/** The service measures the two hours with its own clock: stay this far inside, ms. */
const WINDOW_MARGIN_MS = 30_000;
/** A small interval over a long window makes the call time out. */
const MAX_POINTS = 720;

/** Names a query may use (blink-openapi.json `metrics`; `niagara_seek.meam` is spelt so in both editions). */
export const METRIC_NAMES: readonly string[] = [
  'delay',
  'fetched_delay',
  'no_data_delay',
  'task_failover.rate',
  'tps.rate',
  'sink.outTps.rate',
  'parserTps.rate',
  'inBps.rate',
  'parserSkipCount',
  'lastCheckpointDuration',
  'lastCheckpointSize',
  'checkpointAlignmentTime',
  'checkpoints',
  'rocksdb_get.mean',
  'rocksdb_put.mean',
  'niagara_seek.meam',
  'rocksdb_seek.mean',
  'state.state_size',
  'state.state_newsize',
  'Status.JVM.GarbageCollector.ConcurrentMarkSweep.Time',
  'Status.JVM.GarbageCollector.ConcurrentMarkSweep.Count',
  'watermarkLatency',
  'lateRecordsDroppedRate',
  'numLateRecordsDropped',
  'input.tt.readLatency',
  'numRecordsInPerSecond.rate',
  'numRecordsOutPerSecond.rate',
  'buffers.inPoolUsage',
  'buffers.outPoolUsage',
  'taskLatency.sum',
  'waitOutput.sum',
  'taskLatency.histogram.mean',
  'waitOutput.histogram.mean',
  'waitInput.histogram.mean',
  'partitionLatency.mean',
  'Status.JVM.Memory.Process.rss',
  'Status.JVM.CPU.Usage',
  'Status.JVM.Memory.Heap.Used',
  'Status.JVM.Memory.NonHeap.Used',
  'Status.JVM.Threads.Count',
];

/**
 * The `metricJson` text of a query, or undefined when nothing of its time range can be asked for.
 * @param now epoch ms
 */
export function metricJson(
  project: ProjectName,
  job: JobName,
  query: MetricQuery,
  now: number,
): string | undefined {
  const end = Math.floor(Math.min(query.end, now));
  const start = Math.ceil(Math.max(query.start, now - METRIC_WINDOW_MS + WINDOW_MARGIN_MS));
  if (start >= end || query.metrics.length === 0) return undefined;
  const step = Math.max(1, Math.round(query.step), Math.ceil((end - start) / 1000 / MAX_POINTS));
  return JSON.stringify({
    start,
    end,
    limit: 'avg:sample:50',
    queries: query.metrics.map(metric => ({
      metric: prefixOf(project, job) + metric,
      downsample: `${step}s-avg`,
      granularity: `${step}s`,
      aggregator: 'max',
    })),
  });
}

function prefixOf(project: ProjectName, job: JobName): string {
  return `blink.${project}.${job}.`;
}

/** Reads the series of a reply: times from epoch seconds to ms, values from text or numbers. */
export function readMetrics(
  project: ProjectName,
  job: JobName,
  metrics: Reply<'GetInstanceMetric'>['Metrics'],
): MetricSeries[] {
  const prefix = prefixOf(project, job);
  return (metrics?.Metric ?? []).map(row => {
    // Project and job names may hold dots, so the name is not split: it begins with what we asked for.
    const name = row.MetricName ?? '';
    const tags = Object.entries(row.Tags ?? {}).map(([key, value]) => [key, String(value ?? '')]);
    return compact({
      metric: name.startsWith(prefix) ? name.slice(prefix.length) : name,
      tags: Object.fromEntries(tags) as Record<string, string>,
      summary: row.Summary,
      points: Object.entries(row.Dps ?? {})
        .map(([seconds, value]) => [Number(seconds) * 1000, readValue(value)] as const)
        .filter(([time]) => Number.isFinite(time))
        .sort(([a], [b]) => a - b),
    });
  });
}

function readValue(value: string | number | boolean | null): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

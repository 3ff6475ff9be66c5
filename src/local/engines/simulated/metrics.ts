import { checkpointBefore } from './checkpoints.ts';
import { dirtyRecords, jitter, type Moment } from './load.ts';

type Metric = (moment: Moment) => number;

const NS_PER_MS = 1_000_000;
const MB = 1_048_576;

const cpu: Metric = m => Math.min(0.97, 0.08 + 0.75 * m.utilisation) * jitter(m, 'cpu', 0.2);
const stateSize: Metric = m =>
  m.profile.stateSize * (1 - Math.exp(-m.age / 3_600_000)) * jitter(m, 'state', 0.02);
/** Share of a second that a task spends on records. */
const busy: Metric = m => Math.min(1, m.utilisation * 0.7) * jitter(m, 'busy', 0.1);
const stateAccess =
  (ns: number, name: string): Metric =>
  m =>
    ns * (0.8 + 0.6 * m.utilisation) * jitter(m, name, 0.3);
const share = (value: number): number => Math.max(0, Math.min(1, value));

/**
 * Every metric of blink-openapi.json `metrics`, as what it is at a moment at which the job runs. All of them follow
 * from the same moment, so they fit together: more comes in than goes out, and everything suffers at the peak.
 */
export const METRICS: Readonly<Record<string, Metric>> = {
  delay: m => m.delay,
  fetched_delay: m => m.delay * 0.6 * jitter(m, 'fetched', 0.1),
  no_data_delay: m => (m.inRate === 0 ? 5_000 : 1_000 / Math.max(m.inRate, 0.1)) * jitter(m, 'nodata', 0.5),
  'task_failover.rate': m => m.failoverRate,
  'tps.rate': m => m.inRate,
  'parserTps.rate': m => m.parsedRate,
  'sink.outTps.rate': m => m.outRate,
  'inBps.rate': m => m.inRate * m.profile.bytesPerRecord,
  parserSkipCount: dirtyRecords,
  lastCheckpointDuration: m => checkpointBefore(m)?.duration ?? 0,
  lastCheckpointSize: m => checkpointBefore(m)?.size ?? 0,
  checkpointAlignmentTime: m => (checkpointBefore(m)?.duration ?? 0) * 0.1 * NS_PER_MS,
  checkpoints: m => checkpointBefore(m)?.id ?? 0,
  'rocksdb_get.mean': stateAccess(9_000, 'get'),
  'rocksdb_put.mean': stateAccess(6_000, 'put'),
  'niagara_seek.meam': stateAccess(14_000, 'niagara'),
  'rocksdb_seek.mean': stateAccess(21_000, 'seek'),
  'state.state_size': stateSize,
  'state.state_newsize': m => stateSize(m) * 0.04 * jitter(m, 'newsize', 0.4),
  'Status.JVM.GarbageCollector.ConcurrentMarkSweep.Time': m => 12 * cpu(m) * jitter(m, 'gctime', 0.8),
  'Status.JVM.GarbageCollector.ConcurrentMarkSweep.Count': m => 0.1 * cpu(m) * jitter(m, 'gccount', 0.8),
  watermarkLatency: m => m.delay + 1_000 * jitter(m, 'watermark', 0.3),
  lateRecordsDroppedRate: m => (m.inRate / 50_000) * jitter(m, 'late', 1),
  numLateRecordsDropped: m => Math.floor((m.profile.rate * m.age) / 1_000 / 50_000),
  'input.tt.readLatency': m => 40 * jitter(m, 'tt', 0.6) * (1 + m.utilisation),
  'numRecordsInPerSecond.rate': m => m.inRate,
  'numRecordsOutPerSecond.rate': m => m.parsedRate,
  'buffers.inPoolUsage': m => share((m.utilisation - 0.3) * jitter(m, 'inpool', 0.4)),
  'buffers.outPoolUsage': m => share((m.utilisation - 0.4) * jitter(m, 'outpool', 0.4)),
  'taskLatency.sum': m => busy(m) * 1_000 * NS_PER_MS,
  'waitOutput.sum': m => (1 - share(busy(m))) * 60 * NS_PER_MS * jitter(m, 'waitoutput', 0.6),
  'taskLatency.histogram.mean': m => (busy(m) * 1_000 * NS_PER_MS) / Math.max(m.parsedRate, 1),
  'waitOutput.histogram.mean': m => 2_000 * jitter(m, 'waitouthist', 0.6) * (1 + m.utilisation),
  'waitInput.histogram.mean': m => 9_000 * jitter(m, 'waitinhist', 0.6) * (2 - share(m.utilisation)),
  'partitionLatency.mean': m => 0.4 * NS_PER_MS * jitter(m, 'partition', 0.5),
  'Status.JVM.Memory.Process.rss': m => 1_650_000 * jitter(m, 'rss', 0.04, 120_000),
  'Status.JVM.CPU.Usage': cpu,
  // A saw: garbage piles up and is collected.
  'Status.JVM.Memory.Heap.Used': m => (260 + 420 * ((m.time / 47_000 + m.profile.phase) % 1)) * MB,
  'Status.JVM.Memory.NonHeap.Used': m => 118 * MB * jitter(m, 'nonheap', 0.03, 300_000),
  'Status.JVM.Threads.Count': m => Math.round(96 * jitter(m, 'threads', 0.08, 90_000)),
};

import type { Language } from '../shared/language.ts';

/** What a metric's numbers are; `units.ts` knows how each is written. */
export type Unit =
  'ms' | 'ns' | 'bytes' | 'kilobytes' | 'bytesPerSecond' | 'recordsPerSecond' | 'count' | 'ratio' | 'number';

export const METRIC_GROUPS = ['throughput', 'delay', 'checkpoint', 'state', 'task', 'jvm'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

export interface MetricInfo {
  readonly name: string;
  readonly group: MetricGroup;
  readonly unit: Unit;
  readonly label: Readonly<Record<Language, string>>;
}

type Row = readonly [name: string, unit: Unit, en: string, zh: string];

/**
 * The job metrics of GetInstanceMetric (developer manual, "GetInstanceMetric", metric table): names and units as
 * printed there. `niagara_seek.meam` is the service's own spelling.
 */
const TABLE: Readonly<Record<MetricGroup, readonly Row[]>> = {
  throughput: [
    ['tps.rate', 'recordsPerSecond', 'Source input', 'Source 输入'],
    ['sink.outTps.rate', 'recordsPerSecond', 'Sink output', 'Sink 输出'],
    ['parserTps.rate', 'recordsPerSecond', 'Source records parsed', 'Source 解析输出'],
    ['inBps.rate', 'bytesPerSecond', 'Source input bytes', 'Source 输入字节'],
    ['numRecordsInPerSecond.rate', 'recordsPerSecond', 'Task input', 'Task 输入'],
    ['numRecordsOutPerSecond.rate', 'recordsPerSecond', 'Task output', 'Task 输出'],
    ['parserSkipCount', 'count', 'Dirty records skipped', '跳过的脏数据'],
    ['lateRecordsDroppedRate', 'recordsPerSecond', 'Late records dropped', '丢弃的迟到数据'],
    ['numLateRecordsDropped', 'count', 'Late records dropped in total', '累计丢弃的迟到数据'],
  ],
  delay: [
    ['delay', 'ms', 'Business delay', '业务延时'],
    ['fetched_delay', 'ms', 'Fetch delay', '数据滞留时间'],
    ['no_data_delay', 'ms', 'Time without data', '数据间隔时间'],
    ['watermarkLatency', 'ms', 'Watermark delay', 'Watermark 延时'],
    ['input.tt.readLatency', 'ms', 'TT read delay', 'TT 读取延时'],
    ['partitionLatency.mean', 'ns', 'Partition latency, mean', '分区延时均值'],
  ],
  checkpoint: [
    ['lastCheckpointDuration', 'ms', 'Checkpoint duration', 'Checkpoint 耗时'],
    ['lastCheckpointSize', 'bytes', 'Checkpoint size', 'Checkpoint 大小'],
    ['checkpointAlignmentTime', 'ns', 'Checkpoint alignment time', 'Checkpoint 对齐时间'],
    ['checkpoints', 'count', 'Checkpoints', 'Checkpoint 次数'],
  ],
  state: [
    ['state.state_size', 'bytes', 'State size', 'State 大小'],
    ['state.state_newsize', 'bytes', 'New state size', '新增 State 大小'],
    ['rocksdb_get.mean', 'ns', 'State read time (RocksDB), mean', 'State 读取耗时均值（RocksDB）'],
    ['rocksdb_put.mean', 'ns', 'State write time (RocksDB), mean', 'State 写入耗时均值（RocksDB）'],
    ['rocksdb_seek.mean', 'ns', 'State seek time (RocksDB), mean', 'State 查找耗时均值（RocksDB）'],
    ['niagara_seek.meam', 'ns', 'State seek time (Niagara), mean', 'State 查找耗时均值（Niagara）'],
  ],
  task: [
    ['task_failover.rate', 'number', 'Failover rate', 'Failover 频率'],
    ['buffers.inPoolUsage', 'ratio', 'Input queue usage', '输入队列使用率'],
    ['buffers.outPoolUsage', 'ratio', 'Output queue usage', '输出队列使用率'],
    ['taskLatency.sum', 'ns', 'Processing time per second', '每秒处理耗时'],
    ['waitOutput.sum', 'ns', 'Output wait per second', '每秒输出等待'],
    ['taskLatency.histogram.mean', 'ns', 'Processing time, mean', '处理耗时均值'],
    ['waitOutput.histogram.mean', 'ns', 'Output wait, mean', '输出等待均值'],
    ['waitInput.histogram.mean', 'ns', 'Input wait, mean', '输入等待均值'],
  ],
  jvm: [
    ['Status.JVM.CPU.Usage', 'number', 'CPU usage', 'CPU 使用'],
    ['Status.JVM.Memory.Heap.Used', 'bytes', 'Heap memory used', '堆内存使用'],
    ['Status.JVM.Memory.NonHeap.Used', 'bytes', 'Non-heap memory used', '非堆内存使用'],
    ['Status.JVM.Memory.Process.rss', 'kilobytes', 'Process memory (RSS)', '进程内存（RSS）'],
    ['Status.JVM.Threads.Count', 'count', 'Threads', '线程数'],
    ['Status.JVM.GarbageCollector.ConcurrentMarkSweep.Time', 'ms', 'GC time (CMS)', 'GC 耗时（CMS）'],
    ['Status.JVM.GarbageCollector.ConcurrentMarkSweep.Count', 'number', 'GC rate (CMS)', 'GC 频率（CMS）'],
  ],
};

export const METRIC_CATALOG: readonly MetricInfo[] = METRIC_GROUPS.flatMap(group =>
  TABLE[group].map(([name, unit, en, zh]) => ({ name, group, unit, label: { en, zh } })),
);

const BY_NAME = new Map(METRIC_CATALOG.map(info => [info.name, info]));

/** Also answers for a name a newer service brings: shown under its own name, as a plain number. */
export function metricInfo(name: string): MetricInfo {
  return BY_NAME.get(name) ?? { name, group: 'task', unit: 'number', label: { en: name, zh: name } };
}

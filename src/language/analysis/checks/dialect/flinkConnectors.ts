import { connectorOf, propertiesOf } from '../../../catalog/connectors.ts';
import type { Connector } from '../../../catalog/connectors.ts';

/** A key and its value in this dialect; a value nothing is known of stays as it was written. */
interface Renamed {
  readonly key: string;
  readonly value?: string;
}

/** How the value of a key is written here; undefined when it is none that is known. */
type Convert = (value: string) => string | undefined;

/** A connector of Apache Flink SQL in this dialect. */
interface Mapping {
  readonly type: string;
  /** Keys whose names differ by more than signs and case: what each is called here, and its value. */
  readonly keys: Readonly<Record<string, readonly [string, Convert?]>>;
  /** Keys that begin so lose their beginning. */
  readonly prefix?: string;
  /** A key whose meaning is in the type. */
  readonly dropped?: string;
  /** What the type alone does not say. */
  readonly added?: string;
}

/** ms per unit of a duration such as `2 s` or `10min`. */
const DURATIONS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

function milliseconds(value: string): string | undefined {
  const match = /^\s*(\d+)\s*([a-z]*)\s*$/i.exec(value);
  const [, count = '', unit = ''] = match ?? [];
  const name = unit.toLowerCase();
  const known = name.startsWith('mil') ? 'ms' : name === 'ms' ? name : name.charAt(0);
  const factor = name === '' ? 1 : DURATIONS[known];
  return match === null || factor === undefined ? undefined : String(Number(count) * factor);
}

const oneOf =
  (values: Readonly<Record<string, string>>): Convert =>
  value =>
    values[value.toLowerCase()];

const STARTUP = oneOf({
  'earliest-offset': 'EARLIEST',
  'latest-offset': 'LATEST',
  'group-offsets': 'GROUP_OFFSETS',
  timestamp: 'TIMESTAMP',
});

/** Of every table that is looked up in. */
const LOOKUP: Mapping['keys'] = {
  'lookup.async': ['async'],
  'lookup.max-retries': ['maxRetryTimes'],
  'lookup.cache': ['cache', oneOf({ none: 'None', partial: 'LRU', full: 'ALL' })],
  'lookup.cache.max-rows': ['cacheSize'],
  'lookup.cache.ttl': ['cacheTTLMs', milliseconds],
  'lookup.partial-cache.max-rows': ['cacheSize'],
  'lookup.partial-cache.expire-after-write': ['cacheTTLMs', milliseconds],
};

const JDBC: Mapping['keys'] = {
  ...LOOKUP,
  'sink.buffer-flush.max-rows': ['batchSize'],
  'sink.buffer-flush.interval': ['flushIntervalMs', milliseconds],
  'sink.max-retries': ['maxRetryTimes'],
};

/** Which store stands behind a driver is told by the URL. */
const DRIVERS: readonly (readonly [RegExp, string])[] = [
  [/^jdbc:postgresql:/i, 'adbpg'],
  [/^jdbc:oracle:/i, 'oracle'],
];

const FILES: Readonly<Record<string, Mapping>> = {
  csv: { type: 'csv', keys: { 'csv.field-delimiter': ['fieldDelim'] }, dropped: 'format' },
  parquet: { type: 'PARQUET', keys: { path: ['filePath'] }, dropped: 'format' },
  orc: { type: 'ORC', keys: { path: ['filePath'] }, dropped: 'format' },
};

/** @param rows per second */
const interval: Convert = rows =>
  Number(rows) > 0 ? String(Math.max(1, Math.round(1000 / Number(rows)))) : undefined;

type Given = ReadonlyMap<string, string>;

function mappingOf(connector: string, given: Given): Mapping | undefined {
  const name = connector.toLowerCase();
  if (name === 'kafka')
    return {
      type: 'kafka010',
      keys: {
        'scan.startup.mode': ['startupMode', STARTUP],
        'scan.startup.timestamp-millis': ['startTimeMs'],
        'scan.topic-partition-discovery.interval': ['partitionDiscoveryIntervalMS', milliseconds],
      },
      prefix: 'properties.',
    };
  if (name === 'jdbc') {
    const url = given.get('url') ?? '';
    return { type: DRIVERS.find(([begins]) => begins.test(url))?.[1] ?? 'rds', keys: JDBC };
  }
  if (/^elasticsearch(?:-\d)?$/.test(name))
    return {
      type: 'elasticsearch',
      keys: {
        hosts: ['endPoint'],
        'document-type': ['typeName'],
        username: ['accessId'],
        password: ['accessKey'],
        'sink.bulk-flush.max-actions': ['bufferSize'],
      },
    };
  if (/^hbase-\d/.test(name))
    return {
      type: 'cloudhbase',
      keys: { ...LOOKUP, 'zookeeper.quorum': ['zkQuorum'], 'zookeeper.znode.parent': ['zkNodeParent'] },
    };
  if (name === 'filesystem') return FILES[given.get('format')?.toLowerCase() ?? ''];
  if (name === 'datagen') return { type: 'random', keys: { 'rows-per-second': ['interval', interval] } };
  if (name === 'blackhole') return { type: 'print', keys: {}, added: "ignoreWrite = 'true'" };
  if (name === 'adb3.0') return { type: 'ADB30', keys: JDBC };
  if (name === 'mysql') return { type: 'rds', keys: JDBC };
  return undefined;
}

/** `table-name` is `tableName` here. */
const bare = (key: string): string => key.toLowerCase().replace(/[-_.]/g, '');

/** What becomes of the keys of a WITH as Apache Flink SQL has them. */
export interface Translation {
  /** The connector here; undefined when none is known for it. */
  readonly type?: string;
  /** A property that has to be written besides. */
  readonly added?: string;
  /** Undefined: the property is said by the type. */
  rename(key: string, value: string): Renamed | undefined;
}

/**
 * Reads a WITH of Apache Flink SQL as one of this dialect, as far as both have the same. What is not known stays as it
 * is: the checks of connectors tell what is wrong with it.
 * @param given keys in lower case with their values
 */
export function translated(given: Given): Translation {
  const written = given.get('connector');
  const mapping = written === undefined ? undefined : mappingOf(written, given);
  // Newer products of the same house kept the names of their connectors.
  const connector = connectorOf(mapping?.type ?? written ?? given.get('type') ?? '');
  const type = mapping?.type ?? connector?.type;
  const names = new Map(connector === undefined ? [] : namesOf(connector));
  return {
    ...(type === undefined ? {} : { type }),
    ...(mapping?.added === undefined ? {} : { added: mapping.added }),
    rename(key, value) {
      const lower = key.toLowerCase();
      if (lower === 'connector' && !given.has('type')) return { key: 'type', value: type ?? value };
      if (mapping?.dropped === lower) return undefined;
      const found = mapping?.keys[lower] ?? (mapping === undefined ? LOOKUP[lower] : undefined);
      if (found !== undefined) {
        const [name, convert] = found;
        return { key: name, value: convert?.(value) ?? value };
      }
      if (mapping?.prefix !== undefined && lower.startsWith(mapping.prefix))
        return { key: key.slice(mapping.prefix.length) };
      return { key: names.get(bare(key)) ?? key };
    },
  };
}

const namesOf = (connector: Connector): (readonly [string, string])[] =>
  propertiesOf(connector)
    .filter(({ name }) => !name.includes('*'))
    .reverse()
    .map(({ name }) => [bare(name), name] as const);

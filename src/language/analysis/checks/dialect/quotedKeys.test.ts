import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnose.ts';
import { parseScript } from '../../../syntax/script.ts';
import { analyze } from '../../analyze.ts';
import { checkScript } from '../../check.ts';

const table = (properties: string): string => `CREATE TABLE t (a INT) WITH (${properties})`;

/** The WITH after the first fix. */
function mended(properties: string): string {
  const sql = table(properties);
  const { findings } = checkScript(analyze(parseScript(sql)));
  const fixes = findings.filter(({ id }) => id === 'other-dialect').flatMap(({ fixes }) => fixes?.[0] ?? []);
  const edits = fixes.flatMap(({ edits }) => edits).sort((a, b) => b.start - a.start);
  const text = edits.reduce(
    (left, { start, end, text: put }) => left.slice(0, start) + put + left.slice(end),
    sql,
  );
  return text.slice(table('').length - 1, -1);
}

const errors = (sql: string, language: 'en' | 'zh' = 'en'): string[] =>
  diagnose(sql, { language })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ start, end, code, message }) => `${code} ${sql.slice(start, end)}: ${message}`);

describe('a WITH with keys in quotes', () => {
  const KAFKA = `'connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'h:9092', 'format' = 'json'`;

  it('is one error, at its first key, though the grammar refuses each', () => {
    const sql = table(KAFKA);
    expect(parseScript(sql).statements[0]?.statement.problems).toHaveLength(4);
    expect(errors(sql)).toEqual([
      "syntax 'connector': Keys in quotes are Apache Flink's way. Blink SQL writes keys without quotes, and names the connector by type = 'kafka010'.",
    ]);
    expect(errors(sql, 'zh')).toEqual([
      "syntax 'connector': 键加引号是 Apache Flink SQL 的写法。Blink SQL 的键不加引号，并用 type = 'kafka010' 指定连接器。",
    ]);
  });

  it('is one error for each table, and hides no other fault', () => {
    const found = errors(
      `${table(KAFKA)};\n${table(`'type' = 'rds', 'url' = 'u', password = 1`).replace(' t ', ' u ')}`,
    );
    expect(found.map(text => text.split(':')[0])).toEqual([
      "syntax 'connector'",
      "syntax 'type'",
      'syntax 1',
    ]);
  });

  it('of Kafka gets its names and values here', () => {
    expect(
      mended(
        `'connector' = 'kafka', 'topic-pattern' = 'a|b', 'properties.bootstrap.servers' = 'h', 'properties.group.id' = 'g', 'scan.startup.mode' = 'latest-offset'`,
      ),
    ).toBe(
      "type = 'kafka010', topicPattern = 'a|b', bootstrap.servers = 'h', `group.id` = 'g', startupMode = 'LATEST'",
    );
    expect(
      mended(
        `'connector' = 'kafka', 'scan.startup.mode' = 'timestamp', 'scan.startup.timestamp-millis' = '17'`,
      ),
    ).toBe("type = 'kafka010', startupMode = 'TIMESTAMP', startTimeMs = '17'");
  });

  it('of JDBC becomes the store of its URL', () => {
    expect(
      mended(
        `'connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't', 'username' = 'u', 'sink.buffer-flush.interval' = '2 s', 'lookup.cache' = 'PARTIAL', 'lookup.partial-cache.expire-after-write' = '10min'`,
      ),
    ).toBe(
      "type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', flushIntervalMs = '2000', cache = 'LRU', cacheTTLMs = '600000'",
    );
    expect(mended(`'connector' = 'jdbc', 'url' = 'jdbc:postgresql://h/d', 'username' = 'u'`)).toBe(
      "type = 'adbpg', url = 'jdbc:postgresql://h/d', username = 'u'",
    );
  });

  it.each([
    [`'connector' = 'datagen', 'rows-per-second' = '50'`, "type = 'random', `interval` = '20'"],
    [`'connector' = 'print'`, "type = 'print'"],
    [`'connector' = 'blackhole'`, "type = 'print', ignoreWrite = 'true'"],
    [
      `'connector' = 'filesystem', 'format' = 'csv', 'path' = 'p', 'csv.field-delimiter' = ';'`,
      "type = 'csv', path = 'p', fieldDelim = ';'",
    ],
    [`'format' = 'parquet', 'connector' = 'filesystem', 'path' = 'p'`, "type = 'PARQUET', filePath = 'p'"],
    [
      `'connector' = 'elasticsearch-7', 'hosts' = 'h', 'index' = 'i', 'username' = 'u'`,
      "type = 'elasticsearch', endPoint = 'h', index = 'i', accessId = 'u'",
    ],
    [
      `'connector' = 'hbase-2.2', 'table-name' = 't', 'zookeeper.quorum' = 'z'`,
      "type = 'cloudhbase', tableName = 't', zkQuorum = 'z'",
    ],
    [
      `'connector' = 'hologres', 'endpoint' = 'e', 'dbName' = 'd'`,
      "type = 'hologres', endpoint = 'e', dbname = 'd'",
    ],
  ])('of another connector gets its names here: %s', (given, expected) => {
    expect(mended(given)).toBe(expected);
  });

  it('keeps a comment with the property it is about', () => {
    expect(
      mended(`'connector' = 'filesystem', -- one line each\n  'format' = 'csv', 'path' = 'p' /* daily */`),
    ).toBe("type = 'csv', -- one line each\n  format = 'csv', path = 'p' /* daily */");
  });

  it('keeps what it does not know, without the quotes', () => {
    expect(mended(`'connector' = 'mysql-cdc', 'hostname' = 'h', 'server-id' = '1'`)).toBe(
      "type = 'mysql-cdc', hostname = 'h', `server-id` = '1'",
    );
    expect(mended(`'connector' = 'jdbc', 'sink.buffer-flush.interval' = 'soon'`)).toBe(
      "type = 'rds', flushIntervalMs = 'soon'",
    );
  });

  it('loses its quotes only, when nothing else is of the other dialect', () => {
    expect(mended(`'type' = 'rds', url = 'u', 'partition' = 'it''s'`)).toBe(
      "type = 'rds', url = 'u', `partition` = 'it''s'",
    );
  });

  it('can be read after the fix', () => {
    for (const properties of [KAFKA, `'connector' = 'jdbc', 'url' = 'u'`, `'type' = 'a', 'b c' = 'd'`])
      expect(parseScript(table(mended(properties))).statements[0]?.statement.problems).toEqual([]);
  });

  it('is mended in time that grows with its length only', () => {
    const cost = (count: number): number => {
      const sql = table(Array.from({ length: count }, (_, i) => `'k${i}' = 'v'`).join(', '));
      const analysis = analyze(parseScript(sql));
      const before = process.cpuUsage();
      expect(checkScript(analysis).findings.some(({ id }) => id === 'other-dialect')).toBe(true);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(2_000);
    expect(cost(40_000) / Math.max(cost(4_000), 2_000)).toBeLessThan(60);
  });
});

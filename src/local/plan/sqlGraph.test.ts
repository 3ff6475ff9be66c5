import { describe, expect, it } from 'vitest';
import { SAMPLE_JOBS } from '../seed/sample/seed.ts';
import { graphOf } from './jobGraph.ts';

const TABLES = `
CREATE TABLE a (k VARCHAR, v BIGINT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'datahub');
CREATE TABLE b (k VARCHAR, w BIGINT) WITH (type = 'sls');
CREATE TABLE d (k VARCHAR, n VARCHAR, PRIMARY KEY (k), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE TABLE out1 (x VARCHAR) WITH (type = 'print');
CREATE TABLE out2 (x VARCHAR) WITH (type = 'RDS');
`;

/** The graph as lines `1 Source: datahub-a` and `2 Calc(...) <- 1`, with the way records are dealt out. */
function drawn(sql: string): string[] {
  const { operators, links } = graphOf({ apiType: 'SQL', code: TABLES + sql });
  return operators.map(({ id, name }) => {
    const inputs = links.filter(({ target }) => target === id);
    const from = inputs.map(({ source, ship }) => `${source}${ship === 'FORWARD' ? '' : ` ${ship}`}`);
    return from.length > 0 ? `${id} ${name} <- ${from.join(', ')}` : `${id} ${name}`;
  });
}

describe('the graph of a SQL job', () => {
  it('goes from a source over a calculation to a sink', () => {
    expect(drawn('INSERT INTO out1 SELECT k FROM a WHERE v > 1;')).toEqual([
      '1 Source: datahub-a',
      '2 Calc(where: (v > 1), select: (k)) <- 1',
      '3 Sink: print-out1 <- 2',
    ]);
  });

  it('reads a source and works out a view once, however many use it', () => {
    const sql = `CREATE VIEW s AS SELECT k, SUM(v) AS total FROM a GROUP BY k;
      INSERT INTO out1 SELECT k FROM s; INSERT INTO out2 SELECT k FROM s WHERE total > 9;`;
    expect(drawn(sql)).toEqual([
      '1 Source: datahub-a',
      '2 groupBy: (k), select: (k, SUM(v) AS total) <- 1 HASH',
      '3 Calc(select: (k)) <- 2',
      '4 Sink: print-out1 <- 3',
      '5 Calc(where: (total > 9), select: (k)) <- 2',
      '6 Sink: RDS-out2 <- 5',
    ]);
  });

  it('knows windows, over clauses and what has no key', () => {
    const window = "INSERT INTO out1 SELECT k FROM a GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE), k;";
    expect(drawn(window)[1]).toBe(
      "2 window: (TUMBLE(ts, INTERVAL '1' MINUTE)), groupBy: (k), select: (k) <- 1 HASH",
    );
    expect(drawn('INSERT INTO out1 SELECT CAST(COUNT(*) AS VARCHAR) FROM a;')[1]).toMatch(
      /^2 select: .* <- 1 GLOBAL$/,
    );
    const top = `INSERT INTO out1 SELECT k FROM (
      SELECT k, ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS n FROM a) t WHERE n <= 3;`;
    expect(drawn(top).slice(1, 3)).toEqual([
      '2 over: partitionBy: (k), orderBy: (v DESC), select: (k, ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS n) <- 1 HASH',
      '3 Calc(where: (n <= 3), select: (k)) <- 2',
    ]);
  });

  it('joins two streams by key, looks up dimensions and applies table functions in the stream', () => {
    const sql = `INSERT INTO out1 SELECT a.k FROM a JOIN b ON a.k = b.k
      LEFT JOIN d FOR SYSTEM_TIME AS OF PROCTIME() AS m ON a.k = m.k, LATERAL TABLE(split(a.k)) AS t (p);`;
    expect(drawn(sql)).toEqual([
      '1 Source: datahub-a',
      '2 Source: sls-b',
      '3 InnerJoin(where: (a.k = b.k)) <- 1 HASH, 2 HASH',
      '4 joinTable: rds-d, on: (a.k = m.k) <- 3',
      '5 correlate: table(split(a.k)) <- 4',
      '6 Calc(select: (a.k)) <- 5',
      '7 Sink: print-out1 <- 6',
    ]);
  });

  it('brings together the sides of a union and what WITH names', () => {
    const sql = 'INSERT INTO out1 WITH x AS (SELECT k FROM a) SELECT k FROM x UNION ALL SELECT k FROM b;';
    expect(drawn(sql)).toEqual([
      '1 Source: datahub-a',
      '2 Calc(select: (k)) <- 1',
      '3 Calc(select: (k)) <- 2',
      '4 Source: sls-b',
      '5 Calc(select: (k)) <- 4',
      '6 union all <- 3, 5',
      '7 Sink: print-out1 <- 6',
    ]);
  });

  it('is whole for every sample job: each operator but the sinks is read, and names stay within their limit', () => {
    for (const { name, api, code } of SAMPLE_JOBS.filter(job => job.name !== 'click_path_draft')) {
      const { operators, links } = graphOf({ apiType: api, code });
      const read = new Set(links.map(({ source }) => source));
      const written = new Set(links.map(({ target }) => target));
      for (const { id, role, name: text } of operators) {
        expect([name, text, read.has(id)]).toEqual([name, text, role !== 'Sink']);
        expect([name, text, written.has(id)]).toEqual([name, text, role !== 'Source']);
        expect(text.length).toBeLessThanOrEqual(168);
      }
    }
    const pattern = SAMPLE_JOBS.find(job => job.name === 'risk_login_pattern');
    const { operators } = graphOf({ apiType: 'SQL', code: pattern!.code });
    expect(operators.map(({ name }) => name)).toContain('Match(partitionBy: (account_id), pattern: (F S))');
  });
});

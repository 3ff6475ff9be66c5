import { describe, expect, it } from 'vitest';
import { parseScript } from '../../syntax/script.ts';
import { analyze } from '../analyze.ts';
import { checkScript } from '../check.ts';
import type { StatementModel } from '../model.ts';

const TABLES = `CREATE TABLE a (id BIGINT, x INT, Both INT, ts TIMESTAMP, WATERMARK FOR ts AS withOffset(ts, 1)) WITH (type = 'random');
CREATE TABLE b (id BIGINT, y INT, both INT) WITH (type = 'random');
CREATE TABLE other (nobody INT) WITH (type = 'random');`;

/** Queries about `a` and `b`; \`…\` is where more tables may be joined that have nothing to do with it. */
const QUERIES: Readonly<Record<string, string>> = {
  'columns with and without a qualifier': 'SELECT x, y, a.id, b.id, B.Y, ts FROM a JOIN b ON a.id = b.id …',
  'columns of both': 'SELECT id, both, BOTH FROM a, b …',
  'columns of nobody': 'SELECT a.z, z, c.z, nope.x.y FROM a, b … WHERE a.nope = 1',
  'a table of nobody': 'SELECT x, z, m.z FROM a, missing AS m …',
  'one table twice': 'SELECT one.x, x, two.nope FROM a AS one JOIN a AS two ON one.id = two.id …',
  'one column of two by USING': 'SELECT id, both, x FROM a JOIN b USING (id, both) …',
  'one column of two by NATURAL JOIN': 'SELECT id, both FROM a NATURAL JOIN b …',
  'the query around': 'SELECT x FROM a … WHERE EXISTS (SELECT y, x, a.ts, nope FROM b … WHERE b.id = a.id)',
  'functions that read what stands before': 'SELECT w, x FROM a …, LATERAL TABLE(split(a.x, y)) AS s(w), b',
  'items of WITH': 'WITH q AS (SELECT x AS r FROM a) SELECT q.r, Q.R, q.x FROM q …',
};

/** Enough tables that the scope is looked up in a table instead of walked. */
const MORE = Array.from({ length: 12 }, (_, i) => `CROSS JOIN other AS o${i}`).join(' ');

function told(query: string, filler: string, caseSensitive: boolean): unknown[] {
  const text = `${TABLES}\nINSERT INTO sink ${query.replaceAll('…', filler)};`;
  const { model } = analyze(parseScript(text), undefined, { caseSensitive }).statements.at(-1) ?? {};
  return model === undefined
    ? []
    : [facts(model), model.faults.map(({ kind, name, choices }) => [kind, name, [...choices].filter(mine)])];
}

const mine = (name: string): boolean => !/^o\d+$|^nobody$/.test(name);

function facts({ statement, references }: StatementModel): unknown {
  const found = references.map(({ start, end, target, use }) => {
    const place = 'place' in target ? target.place : undefined;
    const declared = place?.statement === statement ? 'here' : place?.start;
    return [
      statement.text.slice(start, end),
      target.kind,
      'name' in target ? target.name : '',
      declared,
      use,
    ];
  });
  return found.filter(([text]) => mine(String(text)) && text !== 'other');
}

describe('names of a FROM of many tables', () => {
  it.each(Object.keys(QUERIES))('mean what they mean among few: %s', name => {
    for (const caseSensitive of [false, true]) {
      const query = QUERIES[name] ?? '';
      const few = told(query, '', caseSensitive);
      expect(few).not.toEqual([]);
      expect(told(query, MORE, caseSensitive)).toEqual(few);
    }
  });

  it.each([
    [
      'aliases',
      (n: number) =>
        chain(
          n,
          i => `t${i} AS a${i}`,
          i => `ON a${i - 1}.k${i - 1} = a${i}.k${i}`,
        ),
    ],
    [
      'bare columns',
      (n: number) =>
        chain(
          n,
          i => `t${i}`,
          i => `ON k${i - 1} = k${i}`,
        ),
    ],
    [
      'one table again and again',
      (n: number) =>
        chain(
          n,
          i => `t0 AS a${i}`,
          () => 'USING (k0)',
        ),
    ],
    [
      'dimensions',
      (n: number) =>
        chain(
          n,
          i => `t${i} FOR SYSTEM_TIME AS OF PROCTIME()`,
          i => `ON k0 = k${i}`,
        ),
    ],
  ])('take time that grows with their number only: %s', (_, make) => {
    const time = (count: number, rounds: number): number => {
      const script = parseScript(make(count));
      let best = Infinity;
      for (let round = 0; round < rounds; round++) {
        const before = process.cpuUsage();
        checkScript(analyze(script));
        best = Math.min(best, process.cpuUsage(before).user / 1_000);
      }
      return best;
    };
    const few = time(500, 3);
    // Eight times the tables; a square would be sixty-four.
    expect(time(4_000, 2)).toBeLessThan(few * 25 + 700);
  });
});

function chain(count: number, item: (index: number) => string, on: (index: number) => string): string {
  const indexes = Array.from({ length: count }, (_, i) => i);
  const tables = indexes.map(
    i => `CREATE TABLE t${i} (k${i} BIGINT, v${i} INT, PRIMARY KEY (k${i})) WITH (type = 'random');`,
  );
  const joins = indexes.slice(1).map(i => `JOIN ${item(i)} ${on(i)}`);
  const list = indexes.map(i => `v${i}`).join(', ');
  return `${tables.join('\n')}\nINSERT INTO sink SELECT ${list} FROM ${item(0)}\n${joins.join('\n')};`;
}

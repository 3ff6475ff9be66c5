import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { lineage } from './lineage.ts';
import type { InsertLineage } from './lineage.ts';

const TABLES = `CREATE TABLE src (id INT, price DOUBLE, name VARCHAR, tags VARCHAR, part AS SUBSTRING(name, 1), ts TIMESTAMP,
  WATERMARK FOR ts AS withOffset(ts, 0));
CREATE TABLE dim (id INT, city VARCHAR, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME);
CREATE TABLE target (a INT, b DOUBLE, c VARCHAR);
`;

const of = (sql: string): InsertLineage[] => lineage(analyze(parseScript(TABLES + sql)));

/** `a <- direct src.id` per column, with the expression behind it in brackets. */
const shown = (sql: string): string[] =>
  of(sql).flatMap(({ columns }) =>
    columns.map(({ column, kind, sources, expression }) => {
      const from = sources.map(source => `${source.kind} ${source.table}.${source.column}`).join(', ');
      return `${column} <- ${kind}: ${from}${expression === undefined ? '' : ` [${expression.text}]`}`;
    }),
  );

describe('lineage', () => {
  it('tells columns handed on, computed, aggregated, and constant', () => {
    expect(shown("INSERT INTO target SELECT id, SUM(price * 2), 'x' FROM src GROUP BY id")).toEqual([
      'a <- direct: direct src.id',
      'b <- aggregate: aggregate src.price [SUM(price * 2)]',
      "c <- constant:  ['x']",
    ]);
    expect(shown('INSERT INTO target (c, a) SELECT UPPER(name), COUNT(*) FROM src')).toEqual([
      'c <- expression: expression src.name [UPPER(name)]',
      'a <- aggregate:  [COUNT(*)]',
    ]);
  });

  it('goes through views, sub-queries, stars, unions and computed columns', () => {
    const view = 'CREATE VIEW v (k, l) AS SELECT id, part FROM src; ';
    expect(
      shown(`${view}INSERT INTO target SELECT q.*, 1 FROM (SELECT k, CONCAT(l, 'x') AS m FROM v) q`),
    ).toEqual([
      'a <- direct: direct src.id',
      "b <- expression: expression src.name [CONCAT(l, 'x')]",
      'c <- constant:  [1]',
    ]);
    expect(shown('INSERT INTO target SELECT id FROM src UNION ALL SELECT id FROM dim')).toEqual([
      'a <- direct: direct src.id, direct dim.id',
    ]);
  });

  it('goes through joins, windows, table functions and patterns', () => {
    expect(
      shown(`INSERT INTO target
        SELECT s.id, TUMBLE_START(s.ts, INTERVAL '1' MINUTE), MAX(d.city) FROM src s
        JOIN dim FOR SYSTEM_TIME AS OF PROCTIME() AS d ON s.id = d.id
        GROUP BY s.id, TUMBLE(s.ts, INTERVAL '1' MINUTE)`),
    ).toEqual([
      'a <- direct: direct src.id',
      "b <- expression: expression src.ts [TUMBLE_START(s.ts, INTERVAL '1' MINUTE)]",
      'c <- aggregate: aggregate dim.city [MAX(d.city)]',
    ]);
    expect(
      shown("INSERT INTO target SELECT id, t.w FROM src, LATERAL TABLE(STRING_SPLIT(tags, ',')) AS t(w)"),
    ).toEqual([
      'a <- direct: direct src.id',
      "b <- expression: expression src.tags [STRING_SPLIT(tags, ',')]",
    ]);
    expect(
      shown(`INSERT INTO target SELECT id, top FROM src MATCH_RECOGNIZE (PARTITION BY id ORDER BY ts
        MEASURES MAX(e.price) AS top ONE ROW PER MATCH PATTERN (e+) DEFINE e AS e.price > 1) AS m`),
    ).toEqual(['a <- direct: direct src.id', 'b <- aggregate: aggregate src.price [MAX(e.price)]']);
  });

  it('tells what filters, joins and groups, also inside of views', () => {
    const [found] = of(`CREATE VIEW v AS SELECT id, name FROM src WHERE price > 1;
      INSERT INTO target SELECT v.id FROM v JOIN dim ON v.id = dim.id GROUP BY v.id`);
    expect(
      found?.influences.map(({ kind, text, sources }) => [
        kind,
        text,
        sources.map(item => `${item.table}.${item.column}`).join(),
      ]),
    ).toEqual([
      ['group', 'v.id', 'src.id'],
      ['join', 'v.id = dim.id', 'src.id,dim.id'],
      ['filter', 'price > 1', 'src.price'],
    ]);
  });

  it('tells what nobody knows of from what is made of nothing', () => {
    expect(
      shown(`INSERT INTO target SELECT x, UPPER(y), SUM(z) FROM lost, gone;
        INSERT INTO target SELECT COUNT(*), '\${p}', CONCAT(s.name, x) FROM lost l, gone, src s;
        INSERT INTO target VALUES (1, RAND(), 'x');
        INSERT INTO target SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t (n, s)`),
    ).toEqual([
      'a <- unknown:  [x]',
      'b <- unknown:  [UPPER(y)]',
      'c <- unknown:  [SUM(z)]',
      'a <- aggregate:  [COUNT(*)]',
      "b <- constant:  ['${p}']",
      'c <- expression: expression src.name [CONCAT(s.name, x)]',
      'a <- constant:  [1]',
      'b <- constant:  [RAND()]',
      "c <- constant:  ['x']",
      "a <- constant:  [VALUES (1, 'a'), (2, 'b')]",
      "b <- constant:  [VALUES (1, 'a'), (2, 'b')]",
    ]);
    // What nobody knows of stays so through views, lists of names and unions.
    const [found] = of(`CREATE VIEW v (k, l, m) AS SELECT x, CONCAT(y, 'z'), 1 FROM lost, other WHERE y > 1;
      INSERT INTO target SELECT k, l, m FROM v UNION ALL SELECT p, q, 2 FROM gone, lost`);
    expect(found!.columns.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'constant']);
    expect(found!.views[0]!.columns.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'constant']);
    expect(found!.influences.map(({ text, sources }) => [text, sources])).toEqual([['y > 1', []]]);
    expect(found).toMatchObject({ incomplete: true, undeclared: ['gone', 'lost', 'other'] });
    const [wrong] = of('INSERT INTO target SELECT nmae, id FROM src');
    expect(wrong!.columns.map(({ kind }) => kind)).toEqual(['unknown', 'direct']);
    expect(wrong).toMatchObject({ incomplete: true, undeclared: [] });
  });

  it('tells what a condition really reads, where views stand in between', () => {
    const [found] =
      of(`CREATE VIEW v AS SELECT id, price, SUM(price) AS total FROM src GROUP BY id, price HAVING total > 1;
      CREATE VIEW w AS SELECT id AS k FROM v WHERE price > 2;
      INSERT INTO target SELECT d.id FROM dim d JOIN w ON w.k = d.id`);
    const names = (sources: readonly { table: string; column: string }[] | undefined) =>
      sources?.map(({ table, column }) => `${table}.${column}`).join();
    expect(
      found!.influences.map(({ view, text, sources, through }) => [
        view,
        text,
        names(sources),
        names(through),
      ]),
    ).toEqual([
      [undefined, 'w.k = d.id', 'src.id,dim.id', 'w.k,dim.id'],
      ['w', 'price > 2', 'src.price', 'v.price'],
      ['v', 'total > 1', 'src.price', undefined],
      ['v', 'id, price', 'src.id,src.price', undefined],
    ]);
    expect(found!.views.map(({ name, columns }) => [name, columns.map(({ column }) => column)])).toEqual([
      ['w', ['k']],
      ['v', ['price', 'id']],
    ]);
  });

  it('says where things stand in the script, and what it cannot know', () => {
    const sql = 'INSERT INTO target SELECT id + 1 FROM src';
    const [found] = of(sql);
    const text = TABLES + sql;
    const [column] = found!.columns;
    expect(text.slice(column!.expression!.start, column!.expression!.end)).toBe('id + 1');
    expect(text.slice(column!.sources[0]!.declared!.start).startsWith('id INT')).toBe(true);
    expect(text.slice(found!.start, found!.end)).toBe(sql);
    expect(found!.incomplete).toBe(false);
    expect(column!.type).toBe('INT');
    expect(column!.sources[0]!.type).toBe('INT');
    const [gap] = of('CREATE VIEW v AS SELECT y FROM other; INSERT INTO nowhere SELECT x FROM lost, v');
    expect(gap).toMatchObject({ incomplete: true, undeclared: ['nowhere', 'lost', 'other'] });
    expect(found!.undeclared).toEqual([]);
  });

  it('names the tables that take part, and what they are to this INSERT', () => {
    const join = 'JOIN dim FOR SYSTEM_TIME AS OF PROCTIME() AS d ON s.id = d.id';
    const [found] = of(`CREATE TABLE out2 (a INT) WITH (type = 'print');
      CREATE VIEW v AS SELECT s.id FROM src s ${join}; INSERT INTO out2 SELECT id FROM v`);
    expect(found!.tables.map(({ name, role, connector }) => [name, role, connector])).toEqual([
      ['out2', 'sink', 'print'],
      ['src', 'source', undefined],
      ['dim', 'dimension', undefined],
    ]);
    const [self] = of('INSERT INTO target SELECT a, b, c FROM target');
    expect(self!.tables.map(({ name, role }) => [name, role])).toEqual([['target', 'sink']]);
  });

  it('says where the sink declares a column, and which items of the select lists bring it', () => {
    const sql = `CREATE VIEW v AS SELECT id + 1 AS k FROM src;
      INSERT INTO target SELECT q.*, 2 FROM (SELECT k FROM v) q UNION ALL SELECT id, price FROM src`;
    const text = TABLES + sql;
    const [found] = of(sql);
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(found!.columns.map(({ written }) => written.map(at))).toEqual([
      ['q.*', 'id'],
      ['2', 'price'],
    ]);
    expect(found!.columns.map(({ declared }) => at(declared!))).toEqual(['a', 'b']);
    expect(found!.tables.map(({ declared }) => at(declared!))).toEqual(['target', 'src']);
  });

  it('tells the views in between, each with its nearest sources', () => {
    const sql = `CREATE VIEW v AS SELECT id, SUM(price) AS total FROM src WHERE id > 1 GROUP BY id;
      CREATE VIEW w (k, t, unused) AS SELECT id, total * 2, 1 FROM v;
      INSERT INTO target SELECT w.k, w.t, d.city FROM w JOIN dim AS d ON d.id = w.k`;
    const [found] = of(sql);
    const from = (sources: readonly { table: string; column: string; kind: string }[] | undefined) =>
      sources?.map(({ table, column, kind }) => `${kind} ${table}.${column}`).join();
    expect(found!.columns.map(({ through }) => from(through))).toEqual([
      'direct w.k',
      'direct w.t',
      undefined,
    ]);
    expect(found!.columns.map(({ sources }) => from(sources))).toEqual([
      'direct src.id',
      'aggregate src.price',
      'direct dim.city',
    ]);
    expect(
      found!.views.map(({ name, columns }) => [
        name,
        columns.map(each => [each.column, each.kind, from(each.sources), each.expression?.text]),
      ]),
    ).toEqual([
      [
        'w',
        [
          ['k', 'direct', 'direct v.id', undefined],
          ['t', 'expression', 'expression v.total', 'total * 2'],
        ],
      ],
      [
        'v',
        [
          ['id', 'direct', 'direct src.id', undefined],
          ['total', 'aggregate', 'aggregate src.price', 'SUM(price)'],
        ],
      ],
    ]);
    expect(found!.influences.map(({ view, kind }) => [view, kind])).toEqual([
      [undefined, 'join'],
      ['v', 'filter'],
      ['v', 'group'],
    ]);
  });

  it('finds sources for nearly all columns of the valid real scripts', () => {
    let columns = 0;
    let traced = 0;
    for (const { text } of corpusScripts()) {
      for (const insert of lineage(analyze(parseScript(text)))) {
        if (insert.incomplete) continue;
        for (const { sources, expression } of insert.columns) {
          columns++;
          if (sources.length > 0 || expression !== undefined) traced++;
        }
      }
    }
    console.info(`lineage: ${traced} of ${columns} columns of the real scripts are traced`);
    expect(columns).toBeGreaterThan(150);
    expect(traced / columns).toBe(1);
  });

  it('takes long chains of views and unions', () => {
    const views = Array.from(
      { length: 3000 },
      (_, i) => `CREATE VIEW v${i} AS SELECT id FROM ${i === 0 ? 'src' : `v${i - 1}`};`,
    );
    const union = Array.from({ length: 3000 }, () => 'SELECT id FROM v2999').join(' UNION ALL ');
    expect(shown(`${views.join('\n')} INSERT INTO target ${union}`)).toEqual(['a <- direct: direct src.id']);
  });
});

import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { updateScript } from '../../syntax/update.ts';
import { lineage } from './lineage.ts';
import type { InsertLineage } from './lineage.ts';

const TABLES = `CREATE TABLE src (id INT, name VARCHAR);
CREATE TABLE target (a INT, b INT, c INT);
`;

const of = (sql: string): InsertLineage => {
  const [found] = lineage(analyze(parseScript(TABLES + sql)));
  if (found === undefined) throw new Error(`No lineage of ${sql}`);
  return found;
};

const pathsOf = (sources: readonly { kind: string; table: string; column: string }[]) =>
  sources.map(({ kind, table, column }) => `${kind} ${table}.${column}`).join(', ');

/** `a <- direct lost.x` per column, with the expression behind it in brackets. */
const shown = (sql: string): string[] =>
  of(`INSERT INTO target ${sql}`).columns.map(
    ({ column, kind, sources, expression }) =>
      `${column} <- ${sources.length > 0 ? pathsOf(sources) : kind}${expression === undefined ? '' : ` [${expression.text}]`}`,
  );

describe('columns of tables that nothing declares', () => {
  it('are those that a query names, with the table or alone', () => {
    expect(shown('SELECT l.x, UPPER(y), SUM(l.x) FROM lost AS l GROUP BY l.x')).toEqual([
      'a <- direct lost.x',
      'b <- expression lost.y [UPPER(y)]',
      'c <- aggregate lost.x [SUM(l.x)]',
    ]);
    expect(shown('SELECT id, lost.x, CONCAT(name, L.Y) FROM src JOIN lost AS l ON id = l.k')).toEqual([
      'a <- direct src.id',
      // Its name is `l` here: what `lost` may be, nobody knows.
      'b <- unknown [lost.x]',
      'c <- expression src.name, expression lost.Y [CONCAT(name, L.Y)]',
    ]);
    expect(shown('SELECT x AS y, l.x.f, 1 FROM db.lost AS l')).toEqual([
      'a <- direct db.lost.x',
      'b <- expression db.lost.x [l.x.f]',
      'c <- constant [1]',
    ]);
  });

  it('are not guessed at where a name may belong to several tables', () => {
    expect(shown('SELECT x, id, l.x FROM lost l, gone, src')).toEqual([
      'a <- unknown [x]',
      'b <- direct src.id',
      'c <- direct lost.x',
    ]);
    const inner = '(SELECT MAX(l.v) FROM lost l WHERE l.k = name)';
    expect(shown(`SELECT ${inner} FROM src`)).toEqual([`a <- aggregate lost.v [${inner}]`]);
    expect(shown('SELECT (SELECT MAX(id) FROM lost) FROM src')).toEqual([
      'a <- unknown [(SELECT MAX(id) FROM lost)]',
    ]);
  });

  it('are found through sub-queries, their stars, lists of names, views and unions', () => {
    const ranked = 'SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY t) AS rn FROM lost';
    expect(shown(`SELECT q.k, x, rn FROM (${ranked}) AS q WHERE rn = 1`)).toEqual([
      'a <- direct lost.k',
      'b <- direct lost.x',
      'c <- aggregate lost.k, aggregate lost.t [ROW_NUMBER() OVER (PARTITION BY k ORDER BY t)]',
    ]);
    expect(shown('SELECT p, q FROM gone AS g (p, q) UNION ALL SELECT x, 2 FROM lost')).toEqual([
      'a <- direct gone.p, direct lost.x',
      'b <- direct gone.q',
    ]);
    const found = of(`CREATE VIEW v AS SELECT k, UPPER(x) AS u FROM lost WHERE z > 1;
      INSERT INTO target SELECT u, k FROM v`);
    expect(found.columns.map(({ sources, through = [] }) => [pathsOf(sources), pathsOf(through)])).toEqual([
      ['expression lost.x', 'direct v.u'],
      ['direct lost.k', 'direct v.k'],
    ]);
    expect(found.views[0]?.columns.map(({ sources }) => pathsOf(sources))).toEqual([
      'expression lost.x',
      'direct lost.k',
    ]);
  });

  it('take part in conditions; HAVING means the select list first', () => {
    const found = of(`INSERT INTO target SELECT l.k, SUM(v) AS total FROM lost l JOIN src ON l.k = src.id
      WHERE l.w IN (SELECT u FROM gone) GROUP BY l.k HAVING total > 1`);
    expect(found.influences.map(({ kind, sources }) => [kind, pathsOf(sources)])).toEqual([
      ['filter', 'direct lost.w, direct gone.u'],
      ['filter', 'aggregate lost.v'],
      ['group', 'direct lost.k'],
      ['join', 'direct src.id, direct lost.k'],
    ]);
  });

  it('are all of them behind a star', () => {
    const found = of('INSERT INTO target SELECT id, l.* FROM src, (SELECT * FROM lost) AS l');
    expect(found.columns.map(({ column, sources }) => [column, pathsOf(sources)])).toEqual([
      ['a', 'direct src.id'],
      ['*', 'direct lost.*'],
    ]);
    const match =
      'MATCH_RECOGNIZE (PARTITION BY k ORDER BY t MEASURES MAX(e.p) AS top PATTERN (e+) DEFINE e AS e.p > 1)';
    expect(shown(`SELECT top, k FROM lost ${match} AS m`)).toEqual([
      'a <- aggregate lost.p [MAX(e.p)]',
      'b <- direct lost.k',
    ]);
    expect(shown(`SELECT * FROM lost ${match} AS m`)).toEqual(['a <- aggregate lost.p [MAX(e.p)]']);
  });

  it('have their place, which moves with the text before it', () => {
    const insert = 'INSERT INTO target SELECT a.x, * FROM lost AS a';
    const before = analyze(parseScript(TABLES + insert));
    const moved = updateScript(before.script, { start: 0, end: 0, text: '-- more\n' });
    const named = [before, analyze(moved, before)].map(analysis =>
      lineage(analysis).flatMap(({ columns }) =>
        columns.flatMap(({ sources }) =>
          sources.map(
            source => source.named && analysis.script.text.slice(source.named.start, source.named.end),
          ),
        ),
      ),
    );
    expect(named).toEqual([
      ['x', 'lost'],
      ['x', 'lost'],
    ]);
  });
});

describe('tables that nothing declares', () => {
  it('take part with what they are to the INSERT, and where it names them', () => {
    const sql = `INSERT INTO nowhere SELECT l.x FROM lost l JOIN Gone FOR SYSTEM_TIME AS OF PROCTIME() AS g ON g.k = l.k
      JOIN src ON src.id = l.x JOIN gone FOR SYSTEM_TIME AS OF PROCTIME() AS h ON h.k = l.k`;
    const { tables, undeclared } = of(sql);
    const text = TABLES + sql;
    expect(
      tables.map(({ name, role, declared, named }) => [
        name,
        role,
        declared !== undefined,
        named && text.slice(named.start, named.end),
      ]),
    ).toEqual([
      ['nowhere', 'sink', false, 'nowhere'],
      ['lost', 'source', false, 'lost'],
      ['Gone', 'dimension', false, 'Gone'],
      ['src', 'source', true, undefined],
    ]);
    expect(undeclared).toEqual(['nowhere', 'lost', 'Gone']);
  });

  it('are also those of TABLE, and those whose name is a parameter', () => {
    expect(of('INSERT INTO target TABLE lost').undeclared).toEqual(['lost']);
    const found = of('INSERT INTO target SELECT t.x FROM `${from}` AS t');
    expect(found).toMatchObject({ undeclared: ['${from}'], incomplete: true });
    expect(pathsOf(found.columns[0]?.sources ?? [])).toBe('direct ${from}.x');
  });
});

import { describe, expect, it } from 'vitest';
import { parseScript } from '../syntax/script.ts';
import { updateScript } from '../syntax/update.ts';
import { analyze } from './analyze.ts';
import type { Analysis } from './analyze.ts';
import { checkScript } from './check.ts';
import { declarationPlace, referenceAt, referencesTo, scopeAt, tableColumnsOf } from './lookup.ts';
import type { Column } from './model.ts';
import { typeText } from './types.ts';

const CLICKS = `CREATE TABLE clicks (
  uid BIGINT, url VARCHAR, price DECIMAL(10, 2), n INT, tags VARCHAR, ms BIGINT,
  ts AS TO_TIMESTAMP(ms), proc AS PROCTIME(),
  WATERMARK wk FOR ts AS withOffset(ts, 1000)
) WITH (type = 'random');
CREATE TABLE users (uid BIGINT, name VARCHAR, PRIMARY KEY (uid), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE FUNCTION f AS 'a.F';
`;

/** The columns the last statement's query gives: `name TYPE [time]`. */
function columns(query: string): string[] {
  const output = lastOutput(analyze(parseScript(CLICKS + query)));
  return output.map(item => [item.name, typeText(item.type), item.time].filter(Boolean).join(' '));
}

function lastOutput(analysis: Analysis): readonly Column[] {
  const model = analysis.statements.at(-1)?.model;
  expect(model?.faults).toEqual([]);
  return model?.output?.columns ?? [];
}

describe('columns and types', () => {
  it('of expressions follow the rules of Blink', () => {
    expect(
      columns(
        'SELECT n / n AS a, n + uid AS b, price * n AS c, AVG(n) AS d, COUNT(*) AS e FROM clicks GROUP BY n, uid, price',
      ),
    ).toEqual(['a DOUBLE', 'b BIGINT', 'c DECIMAL', 'd DOUBLE', 'e BIGINT']);
    expect(
      columns(
        "SELECT CASE WHEN n > 1 THEN n ELSE uid END AS a, url || 'x' AS b, 1.25 AS c, f(n) AS d, CAST(n AS VARCHAR) AS e, n IN (1) AS g FROM clicks",
      ),
    ).toEqual(['a BIGINT', 'b VARCHAR', 'c DECIMAL(3, 2)', 'd UNKNOWN', 'e VARCHAR', 'g BOOLEAN']);
    expect(
      columns("SELECT NOW() AS a, COALESCE(NULL, url) AS b, STR_TO_MAP(url)['k'] AS c FROM clicks"),
    ).toEqual(['a BIGINT', 'b VARCHAR', 'c VARCHAR']);
  });

  it('pass through *, joins, sub-queries, UNNEST and table functions', () => {
    expect(
      columns(
        'SELECT u.*, c.n FROM clicks AS c JOIN users FOR SYSTEM_TIME AS OF PROCTIME() AS u ON c.uid = u.uid',
      ),
    ).toEqual(['uid BIGINT', 'name VARCHAR', 'n INT']);
    expect(
      columns(
        "SELECT v, t.k FROM (SELECT url AS k, tags FROM clicks) t, LATERAL TABLE(STRING_SPLIT(t.tags, ',')) AS s(v)",
      ),
    ).toEqual(['v VARCHAR', 'k VARCHAR']);
    expect(
      columns('SELECT x FROM (SELECT ARRAY[n, 2] AS a FROM clicks) t CROSS JOIN UNNEST(t.a) AS z(x)'),
    ).toEqual(['x INT']);
    expect(
      columns('WITH w (q) AS (SELECT n FROM clicks) SELECT * FROM w UNION ALL SELECT uid FROM clicks'),
    ).toEqual(['q BIGINT']);
    expect(columns("SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t (i, s)")).toEqual(['i INT', 's VARCHAR']);
    expect(
      columns(
        'SELECT uid FROM clicks JOIN (SELECT uid, name FROM (SELECT uid, url AS name FROM clicks) q) p USING (uid)',
      ),
    ).toEqual(['uid BIGINT']);
  });

  it('of MATCH_RECOGNIZE are the partition columns and the measures', () => {
    const match = `SELECT * FROM clicks MATCH_RECOGNIZE (PARTITION BY uid ORDER BY ts MEASURES LAST(B.n) AS last_n, A.url AS first_url
      ONE ROW PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN (A B) DEFINE A AS A.n > 1, B AS B.n < PREV(B.n))`;
    expect(columns(match)).toEqual(['uid BIGINT', 'last_n INT', 'first_url VARCHAR']);
  });
});

describe('time attributes', () => {
  it('are kept by projection, dimension joins and windows, and lost by CAST, groups and joins', () => {
    expect(columns('SELECT ts, proc AS p, CAST(ts AS TIMESTAMP) AS c FROM clicks')).toEqual([
      'ts TIMESTAMP row',
      'p TIMESTAMP proc',
      'c TIMESTAMP',
    ]);
    const window = "TUMBLE(ts, INTERVAL '1' MINUTE)";
    expect(
      columns(
        `SELECT TUMBLE_ROWTIME(ts, INTERVAL '1' MINUTE) AS r, TUMBLE_END(ts, INTERVAL '1' MINUTE) AS e FROM clicks GROUP BY ${window}`,
      ),
    ).toEqual(['r TIMESTAMP row', 'e TIMESTAMP']);
    expect(columns('SELECT ts FROM clicks GROUP BY ts')).toEqual(['ts TIMESTAMP']);
    expect(columns('SELECT a.ts FROM clicks a JOIN clicks b ON a.uid = b.uid')).toEqual(['ts TIMESTAMP']);
    expect(
      columns('SELECT a.ts FROM clicks a JOIN users FOR SYSTEM_TIME AS OF a.proc AS u ON a.uid = u.uid'),
    ).toEqual(['ts TIMESTAMP row']);
  });
});

describe('origins', () => {
  const script = `${CLICKS}CREATE VIEW v AS SELECT url, n + ms AS total FROM clicks;
CREATE TABLE o (a VARCHAR, b BIGINT) WITH (type = 'print');
INSERT INTO o SELECT url, total FROM v;`;

  it('lead from a sink back to the columns of tables', () => {
    const output = lastOutput(analyze(parseScript(script)));
    const origins = output.map(column =>
      tableColumnsOf(column)
        .map(item => item.name)
        .sort(),
    );
    expect(origins).toEqual([['url'], ['ms', 'n']]);
  });

  it('find every place of a name through views, and its declaration', () => {
    const analysis = analyze(parseScript(script));
    const at = referenceAt(analysis, script.lastIndexOf('url'));
    const target = at?.reference.target;
    expect(target).toBeDefined();
    if (target === undefined) return;
    const places = referencesTo(analysis, target).map(item => item.start);
    const expected = [...script.matchAll(/\burl\b/g)].map(match => match.index);
    expect(places).toEqual(expected);
    expect(declarationPlace(target)?.start).toBe(script.indexOf('url'));
  });

  it('end where an alias gives a name of its own', () => {
    const sql = `${CLICKS}CREATE VIEW v AS SELECT url AS link FROM clicks;\nCREATE VIEW w AS SELECT link FROM v;`;
    const analysis = analyze(parseScript(sql));
    const target = referenceAt(analysis, sql.lastIndexOf('link'))?.reference.target;
    const places = target === undefined ? [] : referencesTo(analysis, target).map(item => item.start);
    expect(places).toEqual([sql.indexOf('link'), sql.lastIndexOf('link')]);
  });

  it('know the tables in view at a place', () => {
    const analysis = analyze(parseScript(script));
    expect(scopeAt(analysis, script.lastIndexOf('total'))?.items.map(item => item.name)).toEqual(['v']);
  });
});

describe('names', () => {
  const faults = (sql: string, caseSensitive = false): string[] =>
    analyze(parseScript(sql), undefined, { caseSensitive }).statements.flatMap(
      item => item.model?.faults.map(fault => `${fault.kind} ${fault.name}`) ?? [],
    );

  it('are found in the order the service declares them', () => {
    const table = "CREATE TABLE t (a INT) WITH (type = 'random')";
    expect(faults(`CREATE VIEW v AS SELECT a FROM t; ${table}`)).toEqual([]);
    expect(faults(`CREATE VIEW v AS SELECT a FROM w; CREATE VIEW w AS SELECT a FROM t; ${table}`)).toEqual([
      'unknownTable w',
    ]);
  });

  it('differ by case only in old versions', () => {
    const sql = "CREATE TABLE T (a INT) WITH (type = 'random'); CREATE VIEW v AS SELECT A FROM t";
    expect(faults(sql)).toEqual([]);
    expect(faults(sql, true)).toEqual(['unknownTable t']);
  });

  it('of a table that cannot be read are not called unknown, nor are its columns', () => {
    expect(
      faults("CREATE TABLE t (a INT,, b) WITH (type = 'random'); CREATE VIEW v AS SELECT z FROM t"),
    ).toEqual([]);
    expect(faults('CREATE TABLE IF NOT EXISTS t (a INT); CREATE VIEW v AS SELECT z FROM t')).toEqual([]);
  });

  it('are not asked for where job parameters stand', () => {
    expect(faults('SELECT ${col}, a FROM ${table}')).toEqual([]);
  });
});

describe('an edit', () => {
  const text = `${CLICKS}CREATE VIEW v1 AS SELECT uid FROM clicks;
CREATE VIEW v2 AS SELECT uid FROM v1;
CREATE VIEW other AS SELECT name FROM users;`;

  it('redoes only what reads what changed', () => {
    const before = analyze(parseScript(text));
    const start = text.indexOf('uid FROM clicks');
    const script = updateScript(before.script, { start, end: start + 3, text: 'n' });
    const after = analyze(script, before);
    const redone = after.statements.flatMap((item, i) =>
      item.model === before.statements[i]?.model ? [] : [i],
    );
    expect(redone).toEqual([3, 4]);
    expect(after.statements[4]?.model?.faults.map(fault => fault.name)).toEqual(['uid']);
  });

  it('gives the findings a fresh run gives', () => {
    let analysis = analyze(parseScript(text));
    let result = checkScript(analysis);
    const edits = [
      { start: 20, end: 20, text: 'x' },
      { start: text.length - 10, end: text.length - 5, text: '' },
      { start: 0, end: 0, text: '-- head\n' },
      { start: text.indexOf('CREATE VIEW v1'), end: text.indexOf('CREATE VIEW v2'), text: '' },
      { start: 40, end: 44, text: "';" },
    ];
    for (const edit of edits) {
      analysis = analyze(updateScript(analysis.script, edit), analysis);
      result = checkScript(analysis, {}, result);
      const fresh = checkScript(analyze(parseScript(analysis.script.text)));
      expect(result.findings.map(({ id, start, end, message }) => ({ id, start, end, message }))).toEqual(
        fresh.findings.map(({ id, start, end, message }) => ({ id, start, end, message })),
      );
    }
  });
});

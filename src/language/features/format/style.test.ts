import { describe, expect, it } from 'vitest';
import { parseScript } from '../../syntax/script.ts';
import { applyEdits, formatEdits, formatScript } from './format.ts';

const text = (...lines: string[]): string => `${lines.join('\n')}\n`;

describe('layout', () => {
  it('puts a column on a line with its type below the others, and a property on a line', () => {
    expect(
      formatScript(
        "create table t(a int not null -- first\n,long_name varchar header comment 'x' ,ts as to_timestamp(a),watermark wk for ts as withOffset(ts,1000),primary key(a),period for system_time) with(type='kafka010',`group.id`='g')",
      ),
    ).toBe(
      text(
        'CREATE TABLE t (',
        '  a         INT NOT NULL, -- first',
        "  long_name VARCHAR HEADER COMMENT 'x',",
        '  ts        AS to_timestamp(a),',
        '  WATERMARK wk FOR ts AS withOffset(ts, 1000),',
        '  PRIMARY KEY (a),',
        '  PERIOD FOR SYSTEM_TIME',
        ') WITH (',
        "  type = 'kafka010',",
        "  `group.id` = 'g'",
        ')',
      ),
    );
  });

  it('gives clauses, joins and conditions lines of their own', () => {
    expect(
      formatScript(
        "insert into s select a.id,count(*) as n from (select * from x where a=1) a left join d for system_time as of proctime() as b on a.id=b.id and a.k=b.k where n>-1 group by tumble(ts,interval '1' minute),a.id having count(*)>1 emit with delay '1' minute before watermark;",
      ),
    ).toBe(
      text(
        'INSERT INTO s',
        'SELECT a.id, COUNT(*) AS n',
        'FROM (',
        '  SELECT *',
        '  FROM x',
        '  WHERE a = 1',
        ') a',
        'LEFT JOIN d FOR SYSTEM_TIME AS OF proctime() AS b',
        '  ON a.id = b.id AND a.k = b.k',
        'WHERE n > -1',
        "GROUP BY tumble(ts, INTERVAL '1' MINUTE), a.id",
        'HAVING COUNT(*) > 1',
        "EMIT WITH DELAY '1' MINUTE BEFORE WATERMARK;",
      ),
    );
  });

  it('breaks what does not fit: items, conditions at their loosest operator, CASE', () => {
    const sql =
      "select case when a=1 then 'x' else 'y' end as kind,b from t where a=1 and b=2 or c=3 and d between 1 and 2";
    expect(formatScript(sql, { lineWidth: 30 })).toBe(
      text(
        'SELECT',
        '  CASE',
        "    WHEN a = 1 THEN 'x'",
        "    ELSE 'y'",
        '  END AS kind,',
        '  b',
        'FROM t',
        'WHERE a = 1 AND b = 2',
        '  OR c = 3',
        '    AND d BETWEEN 1 AND 2',
      ),
    );
  });

  it('lays out WITH, UNION and MATCH_RECOGNIZE', () => {
    expect(
      formatScript(
        'with q as (select a from b where c=1) select * from q union all select * from e match_recognize(partition by a order by ts measures x.t as t one row per match pattern(x+ y{2,3}) define x as x.v>1) as m',
      ),
    ).toBe(
      text(
        'WITH q AS (',
        '  SELECT a',
        '  FROM b',
        '  WHERE c = 1',
        ')',
        'SELECT *',
        'FROM q',
        'UNION ALL',
        'SELECT *',
        'FROM e MATCH_RECOGNIZE (',
        '  PARTITION BY a',
        '  ORDER BY ts',
        '  MEASURES',
        '    x.t AS t',
        '  ONE ROW PER MATCH',
        '  PATTERN (x+ y{2,3})',
        '  DEFINE',
        '    x AS x.v > 1',
        ') AS m',
      ),
    );
  });
});

describe('options', () => {
  const sql = 'select a, -- one\nb as name from t';

  it('take commas to the line they part', () => {
    expect(formatScript(sql, { commaPlace: 'leading' })).toBe(
      text('SELECT', '  a -- one', '  , b AS name', 'FROM t'),
    );
    expect(formatScript('select a -- one\n, b as name from t')).toBe(
      text('SELECT', '  a, -- one', '  b AS name', 'FROM t'),
    );
  });

  it('choose case, indentation and the last semicolon', () => {
    expect(
      formatScript('SELECT a, -- one\nb AS Name FROM T', {
        keywordCase: 'lower',
        useTabs: true,
        semicolon: 'add',
      }),
    ).toBe(text('select', '\ta, -- one', '\tb as Name', 'from T;'));
    expect(formatScript('SeLect a', { keywordCase: 'preserve' })).toBe('SeLect a\n');
  });

  it('never change the case of a name, though the word is one of the grammar', () => {
    const names =
      "CREATE TABLE key (\n  comment VARCHAR COMMENT 'first',\n  index   INT,\n  first   INT\n)\n";
    expect(formatScript(names)).toBe(names);
    expect(formatScript('select key, last(a) from view')).toBe('SELECT key, last(a)\nFROM view\n');
  });
});

describe('what is kept', () => {
  it('a statement with a syntax error, and only that', () => {
    expect(formatScript('select  1;\nselect  a,  from  t  ;\nselect  2')).toBe(
      'SELECT 1;\nselect  a,  from  t  ;\nSELECT 2\n',
    );
  });

  it('line ends, job parameters and strings over several lines', () => {
    expect(formatScript("select ${a},\r\n'x\r\n  y' from ${t}\r\n")).toBe(
      "SELECT ${a}, 'x\r\n  y'\r\nFROM ${t}\r\n",
    );
  });

  it('comments on the line of a semicolon, above statements, and at the end', () => {
    const script = '-- head\n\nSELECT 1; -- one\n\n-- two\nSELECT 2;\n\n-- end\n';
    expect(formatScript(script)).toBe(script);
  });

  it('how the service splits: two dashes in a string hide the rest of their line', () => {
    const before = "select '--' from\nt\n; select 2";
    const after = formatScript(before);
    expect(after).toBe("SELECT '--'\nFROM t;\n\nSELECT 2\n");
    const short = formatScript("select '--'\n; select 2");
    expect(short).toBe("SELECT '--'\n;\nSELECT 2\n");
    expect(parseScript(short).statements).toHaveLength(2);
  });
});

describe('edits', () => {
  const script = parseScript('select  1;\n\nselect  2;\n\nselect  3;\n');

  it('touch only the statements of a range', () => {
    const edits = formatEdits(script, {}, { start: 14, end: 15 });
    expect(applyEdits(script.text, edits)).toBe('select  1;\n\nSELECT 2;\n\nselect  3;\n');
  });

  it('are none when nothing is to do', () => {
    expect(formatEdits(parseScript(formatScript(script.text)))).toEqual([]);
  });
});

describe('time', () => {
  it.each([
    ['statements', 'INSERT INTO s SELECT a, COUNT(*) FROM t WHERE b = 1 AND c = 2 GROUP BY a;\n', ''],
    ['one long list', 'a + b AS c, -- note\n', 'SELECT '],
    ['one long chain', '1 + b * 2 || ', 'SELECT '],
  ])('grows with the length only: %s', (_, unit, head) => {
    const time = (count: number): number => {
      const input = `${head}${unit.repeat(count)}${head === '' ? '' : 'z'}`;
      const before = process.cpuUsage();
      for (let i = 0; i < 5; i++) formatScript(input);
      return process.cpuUsage(before).user / 1_000;
    };
    time(1_000);
    const [one, four] = [time(1_000), time(4_000)];
    // A square would be sixteen times as long.
    expect(four).toBeLessThan(one * 10 + 100);
  });
});

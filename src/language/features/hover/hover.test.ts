import { describe as group, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { analyze } from '../../analysis/analyze.ts';
import { connectors } from '../../catalog/connectors.ts';
import { builtIns } from '../../catalog/functions.ts';
import { parseScript } from '../../syntax/script.ts';
import { describe } from './describe.ts';
import { hoverAt } from './hover.ts';
import { code, escaped } from './markdown.ts';

const SCRIPT = `CREATE FUNCTION f AS 'com.example.F';
CREATE TABLE src (id INT, ts TIMESTAMP, p AS PROCTIME(), WATERMARK FOR ts AS withOffset(ts, 1000))
WITH (type = 'kafka010', startupMode = 'EARLIEST');
CREATE TABLE dim (id INT, city VARCHAR, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE VIEW v AS SELECT x.id AS k, CAST(ts AS DATE) AS d FROM src x;
INSERT INTO target SELECT v.k, f(UPPER(v.d)) FROM v;`;

function over(word: string, language: 'en' | 'zh' = 'en', script = SCRIPT): string | undefined {
  const analysis = analyze(parseScript(script));
  const offset = script.indexOf(word);
  const found = hoverAt(analysis, offset, language);
  return found?.markdown;
}

group('hover', () => {
  it('tells of functions, connectors, properties and types from the catalog', () => {
    expect(over('UPPER')).toMatch(/^```sql\nUPPER\(str VARCHAR\) -> VARCHAR\n```\n\n\S/);
    expect(over('withOffset')).toContain('withOffset(rowtime TIMESTAMP, offsetMs BIGINT)');
    expect(over("'kafka010'")).toMatch(/^\*\*kafka010\*\* Kafka/);
    expect(over('type')).toMatch(/^\*\*kafka010\*\*/);
    expect(over('startupMode')).toContain('Default: `GROUP_OFFSETS`');
    expect(over('DATE)')).toContain('Date without time');
    expect(describe({ kind: 'function', name: 'COUNT' }, 'en')).toContain('x [, ...])\nCOUNT(*)\n');
    expect(over('VARCHAR,')).toContain('VARCHAR(n)');
    expect(over('f(UPPER')).toBe('**f** (user-defined function)\n\n`com.example.F`');
  });

  it('tells of tables by role and of columns by type, origin and time attribute', () => {
    expect(over('src (')).toBe(
      '**src** (source, `kafka010`)\n\n```sql\nid INT\nts TIMESTAMP\np TIMESTAMP\nWATERMARK FOR ts AS withOffset(ts, 1000)\n```',
    );
    expect(over('dim (')).toContain('(dimension table, `rds`)');
    expect(over('ts TIMESTAMP')).toBe('```sql\nts TIMESTAMP\n```\n\nColumn of `src`\n\nrow time');
    expect(over('p AS')).toContain('processing time');
    expect(over('k, f')).toBe('```sql\nk INT\n```\n\nComputed from `src.id`');
    expect(over('x.id')).toContain('**x** (alias)\n\n**src**');
    expect(over('v.k')).toContain('**v** (view)');
  });

  it('tells the comments of tables and columns, through views too', () => {
    const script = `CREATE TABLE t (id INT COMMENT 'the order''s
  id', price DOUBLE) COMMENT '*orders*' WITH (type = 'random');
CREATE VIEW w AS SELECT id AS k, id + 1 AS n FROM t;
INSERT INTO o SELECT k, n FROM w;`;
    expect(over('t (id', 'en', script)).toBe(
      "**t** (source, `random`)\n\n\\*orders\\*\n\n```sql\nid INT -- the order's id\nprice DOUBLE\n```",
    );
    expect(over('id AS k', 'en', script)).toContain("```\n\nthe order's id\n\nColumn of `t`");
    expect(over('k, n', 'en', script)).toContain("the order's id");
    expect(over('n FROM w', 'en', script)).not.toContain("the order's id");
    expect(over('w AS', 'en', script)).toContain("k INT -- the order's id\nn INT\n");
  });

  it('tells what CREATE TABLE says of a column', () => {
    const script = `CREATE TABLE t (a INT NOT NULL, h VARCHAR HEADER, c AS a
  + 1, PRIMARY KEY (a), INDEX (h)) WITH (type = 'kafka010');
INSERT INTO o SELECT a AS x, c FROM t;`;
    expect(over('a INT', 'en', script)).toBe('```sql\na INT NOT NULL\n```\n\nColumn of `t`\n\nprimary key');
    expect(over('h VARCHAR', 'en', script)).toContain('h VARCHAR HEADER\n');
    expect(over('c FROM', 'en', script)).toContain('Computed column of `t`: `a + 1`');
    expect(over('x, c', 'en', script)).not.toContain('NOT NULL');
    expect(over('t (a', 'en', script)).toContain('c INT\nPRIMARY KEY (a)\nINDEX (h)\n```');
    expect(over('a INT', 'zh', script)).toContain('主键');
  });

  it('tells of the clauses of the dialect', () => {
    expect(over('WATERMARK')).toMatch(/^```sql\nWATERMARK FOR ts .*\n```\n\nMakes a TIMESTAMP column/);
    expect(over('PERIOD')).toContain('Marks a dimension table');
    expect(over('SYSTEM_TIME')).toContain('Marks a dimension table');
    expect(over('PERIOD', 'zh')).toContain('声明该表为维表');
    const join = 'SELECT 1 FROM a JOIN b FOR SYSTEM_TIME AS OF PROCTIME() AS b ON a.x = b.x';
    expect(over('SYSTEM_TIME', 'en', join)).toContain('Looks up the row');
    expect(over('CAST(ts')).toMatch(/^```sql\nCAST\(/);
    const names = 'CREATE TABLE t (header INT, index INT, emitted INT) WITH (type = 1)';
    expect(over('header', 'en', names)).toContain('header INT');
    expect(over('index', 'en', names)).toContain('index INT');
  });

  it('tells of functions, types, tables and connectors where a statement cannot be read', () => {
    const broken = `CREATE TABLE src (id INT) WITH (type = 'rds');
SELECT FROM SELECT UPPER(id), id FROM src WHERE;
CREATE TABLE result (id BIGINT) WITH (type = 'print');`;
    expect(over('UPPER', 'en', broken)).toContain('UPPER(str VARCHAR)');
    expect(over('src WHERE', 'en', broken)).toContain('**src** (source, `rds`)');
    expect(over('BIGINT', 'en', broken)).toContain('64 bits');
    expect(over("'print'", 'en', broken)).toContain('**print**');
    expect(over('id FROM', 'en', broken)).toBeUndefined();
  });

  it('speaks Chinese', () => {
    expect(over('src (', 'zh')).toContain('源表');
    expect(over('UPPER', 'zh')).toMatch(/[\u4e00-\u9fff]/);
    expect(over('startupMode', 'zh')).toContain('默认值：`GROUP_OFFSETS`');
    expect(over('ts TIMESTAMP', 'zh')).toContain('列，来自 `src`');
    expect(over('UPPER', 'zh')).toContain('在 Apache Flink 中：相同');
  });

  it('tells remarks in the language of the reader', () => {
    const about = (type: string, language: 'en' | 'zh'): string =>
      describe({ kind: 'connector', type }, language) ?? '';
    expect(about('sls', 'en')).toContain('Message topic');
    expect(about('sls', 'zh')).toContain('`__topic__ VARCHAR` 消息主题。');
    expect(about('rds', 'zh')).toContain('结果表：是否声明 PRIMARY KEY');
    expect(about('rds', 'zh')).toContain('Blink 起始版本：1\\.4\\.5');
    expect(describe({ kind: 'property', name: 'topic', type: 'kafka010' }, 'zh')).toContain(
      'topic 与 topicPattern 二选一',
    );
    expect(describe({ kind: 'function', name: 'CONCAT' }, 'zh')).toContain('任一参数为 NULL 时返回 NULL');
  });

  it('tells nothing of key words, numbers and texts', () => {
    for (const word of ['CREATE', 'SELECT', 'FROM', '1000', 'com.example'])
      expect(over(word), word).toBeUndefined();
  });

  it('shows hostile names as text', () => {
    const name = '<img src=x onerror=alert(1)> [a](command:b) ``c`';
    const script = `CREATE TABLE \`${name.replaceAll('`', '``')}\` (a INT) WITH (type = '<b>');`;
    const text = over('`<img', 'en', script) ?? '';
    expect(text).toContain('\\<img');
    expect(text).not.toMatch(/(?<!\\)<img/);
    expect(text).toContain('`<b>`');
    expect(escaped('a\n# b')).toBe('a \\# b');
    expect(code('a`b``c')).toBe('``` a`b``c ```');
  });

  it('has something to tell of the whole catalog in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const { name } of builtIns()) expect(describe({ kind: 'function', name }, language)).toBeTruthy();
      for (const { type, properties } of connectors()) {
        expect(describe({ kind: 'connector', type }, language)).toBeTruthy();
        for (const { name } of properties)
          expect(describe({ kind: 'property', name, type }, language)).toBeTruthy();
      }
    }
  });

  it('never fails on real scripts, and covers the offset asked for', () => {
    let told = 0;
    for (const { text } of corpusScripts()) {
      const analysis = analyze(parseScript(text));
      for (let offset = 0; offset < text.length; offset += 11) {
        const found = hoverAt(analysis, offset, 'en');
        if (found === undefined) continue;
        told++;
        expect(found.start <= offset && offset <= found.end && found.markdown !== '').toBe(true);
      }
    }
    expect(told).toBeGreaterThan(2000);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from './cli.ts';

const SCRIPT = `CREATE TABLE src (id INT, price DOUBLE, 名称 VARCHAR) WITH (type = 'random');
CREATE TABLE out1 (a INT, b DOUBLE, 类别 VARCHAR, n BIGINT) WITH (type = 'print');
CREATE VIEW paid AS SELECT id, price * 2 AS twice, 名称 FROM src WHERE price > 0;
INSERT INTO out1
SELECT id, SUM(twice), 'x', COUNT(*)
FROM paid
GROUP BY id;
INSERT INTO console SELECT UPPER(名称) AS u FROM paid;
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'blink-sql-cli-'));
  writeFileSync(join(folder, 'job.sql'), SCRIPT);
  writeFileSync(join(folder, 'bad.sql'), 'INSERT INTO t SELECT a, FROM s;\nINSERT INTO t SELECT 1');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lineage', () => {
  it('prints a block per INSERT: its columns, what they come from, what decides about the rows', async () => {
    const { code, out, err } = await cli(['lineage', 'job.sql'], { cwd: folder });
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      'job.sql:4:1: INSERT INTO out1\n' +
        '  a INT        <- src.id\n' +
        '  b DOUBLE     <- src.price (aggregate)  SUM(twice)\n' +
        "  类别 VARCHAR <- constant  'x'\n" +
        '  n BIGINT     <- aggregate  COUNT(*)\n' +
        '  group: id (src.id)\n' +
        '  filter: price > 0 (src.price)\n' +
        '\n' +
        'job.sql:8:1: INSERT INTO console\n' +
        '  u <- src.名称 (expression)  UPPER(名称)\n' +
        '  filter: price > 0 (src.price)\n' +
        '  There may be more: this script does not declare console.\n' +
        '\n',
    );
  });

  it('tells what nobody declares from what is constant', async () => {
    const input =
      'CREATE TABLE o (a INT, b INT, c INT, d INT);\n' +
      'INSERT INTO o SELECT lost.x, lost.x + 1, y, 1 FROM lost, gone WHERE lost.x > 0;\n';
    const { out } = await cli(['lineage', '-'], { input });
    expect(out.split('\n').slice(1)).toEqual([
      '  a INT <- lost.x',
      '  b INT <- lost.x (expression)  lost.x + 1',
      '  c INT <- unknown  y',
      '  d INT <- constant  1',
      '  filter: lost.x > 0 (lost.x)',
      '  There may be more: this script does not declare lost, gone.',
      '',
      '',
    ]);
    const chinese = await cli(['lineage', '--lang', 'zh', '-'], { input });
    expect(chinese.out).toContain('<- 未知  y');
    const json = await cli(['lineage', '--json', '-'], { input });
    const record = JSON.parse(json.out) as { columns: { kind: string }[] };
    expect(record).toMatchObject({
      incomplete: true,
      undeclared: ['lost', 'gone'],
      tables: [
        { name: 'o', role: 'sink', declared: true },
        { name: 'lost', role: 'source', declared: false },
        { name: 'gone', role: 'source', declared: false },
      ],
    });
    expect(record.columns.map(({ kind }) => kind)).toEqual(['direct', 'expression', 'unknown', 'constant']);
  });

  it('speaks Chinese, and cuts what is long', async () => {
    const sum = Array.from({ length: 80 }, () => 'id').join(' +\n  ');
    const { out } = await cli(['lineage', '--lang', 'zh', '-'], {
      input: `${SCRIPT.split('\n').slice(0, 2).join('\n')}\nINSERT INTO out1 (a) SELECT ${sum} FROM src`,
    });
    expect(out).toContain('a INT <- src.id (表达式)  id + id + id');
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThan(140);
    expect(out).toContain('…\n');
  });

  it('prints a JSON line per INSERT on demand', async () => {
    const { code, out } = await cli(['lineage', '--json', 'job.sql'], { cwd: folder });
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      file: 'job.sql',
      line: 4,
      column: 1,
      endLine: 7,
      endColumn: 12,
      sink: 'out1',
      incomplete: false,
      undeclared: [],
      tables: [
        { name: 'out1', role: 'sink', connector: 'print', declared: true },
        { name: 'src', role: 'source', connector: 'random', declared: true },
      ],
      columns: [
        { name: 'a', type: 'INT', kind: 'direct', sources: [{ table: 'src', column: 'id', kind: 'direct' }] },
        {
          name: 'b',
          type: 'DOUBLE',
          kind: 'aggregate',
          expression: { text: 'SUM(twice)', line: 5, column: 12, endLine: 5, endColumn: 22 },
          sources: [{ table: 'src', column: 'price', kind: 'aggregate' }],
        },
        {
          name: '类别',
          type: 'VARCHAR',
          kind: 'constant',
          expression: { text: "'x'", line: 5, column: 24, endLine: 5, endColumn: 27 },
          sources: [],
        },
        {
          name: 'n',
          type: 'BIGINT',
          kind: 'aggregate',
          expression: { text: 'COUNT(*)', line: 5, column: 29, endLine: 5, endColumn: 37 },
          sources: [],
        },
      ],
      influences: [
        {
          kind: 'group',
          text: 'id',
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 12,
          sources: [{ table: 'src', column: 'id', kind: 'direct' }],
        },
        {
          kind: 'filter',
          text: 'price > 0',
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 79,
          sources: [{ table: 'src', column: 'price', kind: 'direct' }],
        },
      ],
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      sink: 'console',
      incomplete: true,
      undeclared: ['console'],
    });
  });

  it('says which statements it left out, and goes on after a file that is not there', async () => {
    const left = await cli(['lineage', '--json', 'bad.sql'], { cwd: folder });
    expect(left.code).toBe(1);
    expect(left.err).toBe('bad.sql: statements left out because of syntax errors: 1; see check.\n');
    expect(JSON.parse(left.out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ line: 2, sink: 't' });
    const { code, out, err } = await cli(['lineage', 'no.sql', 'job.sql'], { cwd: folder });
    expect([code, err]).toEqual([2, 'no.sql: there is no such file.\n']);
    expect(out).toContain('INSERT INTO out1');
  });
});

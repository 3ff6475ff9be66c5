import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/build/bundle.ts';
import { targetsOf } from '../../scripts/build/targets.ts';
import { root } from '../../scripts/bootstrap/paths.mjs';
import { conformanceCases } from '../language/material.ts';
import { cli } from './cli.ts';

const TABLES =
  "CREATE TABLE 表 (x INT, 列 INT) WITH (type = 'random');\nCREATE TABLE b (x INT) WITH (type = 'print');\n";
const GOOD = `${TABLES}INSERT INTO b SELECT x FROM 表;\n`;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'blink-sql-cli-'));
  writeFileSync(join(folder, 'good.sql'), GOOD);
  writeFileSync(join(folder, 'bad.sql'), `${TABLES}INSERT INTO b SELECT x,\n\tFROM 表 WHERE 列 == 1;\n`);
  writeFileSync(join(folder, 'gbk.sql'), Buffer.from([0x2d, 0x2d, 0xd6, 0xd0]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly id: string;
  readonly statements: number;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly line: number;
    readonly severity: string;
  }[];
}

describe('check', () => {
  it('prints findings with the line and a mark below, and exits with 1', async () => {
    const { code, out } = await cli(['check', 'bad.sql'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toBe(
      'bad.sql:3:23: error syntax: Nothing follows this comma: remove it, or add what is missing\n' +
        ' 3 | INSERT INTO b SELECT x,\n' +
        '   |                       ^\n' +
        'bad.sql:4:18: error syntax: Write = instead of ==\n' +
        ' 4 |  FROM 表 WHERE 列 == 1;\n' +
        '   |                    ^\n' +
        'Errors: 2, warnings: 0, files: 1.\n',
    );
  });

  it('prints JSON lines on demand, and nothing for a good file', async () => {
    const { code, out } = await cli(['check', '--json', 'good.sql', 'bad.sql'], { cwd: folder });
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toEqual({
      file: 'bad.sql',
      line: 3,
      column: 23,
      endLine: 3,
      endColumn: 24,
      severity: 'error',
      code: 'syntax',
      message: 'Nothing follows this comma: remove it, or add what is missing',
    });
    expect((await cli(['check', '--json', 'good.sql'], { cwd: folder })).out).toBe('');
  });

  it('exits with 0 when all is well, also from standard input', async () => {
    const { code, out } = await cli(['check', '-'], { input: `\ufeff${GOOD}` });
    expect([code, out]).toEqual([0, 'No errors. Files checked: 1.\n']);
  });

  it('speaks the language of the environment, or the one asked for', async () => {
    const chinese = await cli(['check', 'bad.sql'], { cwd: folder, env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.out).toContain('错误 syntax: 逗号后缺少内容');
    const english = await cli(['check', '--lang', 'en', 'bad.sql'], {
      cwd: folder,
      env: { LC_ALL: 'zh_CN' },
    });
    expect(english.out).toContain('error syntax: Nothing follows');
  });

  it('goes on after a file that cannot be read, and exits with 2', async () => {
    const { code, out, err } = await cli(['check', 'no.sql', 'gbk.sql', '.', 'good.sql'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toBe(
      'no.sql: there is no such file.\n' +
        'gbk.sql: this is no UTF-8 text; save it as UTF-8 first.\n' +
        '.: this is a folder; name files.\n',
    );
    expect(out).toBe('No errors. Files checked: 1.\n');
  });
});

describe('check --jsonl', () => {
  it('answers a line for a line; the conformance set in a few seconds', async () => {
    const cases = conformanceCases();
    const input = cases.map(({ id, sql }) => `${JSON.stringify({ id, sql })}\n`).join('');
    const before = performance.now();
    const { code, out } = await cli(['check', '--jsonl'], { input });
    const seconds = (performance.now() - before) / 1_000;
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Answer);
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(answers.map(({ statements }) => statements)).toEqual(cases.map(({ statements }) => statements));
    const agreed = cases.filter(
      ({ accept }, i) => accept === !answers[i]!.diagnostics.some(({ code: id }) => id === 'syntax'),
    ).length;
    console.log(`${cases.length} lines in ${seconds.toFixed(2)} s, verdict agrees on ${agreed}`);
    expect(agreed / cases.length).toBeGreaterThan(0.99);
    expect(seconds).toBeLessThan(60);
  }, 90_000);

  it('says which line is bad, and answers the rest', async () => {
    const input = 'oops\n{"id":7,"sql":"SELECT 1;SELECT 2"}\r\n\n{"id":"x"}\n{"sql":"SELECT \u2028 1"}';
    const { code, out, err } = await cli(['check', '--jsonl'], { input });
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(2);
    expect(err).toBe('Lines that could not be read: 2.\n');
    expect(JSON.parse(lines[0]!)).toEqual({ line: 1, error: 'line 1: this is no JSON' });
    expect(JSON.parse(lines[1]!)).toMatchObject({ id: 7, statements: 2 });
    expect(JSON.parse(lines[2]!)).toEqual({
      line: 4,
      error: 'line 4: an object with the texts "id" and "sql" is needed',
    });
    expect(JSON.parse(lines[3]!)).toMatchObject({
      id: null,
      statements: 1,
      diagnostics: [{ code: 'syntax' }],
    });
  });
});

describe('the command line', () => {
  it.each([
    [[], 'Say what to do: check, format or lineage.'],
    [['chekc'], 'There is no command "chekc": use check, format or lineage.'],
    [['check'], 'Name at least one file, or - for standard input.'],
    [['lineage'], 'Name at least one file, or - for standard input.'],
    [['lineage', '--jsonl', '-'], "Unknown option '--jsonl'."],
    [['check', '--bogus', 'a.sql'], "Unknown option '--bogus'."],
    [['check', '--jsonl', 'a.sql'], '--jsonl reads standard input'],
    [['check', '--lang', 'fr', 'a.sql'], '--lang is en|zh, not "fr".'],
    [['format', '--width', '5', '-'], '--width is a whole number from 20 to 1000, not "5".'],
  ])('%j is refused with exit code 2', async (args, message) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain('See --help.');
  });

  it('explains itself', async () => {
    expect((await cli(['--help'])).out).toContain('usage: cli <command>');
    expect((await cli(['format', '--help', '--lang=zh'])).out).toContain('用法：cli <命令>');
  });

  it('is the same once bundled, called from any folder', async () => {
    const target = targetsOf(root).find(({ name }) => name === 'cli')!;
    const outdir = join(folder, 'dist');
    await bundle(target, { root, outdir, production: true }, join(folder, 'stamps'));
    const { code, out } = await cli(['check', 'good.sql'], {
      program: join(outdir, 'cli.mjs'),
      cwd: root,
      env: { BLINK_CALLED_FROM: folder },
    });
    expect([code, out]).toEqual([0, 'No errors. Files checked: 1.\n']);
  });
});

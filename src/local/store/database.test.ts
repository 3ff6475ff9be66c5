import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/process.ts';
import { Database, StoreError } from './database.ts';
import { WATCHED_INSTANCES, WATCHED_RUNS } from './instances.ts';
import { MIGRATIONS } from './migrations.ts';

describe('the store', () => {
  it('is made once, and opened again with what it holds', () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/store.sqlite`;
    const first = new Database(file);
    first.run("INSERT INTO cluster VALUES ('c', 'd', NULL, 'r', NULL, 'o', 1, 2)");
    first.close();
    const second = new Database(file);
    expect(second.all('SELECT clusterId, description FROM cluster')).toEqual([
      { clusterId: 'c', description: null },
    ]);
    expect(second.get('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length });
    second.close();
    folder.remove();
  });

  it('is for its owner alone, whatever the folder is', () => {
    const folder = temporaryFolder();
    const db = new Database(`${folder.path}/store.sqlite`);
    const files = readdirSync(folder.path);
    expect(files.sort()).toEqual(['store.sqlite', 'store.sqlite-shm', 'store.sqlite-wal']);
    expect(files.filter(name => (statSync(`${folder.path}/${name}`).mode & 0o077) !== 0)).toEqual([]);
    db.close();
    folder.remove();
  });

  it('of the first version is upgraded: jobs that are there to fail go on failing', () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/store.sqlite`;
    const old = new DatabaseSync(file);
    old.exec(MIGRATIONS[0] ?? '');
    old.exec(`PRAGMA user_version=1; PRAGMA foreign_keys=OFF;
      INSERT INTO instance (id, jobKey, code, packages, expectState, starter, startTime, lastOperator,
        lastOperateTime, engineMemory)
      VALUES (1, 1, 'INSERT INTO Failing ...', '', 'RUNNING', 's', 1, 's', 1, '{"phases":[{"at":1,"state":"RUNNING"}]}'),
        (2, 1, 'INSERT INTO sound ...', '', 'RUNNING', 's', 1, 's', 1, '{"phases":[{"at":1,"state":"RUNNING"}]}')`);
    old.close();
    const db = new Database(file);
    const rows = db.all<{ engineMemory: string }>('SELECT engineMemory FROM instance ORDER BY id');
    expect(rows.map(({ engineMemory }) => JSON.parse(engineMemory) as unknown)).toEqual([
      { phases: [{ at: 1, state: 'RUNNING' }], fails: true },
      { phases: [{ at: 1, state: 'RUNNING' }] },
    ]);
    db.close();
    folder.remove();
  });

  it.each([
    [
      'no store at all',
      (file: string) => {
        writeFileSync(file, 'garbage '.repeat(700));
      },
    ],
    [
      'a folder',
      (file: string) => {
        mkdirSync(file);
      },
    ],
    [
      'a store with a spoilt page',
      (file: string) => {
        new Database(file).close();
        // Not the first page, which is read in any case.
        writeFileSync(file, readFileSync(file).fill(0xff, 3 * 4096, 4 * 4096));
      },
    ],
  ])('is refused where the file is %s, which stays as it is', (_what, spoil) => {
    const folder = temporaryFolder();
    const file = `${folder.path}/store.sqlite`;
    spoil(file);
    const before = statSync(file);
    expect(() => new Database(file)).toThrow(StoreError);
    expect(() => new Database(file)).toThrow(`${file} cannot be used as the service's store (`);
    expect([statSync(file).size, statSync(file).mtimeMs]).toEqual([before.size, before.mtimeMs]);
    folder.remove();
  });

  it.each([
    ['the runs of a job', WATCHED_RUNS],
    ['the instances of many jobs', WATCHED_INSTANCES],
  ])('is asked for %s without a look at their rows, where code and plan are', (_what, sql) => {
    const db = new Database(':memory:');
    const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, '[]');
    expect(plan.map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/^SEARCH instance USING COVERING INDEX instanceByJob \(jobKey=\?/),
    );
    db.close();
  });

  it('syncs every commit', () => {
    const folder = temporaryFolder();
    const db = new Database(`${folder.path}/store.sqlite`);
    expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    db.close();
    folder.remove();
  });

  it('of a newer version is left alone', () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/store.sqlite`;
    const db = new Database(file);
    db.run('PRAGMA user_version=99');
    db.close();
    expect(() => new Database(file)).toThrow(/newer version/);
    folder.remove();
  });

  it('takes all of a transaction or nothing, inner ones included', () => {
    const db = new Database(':memory:');
    const insert = (id: string) =>
      db.run("INSERT INTO cluster VALUES (?, 'd', NULL, 'r', NULL, 'o', 1, 2)", id);
    expect(() =>
      db.transaction(() => {
        insert('a');
        db.transaction(() => insert('b'));
        throw new Error('broken off');
      }),
    ).toThrow('broken off');
    expect(db.all('SELECT 1 FROM cluster')).toEqual([]);
    db.transaction(() => insert('c'));
    expect(db.all('SELECT 1 FROM cluster')).toHaveLength(1);
    db.close();
  });
});

import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/process.ts';
import { Database } from './database.ts';
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

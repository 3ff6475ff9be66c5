import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/**
 * Keeps a data folder to one process. The lock is one that the operating system holds for SQLite: it is gone when its
 * process is gone, however that ended, and no number of a dead process can be mistaken for a living one.
 */
export class DataLock {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** @returns undefined while another process has it. @throws Error that names the file */
  static take(dataFolder: string): DataLock | undefined {
    const file = join(dataFolder, 'lock.sqlite');
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(file, { timeout: 0 });
      db.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
      return new DataLock(db);
    } catch (error) {
      db?.close();
      if ((error as { readonly errcode?: number }).errcode === SQLITE_BUSY) return undefined;
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${file} cannot be used as the lock of the data folder (${why}). Delete it.`, {
        cause: error,
      });
    }
  }

  release(): void {
    this.#db.close();
  }
}

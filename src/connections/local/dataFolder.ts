import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file whose lock makes the folder one process's own (src/local/process/dataLock.ts). */
const LOCK = 'lock.sqlite';

/**
 * Deletes what the local service keeps, unless a service uses it: the lock is held meanwhile, so that none can begin to.
 * @returns whether the folder is empty now
 */
export async function emptyDataFolder(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true;
  const lock = new DatabaseSync(join(folder, LOCK), { timeout: 0 });
  try {
    if (!lockExclusively(lock)) return false;
    for (const name of await readdir(folder)) {
      if (!name.startsWith(LOCK))
        await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    }
    return true;
  } finally {
    lock.close();
  }
}

function lockExclusively(lock: DatabaseSync): boolean {
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    return true;
  } catch {
    return false;
  }
}

import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/process.ts';
import { DataLock } from './dataLock.ts';

it('a lock that is none is an error with its file and what to do, and works again after that', () => {
  const folder = temporaryFolder();
  const file = `${folder.path}/lock.sqlite`;
  writeFileSync(file, 'garbage '.repeat(700));
  expect(() => DataLock.take(folder.path)).toThrow(
    `${file} cannot be used as the lock of the data folder (file is not a database). Delete it.`,
  );
  expect(existsSync(file)).toBe(true);
  writeFileSync(file, '');
  const lock = DataLock.take(folder.path);
  expect(lock).toBeDefined();
  lock?.release();
  folder.remove();
});

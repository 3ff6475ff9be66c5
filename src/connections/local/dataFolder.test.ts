import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDataFolder } from './dataFolder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blink-data-'));
  writeFileSync(join(folder, 'store.sqlite'), 'jobs');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('emptyDataFolder', () => {
  it('deletes what is there', async () => {
    expect(await emptyDataFolder(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock.sqlite']);
  });

  it('is done where nothing is there', async () => {
    expect(await emptyDataFolder(join(folder, 'none'))).toBe(true);
  });

  it('keeps its hands off while a service uses the folder', async () => {
    const held = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
    held.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    expect(await emptyDataFolder(folder)).toBe(false);
    expect(readdirSync(folder)).toContain('store.sqlite');
    held.close();
    expect(await emptyDataFolder(folder)).toBe(true);
  });
});

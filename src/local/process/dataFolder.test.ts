import { existsSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/process.ts';
import { makeDataFolder } from './dataFolder.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

describe('the data folder', () => {
  it('is made with the folders above it, for its owner alone, and taken as it is the next time', () => {
    const path = `${folder.path}/a/数据 1`;
    makeDataFolder(path);
    makeDataFolder(path);
    expect([statSync(path).isDirectory(), statSync(path).mode & 0o077]).toEqual([true, 0]);
  });

  it('is named where it cannot be made', () => {
    const file = `${folder.path}/file`;
    writeFileSync(file, '');
    const attempt = (path: string) => () => {
      makeDataFolder(path);
    };
    expect(attempt(file)).toThrow(`${file} cannot be used as the data folder (EEXIST).`);
    expect(attempt(`${file}/below/it`)).toThrow(
      `${file}/below/it cannot be used as the data folder (ENOTDIR).`,
    );
  });

  it('is refused, and not tried for ever, where nothing can be made', () => {
    // Linux has a folder that denies what is made in it; elsewhere a folder below a file has to do.
    const base = existsSync('/proc/self') ? '/proc' : import.meta.filename;
    expect(() => {
      makeDataFolder(`${base}/none/below`);
    }).toThrow(/none.below cannot be used as the data folder \(ENO(ENT|TDIR)\)\.$/);
  });
});

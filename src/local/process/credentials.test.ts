import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/process.ts';
import { keepKeys, KeyFileError, readKeys } from './credentials.ts';

const GIVEN = { accessKeyId: 'LOCALgiven', accessKeySecret: 'given-secret' };

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = `${folder.path}/access-key.json`;
});
afterEach(() => {
  folder.remove();
});

const mode = () => statSync(file).mode & 0o777;

describe('the keys of a data folder', () => {
  it('are made once, long, and for nobody but their owner', () => {
    expect(readKeys(folder.path)).toBeUndefined();
    const made = keepKeys(folder.path);
    expect(made.accessKeySecret.length).toBeGreaterThan(30);
    expect([keepKeys(folder.path), readKeys(folder.path)]).toEqual([made, made]);
    expect(mode()).toBe(0o600);
    expect(readdirSync(folder.path)).toEqual(['access-key.json']);
  });

  it('are those given where there are none, and only then', () => {
    expect(keepKeys(folder.path, GIVEN)).toEqual(GIVEN);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(GIVEN);
    expect(keepKeys(folder.path, { ...GIVEN, accessKeySecret: 'other' })).toEqual(GIVEN);
  });

  it.each([0o644, 0o660, 0o604])('are closed to others again when the mode became %o', loose => {
    keepKeys(folder.path);
    chmodSync(file, loose);
    readKeys(folder.path);
    expect(mode()).toBe(0o600);
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"accessKeyId":"LOCAL'],
    ['something else', '[]'],
    ['null', 'null'],
    ['half a pair', '{"accessKeyId":"LOCAL1"}'],
    ['numbers', '{"accessKeyId":1,"accessKeySecret":2}'],
    ['an empty secret', '{"accessKeyId":"LOCAL1","accessKeySecret":""}'],
    ['what would break a header', '{"accessKeyId":"LOCAL1\\n","accessKeySecret":"s"}'],
    ['a colon in the id', '{"accessKeyId":"LOCAL:1","accessKeySecret":"s"}'],
  ])('are never replaced where the file holds %s: that is an error', (_what, text) => {
    writeFileSync(file, text);
    for (const attempt of [() => readKeys(folder.path), () => keepKeys(folder.path, GIVEN)]) {
      expect(attempt).toThrow(KeyFileError);
      expect(attempt).toThrow(`${file} does not hold an access key. Delete it`);
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('that cannot be read are an error with the file, the reason and what to do', () => {
    mkdirSync(file);
    const attempt = () => keepKeys(folder.path);
    expect(attempt).toThrow(KeyFileError);
    expect(attempt).toThrow(`${file} cannot be read (EISDIR). Delete it to have a new one made.`);
  });
});

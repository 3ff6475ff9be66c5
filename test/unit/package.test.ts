import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { danglingPaths, packageProblems, SIZE_LIMIT } from '../../scripts/package/contents.ts';
import { listZip } from '../../scripts/package/zip.ts';

const clean = [
  'extension/package.json',
  'extension/LICENSE.txt',
  'extension/dist/extension.cjs',
  'extension/dist/undici.cjs',
  'extension/dist/language-client.cjs',
  'extension/dist/server.cjs',
  'extension/dist/local-service.mjs',
  'extension/dist/webviews/instance.js',
  'extension/dist/webviews/lineage.js',
  'extension/media/icon.png',
  'extension/l10n/bundle.l10n.zh-cn.json',
];

describe('the contents of the package', () => {
  it('may be bundles, translations and pictures up to 1.5 MB', () => {
    expect(packageProblems(clean, SIZE_LIMIT)).toEqual([]);
  });

  it.each([
    'extension/src/extension.ts',
    'extension/dist/extension.cjs.map',
    'extension/dist/webviews/instance.js.map',
    'extension/dist/extension.test.cjs',
    'extension/node_modules/undici/index.js',
    'extension/test/ui/smoke.test.ts',
    'extension/scripts/build.ts',
    'extension/tsconfig.json',
    'extension/.vscodeignore',
    'extension/package-lock.json',
  ])('may not be %s', name => {
    expect(packageProblems([...clean, name], 1)).toEqual([`${name} does not belong into the package`]);
  });

  it('may not be larger, and may not lack the extension itself', () => {
    expect(packageProblems(clean, SIZE_LIMIT + 1)).toHaveLength(1);
    expect(packageProblems([], 1)).toContain('extension/dist/extension.cjs is missing');
    expect(packageProblems([], 1)).toContain('extension/dist/webviews/lineage.js is missing');
  });
});

describe('the manifest', () => {
  it('may not name a file that is missing', () => {
    const manifest =
      '{ "main": "./dist/extension.cjs", "icon": "media/icon.png", "configuration": "./language.json" }';
    expect(danglingPaths(manifest, clean)).toEqual(['package.json names language.json, which is missing']);
  });
});

describe('the listing of a zip file', () => {
  it('refuses what is no zip file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'blink-sql-zip-'));
    const file = join(folder, 'no.zip');
    writeFileSync(file, 'x'.repeat(100));
    expect(() => listZip(file)).toThrow('is no zip file');
    rmSync(folder, { recursive: true });
  });
});

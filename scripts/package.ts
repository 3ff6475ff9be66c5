/** `npm run package`: builds for production and packs the extension into blink-sql-<version>.vsix. */
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { danglingPaths } from './package/contents.ts';
import { pack } from './package/pack.ts';
import { listZip } from './package/zip.ts';

try {
  const vsix = await pack();
  const names = listZip(vsix).map(({ name }) => name);
  const dangling = danglingPaths(readFileSync(join(root, 'package.json'), 'utf8'), names);
  if (dangling.length > 0) throw new Error(dangling.join('\n'));
  console.log(`${relative(root, vsix)} (${(statSync(vsix).size / 1000).toFixed(0)} kB)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Fields of package.json that only the development of the extension needs. */
const DEVELOPMENT_FIELDS = ['scripts', 'devDependencies', 'private', 'type'];

/** The files .vscodeignore lets through, relative to `root`, without the bundles (which are built apart). */
export function shippedFiles(root: string): string[] {
  const allowed = readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('!') && !line.startsWith('!dist/'))
    .map(line => line.slice(1).trim());
  return globSync(allowed, { cwd: root, exclude: ['**/.*'] }).filter(file => /\.\w+$|^LICENSE$/.test(file));
}

/** The manifest as it is shipped. */
function shippedManifest(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const kept = Object.entries(manifest).filter(([field]) => !DEVELOPMENT_FIELDS.includes(field));
  return JSON.stringify(Object.fromEntries(kept), null, 2);
}

/**
 * Copies into the folder `stage` what is shipped beside the bundles. A folder of its own, so that packing
 * neither mixes with a development build in dist/ nor walks through node_modules.
 */
export function stageFiles(root: string, stage: string): void {
  for (const file of [...shippedFiles(root), '.vscodeignore']) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    cpSync(join(root, file), join(stage, file));
  }
  writeFileSync(join(stage, 'package.json'), shippedManifest(root));
}

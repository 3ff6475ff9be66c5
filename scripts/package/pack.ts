import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from '../build/all.ts';
import { targetsOf } from '../build/targets.ts';
import { fingerprints, hasRecipe, isFresh, recipeOf, writeStamp } from '../build/stamp.ts';
import { withMutex } from '../bootstrap/mutex.mjs';
import { root, tools } from '../bootstrap/paths.mjs';
import { packageProblems } from './contents.ts';
import { shippedFiles, stageFiles } from './stage.ts';
import { listZip } from './zip.ts';

const stage = join(tools, 'package');
const stampFile = join(tools, 'stamps', 'package.json');

/** What vsce is told: nothing of node_modules (all is bundled), and links in the README as they are. */
const PACKING = { dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };

/** Where the package of this version is put. */
export function vsixPath(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return join(root, `blink-sql-${version}.vsix`);
}

/** What is in the package, and what it was made from; changes when a file or a bundle is added or removed. */
function recipe(): string {
  return recipeOf([shippedFiles(root), targetsOf(root).map(({ name }) => name), PACKING]);
}

/** Packs without vsce's list of files: it goes to standard output, which belongs to our caller. */
async function createQuietly(vsix: string): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await createVSIX({ ...PACKING, cwd: stage, packagePath: vsix });
  } finally {
    console.log = log;
  }
}

async function create(vsix: string): Promise<void> {
  await createQuietly(vsix);
  const names = listZip(vsix).map(({ name }) => name);
  const problems = packageProblems(names, statSync(vsix).size);
  if (problems.length === 0) return;
  rmSync(vsix);
  throw new Error(`The package may not be shipped:\n${problems.join('\n')}`);
}

/**
 * Builds for production and packs, unless the package at hand is up to date.
 * @returns the path of the package
 * @throws Error naming every file that may not be in it, or its size when it is too large
 */
export async function pack(): Promise<string> {
  const vsix = vsixPath();
  await withMutex(join(tools, 'locks', 'package'), async () => {
    if (!hasRecipe(stampFile, recipe())) rmSync(stage, { recursive: true, force: true });
    await buildAll({ root, outdir: join(stage, 'dist'), production: true });
    if (isFresh(root, stampFile, recipe())) return;
    stageFiles(root, stage);
    const bundles = globSync('dist/**/*.*', { cwd: stage }).map(file => relative(root, join(stage, file)));
    const inputs = fingerprints(root, [...shippedFiles(root), ...bundles]);
    await create(vsix);
    writeStamp(stampFile, { recipe: recipe(), inputs, outputs: [vsix] });
  });
  return vsix;
}

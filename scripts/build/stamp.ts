import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Remembers what a product was made from, so that making it again can be left out. A file is taken as unchanged when
 * its size and its time of change (ms) are: cheap enough for the thousand files of a bundle.
 */
interface Stamp {
  readonly recipe: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: readonly string[];
}

function fingerprint(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.size}:${stats.mtimeMs}`;
}

function read(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

/** A short name of a recipe: whatever else than files decides the product (options, versions, mode). */
export function recipeOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Fingerprints of `files` (relative to `root`), taken before the product is made from them. */
export function fingerprints(root: string, files: Iterable<string>): Record<string, string> {
  return Object.fromEntries([...files].map(file => [file, fingerprint(join(root, file)) ?? 'missing']));
}

/** Whether the last product of `stampFile` was made by this recipe. */
export function hasRecipe(stampFile: string, recipe: string): boolean {
  return read(stampFile)?.recipe === recipe;
}

/** Whether the product of `stampFile` is there and nothing it was made from has changed since. */
export function isFresh(root: string, stampFile: string, recipe: string): boolean {
  const stamp = read(stampFile);
  if (stamp?.recipe !== recipe) return false;
  return (
    stamp.outputs.every(file => fingerprint(resolve(root, file)) !== undefined) &&
    Object.entries(stamp.inputs).every(([file, print]) => fingerprint(join(root, file)) === print)
  );
}

/** Writes down what the product was made from. */
export function writeStamp(stampFile: string, stamp: Stamp): void {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair } from '../http/authenticate.ts';

const FILE = 'access-key.json';

/**
 * The key pair of a data folder, made at the first call. The file is readable by its owner only.
 * @throws Error when the file is there and cannot be understood
 */
export function keptCredentials(dataFolder: string): KeyPair {
  const file = join(dataFolder, FILE);
  const kept = readCredentials(file);
  if (kept) return kept;
  const made: KeyPair = {
    accessKeyId: `LOCAL${randomBytes(10).toString('hex').toUpperCase()}`,
    accessKeySecret: randomBytes(24).toString('base64url'),
  };
  writePrivate(file, JSON.stringify(made));
  return made;
}

function readCredentials(file: string): KeyPair | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { accessKeyId, accessKeySecret } = parse(file, text);
  if (typeof accessKeyId === 'string' && typeof accessKeySecret === 'string')
    return { accessKeyId, accessKeySecret };
  throw damaged(file);
}

function parse(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw damaged(file);
  }
}

const damaged = (file: string): Error =>
  new Error(`${file} does not hold an access key. Delete it to have a new one made.`);

/** Writes a file for its owner's eyes only, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  const partial = `${file}.${process.pid}.tmp`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
}

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { KeyPair } from '../http/authenticate.ts';

const FILE = 'access-key.json';
/** Readable for its owner alone. */
const PRIVATE = 0o600;

/** The key file of a data folder is there and of no use. The message says which file, why, and what to do. */
export class KeyFileError extends Error {}

/**
 * The key pair that a data folder has: it decides, for the service and for everybody who wants to talk to it.
 * @returns undefined where there is none
 * @throws KeyFileError
 */
export function readKeys(dataFolder: string): KeyPair | undefined {
  const file = join(dataFolder, FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unusable(file, `cannot be read (${codeOf(error) ?? String(error)})`);
  }
  const keys = parse(text);
  if (!keys) throw unusable(file, 'does not hold an access key');
  closeToOthers(file);
  return keys;
}

/**
 * The key pair of a data folder. Where there is none, one is kept there for good, the file being there whole or not at
 * all; of several processes that do so at once one wins, and all of them get its pair.
 * @param first what to keep where there is none; by default a new pair
 * @throws KeyFileError
 */
export function keepKeys(dataFolder: string, first?: KeyPair): KeyPair {
  const kept = readKeys(dataFolder);
  if (kept) return kept;
  const made = first ?? newKeys();
  const { accessKeyId, accessKeySecret } = made;
  createPrivate(join(dataFolder, FILE), JSON.stringify({ accessKeyId, accessKeySecret }));
  return readKeys(dataFolder) ?? made;
}

function newKeys(): KeyPair {
  return {
    accessKeyId: `LOCAL${randomBytes(10).toString('hex').toUpperCase()}`,
    accessKeySecret: randomBytes(24).toString('base64url'),
  };
}

/** Blanks and colons would break the headers that carry them. */
const ID = /^[\x21-\x39\x3b-\x7e]+$/;
const SECRET = /^[\x21-\x7e]+$/;

function parse(text: string): KeyPair | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { accessKeyId, accessKeySecret } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof accessKeyId !== 'string' || typeof accessKeySecret !== 'string') return undefined;
  return ID.test(accessKeyId) && SECRET.test(accessKeySecret) ? { accessKeyId, accessKeySecret } : undefined;
}

/** A file restored from a backup may have lost its mode. Some file systems have none: that is no error. */
function closeToOthers(file: string): void {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, PRIVATE);
  } catch {
    // Not ours to change.
  }
}

const unusable = (file: string, why: string): KeyFileError =>
  new KeyFileError(`${file} ${why}. Delete it to have a new one made.`);

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Writes a file for its owner's eyes only, whole or not at all, in place of what is there. */
export function writePrivate(file: string, text: string): void {
  renameSync(writePartial(file, text), file);
}

/** The same unless the file is there already. */
function createPrivate(file: string, text: string): void {
  const partial = writePartial(file, text);
  try {
    linkSync(partial, file);
  } catch (error) {
    // A file system without hard links: the last writer wins, and who reads afterwards gets its pair.
    if (codeOf(error) !== 'EEXIST') renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}

function writePartial(file: string, text: string): string {
  const partial = `${file}.${process.pid}.tmp`;
  const handle = openSync(partial, 'w', PRIVATE);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return partial;
}

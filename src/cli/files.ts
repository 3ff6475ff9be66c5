import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fill } from './texts.ts';
import type { Texts } from './texts.ts';

/** Input that cannot be read, or output that cannot be written; the message is in the user's language. */
export class FileError extends Error {}

/** Standard input, as a file name. */
export const STDIN = '-';

const MARK = '\ufeff';

/** A text and whether its file began with a byte order mark. */
export interface Source {
  readonly text: string;
  readonly hasMark: boolean;
}

/** npm runs scripts in the project's folder; names are meant from where it was called, which the script passes on. */
function pathOf(file: string): string {
  return resolve(process.env['BLINK_CALLED_FROM'] ?? process.cwd(), file);
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (file !== STDIN) return readFile(pathOf(file));
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Reads a file, or standard input for `-`.
 * @throws FileError
 */
export async function readSource(file: string, texts: Texts): Promise<Source> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file);
  } catch (error) {
    const code = codeOf(error);
    const text = { ENOENT: texts.notFound, EISDIR: texts.isFolder }[code] ?? texts.unreadable;
    throw new FileError(fill(text, file, code));
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith(MARK);
    return { text: hasMark ? text.slice(1) : text, hasMark };
  } catch {
    throw new FileError(fill(texts.notUtf8, file));
  }
}

/**
 * Replaces a file as a whole: nobody sees half of it, and a failure leaves the old one.
 * @throws FileError
 */
export async function writeSource(file: string, { text, hasMark }: Source, texts: Texts): Promise<void> {
  let partial: string | undefined;
  try {
    const target = await realpath(pathOf(file));
    partial = `${target}.${process.pid}.tmp`;
    const { mode } = await stat(target);
    await writeFile(partial, (hasMark ? MARK : '') + text, { mode });
    await rename(partial, target);
  } catch (error) {
    if (partial !== undefined) await rm(partial, { force: true });
    throw new FileError(fill(texts.unwritable, file, codeOf(error)));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { NonceJournal } from './nonces.ts';

/**
 * Used nonces in a file that is only ever appended to. An entry is one short write into the system's cache, which
 * outlives this process however it ends; syncing it to the disk would cost every request more than all the rest. What
 * a crash of the machine loses is made good by refusing what was signed before the machine started (authenticate.ts).
 *
 * Whenever the file spans the window it becomes the second one in place of the one before, so that two windows at most
 * are on the disk and nothing is ever rewritten. A data folder has one service at a time, so there is one writer.
 */
export class NonceFile implements NonceJournal {
  readonly #file: string;
  readonly #window: number;
  readonly entries: readonly (readonly [string, number])[];
  /** When the present file began, epoch ms. */
  #begun: number | undefined;
  #handle: number;

  /**
   * @param window ms that entries are needed for
   * @throws Error when the file can be neither read nor made
   */
  constructor(file: string, window: number) {
    this.#file = file;
    this.#window = window;
    const present = readEntries(file);
    this.entries = [...readEntries(olderThan(file)), ...present];
    this.#begun = present[0]?.[1];
    this.#handle = open(file);
  }

  add(digest: string, time: number): void {
    this.#begun ??= time;
    if (time - this.#begun >= this.#window) this.#turnOver(time);
    // The line end comes first: it ends what a crash of the machine has cut off.
    writeSync(this.#handle, `\n${time} ${digest}`);
  }

  close(): void {
    closeSync(this.#handle);
  }

  #turnOver(time: number): void {
    closeSync(this.#handle);
    renameSync(this.#file, olderThan(this.#file));
    this.#handle = open(this.#file);
    this.#begun = time;
  }
}

const olderThan = (file: string): string => `${file}.1`;

function open(file: string): number {
  return openSync(file, 'a', 0o600);
}

/** A line that a crash of the machine has spoilt is none. */
const ENTRY = /^(\d{1,16}) ([\w-]{43})$/;

function readEntries(file: string): [string, number][] {
  const entries: [string, number][] = [];
  for (const line of readLines(file)) {
    const [, time, digest] = ENTRY.exec(line) ?? [];
    if (time !== undefined && digest !== undefined) entries.push([digest, Number(time)]);
  }
  return entries;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

import type { JobRef } from '../connections/api.ts';
import type { ConnectionId, JobName, ProjectName } from '../services/model.ts';
import type { JobFileKind } from './jobPath.ts';
import { encodeSegment, keptName, parseKeptName, type KeptName } from './journalNames.ts';
import type { KeptText, SaveJournal } from './saveJob.ts';

/** Flat files in folders; paths are segments below the journal's own root. */
export interface JournalFiles {
  /** Creates missing folders. Never replaces: names are unique. */
  write(path: readonly string[], content: Uint8Array): Promise<void>;
  read(path: readonly string[]): Promise<Uint8Array>;
  /** Names in a folder; none when it does not exist. */
  list(path: readonly string[]): Promise<readonly string[]>;
  size(path: readonly string[]): Promise<number>;
  delete(path: readonly string[]): Promise<void>;
}

export interface JournalLimits {
  readonly entriesPerJob: number;
  readonly bytesPerJob: number;
  readonly ageMs: number;
}

const DAY = 24 * 60 * 60 * 1000;
const MB = 1024 * 1024;
const LIMITS: JournalLimits = { entriesPerJob: 4000, bytesPerJob: 64 * MB, ageMs: 30 * DAY };
/** A job's folder is looked through once per so many kept texts. */
const PRUNE_EVERY = 50;
const REMEMBERED = 4;

export interface Kept extends KeptName {
  readonly path: readonly string[];
}

/** The texts of one connection's jobs that saves replaced or wrote, newest first, bounded by age, number and size. */
export class Journal {
  readonly #files: JournalFiles;
  readonly #now: () => number;
  readonly #limits: JournalLimits;
  /** The texts kept last per file: a save usually replaces what the save before it wrote. */
  readonly #recent = new Map<string, readonly string[]>();
  #kept = 0;

  constructor(files: JournalFiles, now: () => number = Date.now, limits: JournalLimits = LIMITS) {
    this.#files = files;
    this.#now = now;
    this.#limits = limits;
  }

  /** The journal as a save wants it. */
  of(connection: ConnectionId): SaveJournal {
    return { keep: entry => this.keep({ connection, ...entry }) };
  }

  async keep(
    entry: Omit<KeptText, 'role'> & { readonly connection: ConnectionId; readonly role: KeptName['role'] },
  ): Promise<void> {
    const folder = folderOf(entry);
    const key = [...folder, entry.kind].join('/');
    const recent = this.#recent.get(key) ?? [];
    if (entry.text === '' || recent.includes(entry.text)) return;
    const { role, kind, who } = entry;
    const nonce = Math.floor(Math.random() * 36 ** 6).toString(36);
    const name = keptName({ time: this.#now(), role, kind, ...(who === undefined ? {} : { who }) }, nonce);
    await this.#files.write([...folder, name], new TextEncoder().encode(entry.text));
    this.#recent.set(key, [...recent.slice(1 - REMEMBERED), entry.text]);
    if (this.#kept++ % PRUNE_EVERY === 0) await this.#prune(folder);
  }

  /** Newest first. */
  async list(ref: JobRef, kind?: JobFileKind): Promise<readonly Kept[]> {
    const folder = folderOf(ref);
    const names = [...(await this.#files.list(folder))].sort().reverse();
    return names.flatMap(name => {
      const parsed = parseKeptName(name);
      return parsed && (kind === undefined || parsed.kind === kind)
        ? [{ ...parsed, path: [...folder, name] }]
        : [];
    });
  }

  async read(kept: { readonly path: readonly string[] }): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.#files.read(kept.path));
  }

  async #prune(folder: readonly string[]): Promise<void> {
    const names = [...(await this.#files.list(folder))].sort().reverse();
    const { ageMs, bytesPerJob, entriesPerJob } = this.#limits;
    const oldest = this.#now() - ageMs;
    let bytes = 0;
    for (const [index, name] of names.entries()) {
      const path = [...folder, name];
      const time = parseKeptName(name)?.time;
      // What is not ours is left alone.
      if (time === undefined) continue;
      bytes += await this.#files.size(path);
      const isOver = index >= entriesPerJob || time < oldest || bytes > bytesPerJob;
      if (isOver && index > 0) await this.#files.delete(path);
    }
  }
}

function folderOf(of: {
  readonly connection: ConnectionId;
  readonly project: ProjectName;
  readonly job: JobName;
}): readonly string[] {
  return [of.connection, of.project, of.job].map(encodeSegment);
}

import { asLoaded, fingerprint } from './fingerprint.ts';

/** The version at the service a document was loaded from. */
export interface Base {
  /** Of the text as the service has it. */
  readonly print: string;
  /** Epoch ms. */
  readonly modifyTime: number;
}

interface Read extends Base {
  /** Of the text as the editor shows it. */
  readonly loaded: string;
}

/** How many reads of one file are remembered until the document shows which of them it took. */
const REMEMBERED_READS = 4;
/** Files read without being open (search, other extensions) are soon forgotten. */
const REMEMBERED_FILES = 64;

/**
 * Knows from which version at the service each open document was loaded. Reading a file proves nothing: anybody may
 * read it while a document with older text is open. So a document's base moves only when the document, free of
 * unsaved changes, shows the text of a remembered read, or when it has just been saved.
 */
export class Bases {
  readonly #reads = new Map<string, Read[]>();
  readonly #bases = new Map<string, Base>();

  get(file: string): Base | undefined {
    return this.#bases.get(file) ?? this.#reads.get(file)?.at(-1);
  }

  /** The file's text was handed to somebody. */
  noteRead(file: string, text: string, modifyTime: number): void {
    const reads = this.#reads.get(file) ?? [];
    this.#reads.delete(file);
    reads.push({ print: fingerprint(text), loaded: fingerprint(asLoaded(text)), modifyTime });
    this.#reads.set(file, reads.slice(-REMEMBERED_READS));
    for (const oldest of this.#reads.keys()) {
      if (this.#reads.size <= REMEMBERED_FILES) break;
      if (oldest !== file && !this.#bases.has(oldest)) this.#reads.delete(oldest);
    }
  }

  /** A document without unsaved changes shows this text. @returns whether its base moved */
  noteClean(file: string, shown: string): boolean {
    const loaded = fingerprint(asLoaded(shown));
    const read = this.#reads.get(file)?.findLast(candidate => candidate.loaded === loaded);
    if (!read || read.print === this.#bases.get(file)?.print) return false;
    this.#bases.set(file, { print: read.print, modifyTime: read.modifyTime });
    return true;
  }

  /** The document's text is now at the service. */
  noteWritten(file: string, text: string, modifyTime: number): void {
    this.noteRead(file, text, modifyTime);
    this.#bases.set(file, { print: fingerprint(text), modifyTime });
  }

  /** The base of a document that comes back with unsaved changes after a restart. */
  restore(file: string, base: Base): void {
    this.#bases.set(file, base);
  }

  forget(file: string): void {
    this.#bases.delete(file);
    this.#reads.delete(file);
  }
}

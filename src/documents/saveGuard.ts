import { Bases, type Base } from './bases.ts';
import { fingerprint } from './fingerprint.ts';

/** What the editor is told of a file. */
export interface Told {
  /** Epoch ms. */
  readonly mtime: number;
  /** bytes of UTF-8 */
  readonly size: number;
}

/** A version at the service. */
export interface Version extends Told {
  readonly text: string;
}

/**
 * Lets the editor's own protection against overwriting do its work, with our knowledge. Before a save the editor asks
 * for the file's state and refuses, offering to compare or to overwrite, when the file is newer *and* of another size
 * than it knows. The second condition would let an edit of the same length pass. So while a document with unsaved
 * changes and the service disagree, the file is said to be newer and larger than ever said before; and a write that
 * comes all the same is the user's decision to overwrite what the editor was shown.
 */
export class SaveGuard {
  readonly bases = new Bases();
  readonly #told = new Map<string, Told>();
  /** Texts at the service which the user may choose, or has chosen, to replace. */
  readonly #shown = new Map<string, string>();
  readonly #agreed = new Map<string, string>();
  /** What a save whose outcome is open may still put there. */
  readonly #uncertain = new Map<string, Set<string>>();

  /** Whether a document with unsaved changes was made from another version than the one at the service. */
  isConflict(file: string, text: string): boolean {
    const base = this.bases.get(file);
    return base !== undefined && base.print !== fingerprint(text) && !this.#isOurs(file, text);
  }

  /** What to tell the editor of a file. @param isDirty it is open with unsaved changes */
  tell(file: string, version: Version, isDirty: boolean): Told & { readonly isConflict: boolean } {
    const { text, mtime, size } = version;
    const isSettled = this.#agreed.get(file) === text || (isDirty && this.#isOurs(file, text));
    if (isSettled) return { mtime: 0, size, isConflict: false };
    const isConflict = isDirty && this.isConflict(file, text);
    const before = this.#told.get(file);
    const told =
      isConflict && before
        ? { mtime: Math.max(mtime, before.mtime + 1), size: Math.max(size, before.size + 1) }
        : { mtime, size };
    this.#told.set(file, {
      mtime: Math.max(told.mtime, before?.mtime ?? 0),
      size: Math.max(told.size, before?.size ?? 0),
    });
    if (isConflict) this.#shown.set(file, text);
    else this.#shown.delete(file);
    return { ...told, isConflict };
  }

  /** Whether a write that reached us may replace this text although the document was made from another. */
  mayReplace(file: string, text: string): boolean {
    return this.#shown.get(file) === text || this.#agreed.get(file) === text || this.#isOurs(file, text);
  }

  /** The user wants this text at the service replaced by the document's. */
  agree(file: string, text: string): void {
    this.#agreed.set(file, text);
  }

  /** The outcome of writing this text is open. */
  noteUncertain(file: string, text: string): void {
    const texts = this.#uncertain.get(file) ?? new Set();
    this.#uncertain.set(file, texts.add(text));
  }

  noteWritten(file: string, { text, mtime }: Version): void {
    this.bases.noteWritten(file, text, mtime);
    this.endAgreement(file);
    this.#shown.delete(file);
    this.#uncertain.delete(file);
  }

  endAgreement(file: string): void {
    this.#agreed.delete(file);
  }

  /** What has to be known again after a restart, when the document comes back with unsaved changes. */
  memory(file: string): Memory | undefined {
    const base = this.bases.get(file);
    const told = this.#told.get(file);
    return base && told && { ...base, ...told };
  }

  restore(file: string, memory: Memory): void {
    this.bases.restore(file, { print: memory.print, modifyTime: memory.modifyTime });
    this.#told.set(file, { mtime: memory.mtime, size: memory.size });
  }

  forget(file: string): void {
    this.bases.forget(file);
    for (const map of [this.#told, this.#shown, this.#agreed, this.#uncertain]) map.delete(file);
  }

  #isOurs(file: string, text: string): boolean {
    return this.#uncertain.get(file)?.has(text) ?? false;
  }
}

export interface Memory extends Base, Told {}

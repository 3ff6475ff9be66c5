import * as vscode from 'vscode';
import type { OpenDocuments } from './openDocuments.ts';
import type { Memory, SaveGuard } from './saveGuard.ts';
import { SCHEME } from './uris.ts';

const KEY = 'documents.unsaved';

/**
 * A document with unsaved changes outlives the window (hot exit) without being read again, so what it was made from is
 * remembered with the workspace. No text is stored here: the editor keeps that itself.
 */
export class UnsavedMemory implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #guard: SaveGuard;
  readonly #open: OpenDocuments;
  readonly #subscriptions: vscode.Disposable;

  constructor(state: vscode.Memento, guard: SaveGuard, open: OpenDocuments) {
    this.#state = state;
    this.#guard = guard;
    this.#open = open;
    for (const [file, memory] of Object.entries(this.#stored())) guard.restore(file, memory);
    for (const { document } of open.all) this.#observe(document);
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(document => this.#observe(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#observe(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A clean document shows what it was loaded from; one that turns dirty has to be remembered. */
  #observe(document: vscode.TextDocument): void {
    if (document.uri.scheme !== SCHEME) return;
    const file = document.uri.toString();
    if (!document.isDirty) {
      this.#guard.bases.noteClean(file, document.getText());
      this.#forget(file);
      return;
    }
    const memory = this.#guard.memory(file);
    const stored = this.#stored();
    if (!memory || stored[file]?.print === memory.print) return;
    void this.#state.update(KEY, { ...stored, [file]: memory });
  }

  #close(uri: vscode.Uri): void {
    if (uri.scheme !== SCHEME) return;
    // A change of language closes and opens a document: its versions stay known while it is in the window.
    if (this.#open.document(uri) !== undefined) return;
    this.#guard.forget(uri.toString());
    this.#forget(uri.toString());
  }

  #stored(): Readonly<Record<string, Memory>> {
    return this.#state.get(KEY, {});
  }

  #forget(file: string): void {
    const { [file]: forgotten, ...rest } = this.#stored();
    if (forgotten) void this.#state.update(KEY, rest);
  }
}

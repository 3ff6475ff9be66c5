import * as vscode from 'vscode';
import { isCancellation } from '../platform/failure.ts';
import { logError } from '../platform/log.ts';
import type { JobFileSystem } from './fileSystem.ts';
import { fingerprint } from './fingerprint.ts';
import { textOf } from './members.ts';
import type { OpenJobFile } from './openDocuments.ts';
import type { Parts } from './parts.ts';

/** ms between two looks at the documents in sight. */
const INTERVAL = 5_000;
const LONGEST_INTERVAL = 120_000;
/** ms a word about a reloaded document stays in the status bar. */
const NOTICE_MS = 8_000;

/**
 * Sees what others do to the jobs of open documents, since the service tells nobody: looks at those in sight every few
 * seconds while the window has the focus, and at all when it gets it. The editor then reloads a document without
 * unsaved changes; one with unsaved changes is marked as in conflict.
 */
export class ServerWatch implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #files: JobFileSystem;
  readonly #subscriptions: vscode.Disposable;
  readonly #missing = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #interval = INTERVAL;

  constructor(parts: Parts, files: JobFileSystem) {
    this.#parts = parts;
    this.#files = files;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.look(parts.open.all);
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        // Documents that come back with unsaved changes after a restart have not been read yet.
        void this.look(parts.open.visible.filter(({ file }) => !parts.reader.last(file)));
        this.#schedule();
      }),
      parts.events.onDid(event => {
        if (!('job' in event.ref)) return;
        // What this window did to a job may concern other files of it.
        if (event.kind !== 'changed') parts.reader.note(event.ref, undefined);
        if (event.kind === 'moved') parts.folders.forget();
        void this.look(parts.open.of(event.ref));
      }),
    );
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Compares these documents with the service. Never rejects. */
  async look(documents: readonly OpenJobFile[]): Promise<void> {
    const results = await Promise.allSettled(documents.map(document => this.#lookAt(document)));
    const failure = results.find(result => result.status === 'rejected');
    if (failure && !isCancellation(failure.reason))
      logError('Looking for changes of open jobs', failure.reason);
    this.#interval = failure ? Math.min(this.#interval * 2, LONGEST_INTERVAL) : INTERVAL;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#parts.open.visible.length === 0) return;
    this.#timer = setTimeout(() => {
      const isLooking = vscode.window.state.focused ? this.look(this.#parts.open.visible) : Promise.resolve();
      void isLooking.then(() => this.#schedule());
    }, this.#interval);
  }

  async #lookAt({ document, file }: OpenJobFile): Promise<void> {
    const { conflicts, guard } = this.#parts;
    const { uri } = document;
    const key = uri.toString();
    const job = await this.#files.find(file);
    if (document.isClosed) return;
    if (!job) {
      if (!this.#missing.has(key)) this.#files.fire(vscode.FileChangeType.Deleted, uri);
      this.#missing.add(key);
      return;
    }
    if (this.#missing.delete(key)) this.#files.fire(vscode.FileChangeType.Created, uri);
    const text = textOf(job, file.kind);
    const base = guard.bases.get(key);
    if (base === undefined || base.print === fingerprint(text)) {
      conflicts.clear(uri);
    } else if (!document.isDirty) {
      conflicts.clear(uri);
      this.#files.fire(vscode.FileChangeType.Changed, uri);
      const words = vscode.l10n.t('{0} was changed at the service and has been loaded anew.', file.job);
      vscode.window.setStatusBarMessage(`$(cloud-download) ${words}`, NOTICE_MS);
    } else if (guard.isConflict(key, text)) {
      conflicts.mark(uri, job);
    }
  }
}

import * as vscode from 'vscode';
import type { Job } from '../services/model.ts';

/** A document with unsaved changes whose job somebody else has changed meanwhile. */
export interface Conflict {
  readonly uri: vscode.Uri;
  /** The job as the service has it. */
  readonly theirs: Job;
}

/** Which open documents are in conflict with the service; every finding of one and its end are told. */
export class ConflictMarks implements vscode.Disposable {
  readonly #marks = new Map<string, Conflict>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  get(uri: vscode.Uri): Conflict | undefined {
    return this.#marks.get(uri.toString());
  }

  /** @returns whether this version was not known to be in conflict before */
  mark(uri: vscode.Uri, theirs: Job): boolean {
    const before = this.get(uri);
    this.#marks.set(uri.toString(), { uri, theirs });
    if (before?.theirs.modifyTime === theirs.modifyTime) return false;
    this.#changed.fire(uri);
    return true;
  }

  clear(uri: vscode.Uri): void {
    if (this.#marks.delete(uri.toString())) this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

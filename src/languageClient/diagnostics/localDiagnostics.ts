import * as vscode from 'vscode';
import type { Validation } from '../../validation/validation.ts';
import { canBeEdited } from './canBeEdited.ts';

type Show = (uri: vscode.Uri, diagnostics: vscode.Diagnostic[]) => void;

interface Latest {
  readonly diagnostics: readonly vscode.Diagnostic[];
  readonly show: Show;
}

/** The language server's diagnostics on their way into the Problems view, where they meet the service's. */
export class LocalDiagnostics implements vscode.Disposable {
  readonly #faults: Validation['faults'];
  /** As the server sent them, by document. */
  readonly #latest = new Map<string, Latest>();
  readonly #received = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscription: vscode.Disposable;
  /** The server has looked at a document anew. */
  readonly onDidReceive = this.#received.event;

  constructor(faults: Validation['faults']) {
    this.#faults = faults;
    this.#subscription = faults.onDidConfirm(uri => {
      const latest = this.#latest.get(uri.toString());
      latest?.show(uri, faults.marked(uri, latest.diagnostics));
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#received.dispose();
  }

  receive(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[], show: Show): void {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === key);
    if (!document || !canBeEdited(uri)) {
      this.#latest.delete(key);
      this.#faults.forget(uri);
      show(uri, []);
    } else {
      this.#latest.set(key, { diagnostics, show });
      show(uri, this.#faults.merge(document, diagnostics));
    }
    this.#received.fire(uri);
  }

  /** The server has ended, and its diagnostics are gone with it: the service's stand for themselves again. */
  reset(): void {
    const keys = [...this.#latest.keys()];
    this.#latest.clear();
    for (const key of keys) this.#faults.forget(vscode.Uri.parse(key));
  }
}

import * as vscode from 'vscode';
import type { LocatedError } from '../language/service/locate.ts';
import { afterEdits } from './tracking.ts';

/**
 * The service's errors in the Problems view. They belong to a saved text: while it is edited they move along, and one
 * whose own characters are edited goes, since nobody can say whether it still holds.
 */
export class ServiceDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('blink');
  readonly #errors = new Map<string, readonly LocatedError[]>();
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const errors = this.#errors.get(document.uri.toString());
      if (!errors || contentChanges.length === 0) return;
      const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        inserted: text.length,
      }));
      this.set(document, afterEdits(errors, edits));
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  /** @returns how many of a document's errors are still shown */
  count(uri: vscode.Uri): number {
    return this.#errors.get(uri.toString())?.length ?? 0;
  }

  set(document: vscode.TextDocument, errors: readonly LocatedError[]): void {
    if (errors.length === 0) {
      this.clear(document.uri);
      return;
    }
    this.#errors.set(document.uri.toString(), errors);
    this.#collection.set(
      document.uri,
      errors.map(error => diagnosticOf(document, error)),
    );
  }

  clear(uri: vscode.Uri): void {
    this.#errors.delete(uri.toString());
    this.#collection.delete(uri);
  }
}

function diagnosticOf(document: vscode.TextDocument, error: LocatedError): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(error.start), document.positionAt(error.end));
  const text = error.hint ? `${error.message}\n${error.hint}` : error.message;
  const severity =
    error.severity === 'warning' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
  const diagnostic = new vscode.Diagnostic(range, text, severity);
  diagnostic.source = 'Blink';
  if (error.code !== undefined) diagnostic.code = error.code;
  return diagnostic;
}

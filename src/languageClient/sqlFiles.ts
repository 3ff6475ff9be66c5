import * as vscode from 'vscode';
import { logError } from '../platform/log.ts';
import { onDidChangeSettings, takesSqlFiles } from './settings.ts';

export const BLINK_SQL = 'blink-sql';
const PLAIN_SQL = 'sql';

/**
 * Takes plain SQL documents, of files and untitled ones, for Blink SQL while the setting is on, and gives those back
 * when it is turned off. A document whose language a person chose by hand keeps it.
 */
export class SqlFiles implements vscode.Disposable {
  /** The documents taken, by URI. */
  readonly #taken = new Set<string>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(document => {
        this.#opened(document);
      }),
      vscode.workspace.onDidCloseTextDocument(document => {
        // A change of language closes and opens a document, which stays in the window meanwhile.
        if (vscode.workspace.textDocuments.includes(document)) return;
        this.#taken.delete(document.uri.toString());
      }),
      onDidChangeSettings(['sqlFiles'], () => {
        this.#lookAtAll();
      }),
    );
    this.#lookAtAll();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #lookAtAll(): void {
    const isOn = takesSqlFiles();
    for (const document of vscode.workspace.textDocuments) {
      if (isOn) this.#opened(document);
      else if (this.#taken.delete(document.uri.toString()) && document.languageId === BLINK_SQL) {
        this.#change(document, PLAIN_SQL);
      }
    }
  }

  #opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    // Somebody gave a document back by hand: it stays what they made it, until it is opened again.
    if (document.languageId !== PLAIN_SQL || this.#taken.has(key) || !takesSqlFiles()) return;
    if (!['file', 'untitled', 'vscode-remote'].includes(document.uri.scheme)) return;
    this.#taken.add(key);
    this.#change(document, BLINK_SQL);
  }

  #change(document: vscode.TextDocument, language: string): void {
    vscode.languages.setTextDocumentLanguage(document, language).then(undefined, (error: unknown) => {
      this.#taken.delete(document.uri.toString());
      logError('Changing the language of a document', error);
    });
  }
}

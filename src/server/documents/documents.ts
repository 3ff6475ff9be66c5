import type { Connection } from 'vscode-languageserver';
import { OpenDocument } from './openDocument.ts';

/** Called with a document that was opened, changed or learned of its job. */
export type ChangeListener = (document: OpenDocument) => void;
export type CloseListener = (uri: string) => void;

/** The documents the editor has open, as its notifications describe them. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();
  private readonly changeListeners: ChangeListener[] = [];
  private readonly closeListeners: CloseListener[] = [];

  listen(connection: Connection): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      this.open.get(uri)?.close();
      const document = new OpenDocument(uri, version, text);
      this.open.set(uri, document);
      this.changed(document);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.open.get(uri);
      if (document === undefined) return;
      document.change(version, contentChanges);
      this.changed(document);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.open.get(uri)?.close();
      if (this.open.delete(uri)) for (const listener of this.closeListeners) listener(uri);
    });
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  all(): Iterable<OpenDocument> {
    return this.open.values();
  }

  onChange(listener: ChangeListener): void {
    this.changeListeners.push(listener);
  }

  onClose(listener: CloseListener): void {
    this.closeListeners.push(listener);
  }

  /** Tells everybody that what follows from a document may differ from now on. */
  changed(document: OpenDocument): void {
    for (const listener of this.changeListeners) listener(document);
  }
}

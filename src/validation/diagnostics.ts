import * as vscode from 'vscode';
import type { LocatedError } from '../language/service/locate.ts';
import { coveringFault, type LocalFault } from './merge.ts';
import { afterEdit, afterEdits, type Edit } from './tracking.ts';

/** An error of the service; `coveredAt` is the version of the document in which the language server found it, too. */
interface Tracked extends LocatedError {
  readonly coveredAt?: number | undefined;
}

interface Entry {
  /** Of the service, at their places in the present text. */
  errors: readonly Tracked[];
  /** Of the language server, as it sent them, and their places now: undefined where edited since. */
  locals: readonly (LocalFault | undefined)[];
  /** By the index of a local fault: the service's error it stands for. */
  confirmed: ReadonlyMap<number, LocatedError>;
}

/**
 * The service's errors in the Problems view. They belong to a saved text: while it is edited they move along, and one
 * whose own characters are edited goes, since nobody can say whether it still holds.
 *
 * What the language server finds, too, is shown once: in its words, which are in the user's language and follow every
 * key, with a mark that the service says so as well. Such an error goes with the local one.
 */
export class ServiceDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('blink');
  readonly #entries = new Map<string, Entry>();
  readonly #confirmed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscription: vscode.Disposable;
  /** Other faults of the language server are confirmed by the service than before: `merge` has a new answer. */
  readonly onDidConfirm = this.#confirmed.event;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const entry = this.#entries.get(document.uri.toString());
      if (!entry || contentChanges.length === 0) return;
      const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        inserted: text.length,
      }));
      entry.errors = afterEdits(entry.errors, edits);
      entry.locals = entry.locals.map(local => local && moved(local, edits));
      this.#show(document, entry);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#confirmed.dispose();
    this.#collection.dispose();
  }

  /** @returns how many of a document's errors still hold, however they are shown */
  count(uri: vscode.Uri): number {
    return this.#entries.get(uri.toString())?.errors.length ?? 0;
  }

  /** What the service says of a document, at places of its present text. */
  set(document: vscode.TextDocument, errors: readonly LocatedError[]): void {
    const entry = this.#entry(document.uri);
    entry.errors = errors;
    this.#compare(document, entry);
  }

  clear(uri: vscode.Uri): void {
    const entry = this.#entries.get(uri.toString());
    if (!entry) return;
    entry.errors = [];
    this.#collection.delete(uri);
    this.#confirm(uri, entry, new Map());
    this.#tidy(uri, entry);
  }

  /**
   * Takes what the language server says of a document's present text.
   * @returns the same, with marks on what the service says, too
   */
  merge(document: vscode.TextDocument, local: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    const entry = this.#entry(document.uri);
    entry.locals = local.map(diagnostic => faultOf(document, diagnostic));
    entry.errors = entry.errors.filter(error => {
      const isFixed =
        error.coveredAt !== undefined &&
        error.coveredAt < document.version &&
        coveringFault(error, entry.locals, document.getText()) === undefined;
      return !isFixed;
    });
    this.#compare(document, entry, false);
    return this.marked(document.uri, local);
  }

  /** These faults of the language server, which `merge` was told of, with marks on what the service says, too. */
  marked(uri: vscode.Uri, local: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    const confirmed = this.#entries.get(uri.toString())?.confirmed;
    return local.map((diagnostic, index) => {
      const error = confirmed?.get(index);
      return error ? confirmedOf(uri, diagnostic, error) : diagnostic;
    });
  }

  /** The language server says nothing of a document any more: it is closed, or there is no server. */
  forget(uri: vscode.Uri): void {
    const entry = this.#entries.get(uri.toString());
    if (!entry) return;
    entry.locals = [];
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
    if (document) this.#compare(document, entry, false);
    else this.clear(uri);
  }

  #entry(uri: vscode.Uri): Entry {
    const key = uri.toString();
    const known = this.#entries.get(key);
    if (known) return known;
    const made: Entry = { errors: [], locals: [], confirmed: new Map() };
    this.#entries.set(key, made);
    return made;
  }

  /** Finds out anew which errors of the service the language server has found, too. */
  #compare(document: vscode.TextDocument, entry: Entry, tells = true): void {
    const text = document.getText();
    const confirmed = new Map<number, LocatedError>();
    entry.errors = entry.errors.map(error => {
      const index = coveringFault(error, entry.locals, text);
      if (index === undefined) return { ...error, coveredAt: undefined };
      if (!confirmed.has(index)) confirmed.set(index, error);
      return { ...error, coveredAt: document.version };
    });
    this.#show(document, entry);
    this.#confirm(document.uri, entry, confirmed, tells);
    this.#tidy(document.uri, entry);
  }

  #confirm(uri: vscode.Uri, entry: Entry, confirmed: Entry['confirmed'], tells = true): void {
    const before = entry.confirmed;
    entry.confirmed = confirmed;
    const isSame =
      before.size === confirmed.size &&
      [...confirmed].every(([index, { message }]) => before.get(index)?.message === message);
    if (tells && !isSame) this.#confirmed.fire(uri);
  }

  #show(document: vscode.TextDocument, { errors }: Entry): void {
    const own = errors.filter(({ coveredAt }) => coveredAt === undefined);
    if (own.length === 0) this.#collection.delete(document.uri);
    else
      this.#collection.set(
        document.uri,
        own.map(error => diagnosticOf(document, error)),
      );
  }

  #tidy(uri: vscode.Uri, { errors, locals }: Entry): void {
    if (errors.length === 0 && locals.length === 0) this.#entries.delete(uri.toString());
  }
}

function moved(local: LocalFault, edits: readonly Edit[]): LocalFault | undefined {
  const [only, ...others] = edits;
  // The common case, a key, without the copy.
  return only && others.length === 0 ? afterEdit(local, only) : afterEdits([local], edits)[0];
}

function diagnosticOf(document: vscode.TextDocument, error: LocatedError): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(error.start), document.positionAt(error.end));
  const severity =
    error.severity === 'warning' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
  const diagnostic = new vscode.Diagnostic(range, wordsOf(error), severity);
  diagnostic.source = 'Blink';
  if (error.code !== undefined) diagnostic.code = error.code;
  return diagnostic;
}

function wordsOf({ message, hint }: LocatedError): string {
  return hint ? `${message}\n${hint}` : message;
}

/** A local fault that the service reports as well: in the local words, with the service's beside them. */
function confirmedOf(uri: vscode.Uri, diagnostic: vscode.Diagnostic, error: LocatedError): vscode.Diagnostic {
  // A copy: what the language server sent stays as it is, for the next time. Of its own class, which code actions need.
  const copy = Object.create(
    Object.getPrototypeOf(diagnostic) as object,
    Object.getOwnPropertyDescriptors(diagnostic),
  ) as vscode.Diagnostic;
  copy.source = vscode.l10n.t('{0} and service', diagnostic.source ?? 'Blink SQL');
  const said = error.code === undefined ? wordsOf(error) : `${error.code}: ${wordsOf(error)}`;
  copy.relatedInformation = [
    new vscode.DiagnosticRelatedInformation(
      new vscode.Location(uri, diagnostic.range),
      vscode.l10n.t('The service says: {0}', said),
    ),
    ...(diagnostic.relatedInformation ?? []),
  ];
  return copy;
}

const SEVERITIES = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
} as const satisfies Record<vscode.DiagnosticSeverity, LocalFault['severity']>;

function faultOf(document: vscode.TextDocument, { range, severity, code }: vscode.Diagnostic): LocalFault {
  const id = typeof code === 'object' ? code.value : code;
  return {
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    severity: SEVERITIES[severity],
    code: String(id ?? ''),
  };
}

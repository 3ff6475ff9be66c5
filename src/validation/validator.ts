import * as vscode from 'vscode';
import { jobKey, type Connections, type JobRef } from '../connections/api.ts';
import type { Documents } from '../documents/documents.ts';
import { isCancellation } from '../platform/failure.ts';
import { logError } from '../platform/log.ts';
import { UserError } from '../platform/userError.ts';
import type { ServiceDiagnostics } from './diagnostics.ts';
import { Latest } from './latest.ts';
import { afterEdits, type Edit } from './tracking.ts';
import { verdictOf, type Verdict } from './verdict.ts';

const UNKNOWN: Verdict = { kind: 'unknown' };

interface Parts {
  readonly documents: Documents;
  readonly connections: Connections;
}

/** Asks the service about the code of jobs and keeps what it said, per job, until the code changes. */
export class Validator implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #diagnostics: ServiceDiagnostics;
  readonly #runs = new Latest<Verdict>();
  readonly #verdicts = new Map<string, Verdict>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscription: vscode.Disposable;
  /** Jobs being saved by `validate`, which asks the service itself afterwards. */
  readonly #demanded = new Set<string>();
  /** The key of the job whose verdict changed. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: Parts, diagnostics: ServiceDiagnostics) {
    this.#parts = parts;
    this.#diagnostics = diagnostics;
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const ref = contentChanges.length > 0 ? this.#codeOf(document) : undefined;
        if (ref && !this.#runs.isRunning(jobKey(ref))) this.#set(ref, UNKNOWN);
      }),
      vscode.workspace.onDidCloseTextDocument(document => {
        const ref = this.#codeOf(document);
        if (!ref || parts.documents.documentsOf(ref).includes(document)) return;
        this.#runs.cancel(jobKey(ref));
        this.#verdicts.delete(jobKey(ref));
        diagnostics.clear(document.uri);
      }),
    );
  }

  dispose(): void {
    this.#runs.cancelAll();
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  verdict(ref: JobRef): Verdict {
    return this.#verdicts.get(jobKey(ref)) ?? UNKNOWN;
  }

  /** See `Validation.validate`. */
  async validate(ref: JobRef): Promise<Verdict | undefined> {
    const document = await this.#documentOf(ref);
    const key = jobKey(ref);
    if (document.isDirty) {
      this.#demanded.add(key);
      try {
        // A save that fails has told the user why.
        if (!(await document.save())) return undefined;
      } finally {
        this.#demanded.delete(key);
      }
    }
    return this.#run(ref, document);
  }

  async afterSave(document: vscode.TextDocument): Promise<void> {
    const ref = this.#codeOf(document);
    if (ref && !this.#demanded.has(jobKey(ref))) await this.#run(ref, document);
  }

  cancel(key: string): void {
    this.#runs.cancel(key);
  }

  /** Validation was turned off: what was said before is not kept up to date any more. */
  forgetAll(): void {
    this.#runs.cancelAll();
    for (const document of vscode.workspace.textDocuments) {
      const ref = this.#codeOf(document);
      if (!ref) continue;
      this.#diagnostics.clear(document.uri);
      this.#set(ref, UNKNOWN);
    }
  }

  async #run(ref: JobRef, document: vscode.TextDocument): Promise<Verdict | undefined> {
    const key = jobKey(ref);
    const code = document.getText();
    const edits = editsOf(document);
    const before = this.verdict(ref);
    this.#set(ref, { kind: 'running' });
    try {
      const ended = await this.#runs.run(key, async signal => {
        const service = await this.#parts.connections.service(ref.connection);
        const outcome = await service.validateJob(ref.project, ref.job, { signal });
        // With the parser it needs, only where something was validated: not at the start of the editor.
        const { locateServiceError } = await import('../language/service/locate.ts');
        return verdictOf(outcome, code, locateServiceError);
      });
      if (ended.kind === 'outdated') {
        // A later run says more; only a run that was called off leaves things as they were.
        if (!this.#runs.isRunning(key)) this.#set(ref, before.kind === 'running' ? UNKNOWN : before);
        return undefined;
      }
      if (ended.kind === 'failed') return this.#failed(ref, ended.error);
      const verdict = ended.result;
      const errors = verdict.kind === 'invalid' ? verdict.errors : [];
      this.#diagnostics.set(
        document,
        edits.all.reduce((spans, one) => afterEdits(spans, one), errors),
      );
      // What the service said is about the text as it was saved; what was typed meanwhile it has not seen.
      this.#set(ref, edits.all.length > 0 && verdict.kind === 'valid' ? UNKNOWN : verdict);
      return verdict;
    } finally {
      edits.dispose();
    }
  }

  #failed(ref: JobRef, error: unknown): Verdict {
    const verdict: Verdict = isCancellation(error) ? UNKNOWN : { kind: 'notValidated', error };
    if (verdict.kind === 'notValidated') logError(`Validating ${ref.job}`, error);
    this.#set(ref, verdict);
    return verdict;
  }

  #set(ref: JobRef, verdict: Verdict): void {
    const key = jobKey(ref);
    if (this.verdict(ref).kind === 'unknown' && verdict.kind === 'unknown') return;
    this.#verdicts.set(key, verdict);
    this.#changed.fire(key);
  }

  async #documentOf(ref: JobRef): Promise<vscode.TextDocument> {
    const open = this.#parts.documents.documentsOf(ref).find(document => this.#codeOf(document));
    if (open) return open;
    const { document } = await this.#parts.documents.open(ref);
    if (this.#codeOf(document)) return document;
    throw new UserError(
      vscode.l10n.t('{0} is a DataStream job: the service validates the code of SQL jobs only.', ref.job),
    );
  }

  /** The job whose SQL a document is. */
  #codeOf({ uri }: vscode.TextDocument): JobRef | undefined {
    const file = this.#parts.documents.jobOf(uri);
    return file?.kind === 'code' && !file.isDataStream ? file : undefined;
  }
}

/** Collects the edits of a document from now on, change by change. */
function editsOf(document: vscode.TextDocument): { readonly all: (readonly Edit[])[]; dispose(): void } {
  const all: (readonly Edit[])[] = [];
  const subscription = vscode.workspace.onDidChangeTextDocument(change => {
    if (change.document !== document || change.contentChanges.length === 0) return;
    all.push(
      change.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        inserted: text.length,
      })),
    );
  });
  return {
    all,
    dispose: () => {
      subscription.dispose();
    },
  };
}

import * as vscode from 'vscode';
import { jobKey, type JobEvents, type JobRef, type JobStates } from '../../connections/api.ts';
import type { Documents } from '../../documents/documents.ts';
import { SCHEME } from '../../documents/uris.ts';
import type { Explorer } from '../../explorer/explorer.ts';
import { LOOKS } from '../../explorer/look.ts';
import { statusOf } from '../../explorer/status.ts';
import { statusWords } from '../../explorer/words.ts';
import { onDidChangeSettings, showsJobLens } from '../settings.ts';
import { BLINK_SQL } from '../sqlFiles.ts';
import { firstStatement } from './firstStatement.ts';
import { lensesOf, type JobLens } from './jobLensModel.ts';

export interface JobLensParts {
  readonly documents: Documents;
  readonly states: JobStates;
  readonly events: JobEvents;
  readonly explorer: Pick<Explorer, 'commits'>;
}

/**
 * What can be done with a job, above its code. States come from the one poller of the connection, which is told whose
 * code is in sight; nothing is asked for here.
 */
export class JobLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #parts: JobLensParts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #registration: vscode.Disposable | undefined;
  /** Documents by URI that had unsaved changes when their lenses were made. */
  readonly #dirty = new Set<string>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(parts: JobLensParts) {
    this.#parts = parts;
    this.standFirst();
    const { documents, events, states } = parts;
    const ifVisible = (key: string) => {
      if (this.#visible().some(ref => jobKey(ref) === key)) this.#refresh();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeVisibleTextEditors(() => {
        this.#watch();
      }),
      documents.onDidRead(ref => {
        ifVisible(jobKey(ref));
      }),
      events.onDid(({ ref }) => {
        if ('job' in ref) ifVisible(jobKey(ref));
      }),
      states.onDidChange(keys => {
        if (this.#visible().some(ref => keys.has(jobKey(ref)))) this.#changed.fire();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (documents.jobOf(document.uri) && this.#dirty.has(document.uri.toString()) !== document.isDirty)
          this.#changed.fire();
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (documents.jobOf(uri)) this.#changed.fire();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#dirty.delete(uri.toString());
      }),
      onDidChangeSettings(['jobLens'], () => {
        this.#refresh();
      }),
    );
    this.#watch();
  }

  /** Of the lenses of one line the editor shows those first whose provider was registered last. */
  standFirst(): void {
    this.#registration?.dispose();
    this.#registration = vscode.languages.registerCodeLensProvider(
      { scheme: SCHEME, language: BLINK_SQL },
      this,
    );
  }

  dispose(): void {
    this.#parts.states.watch(this, []);
    this.#registration?.dispose();
    this.#subscriptions.dispose();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { documents, explorer, states } = this.#parts;
    const file = documents.jobOf(document.uri);
    const job = file?.kind === 'code' ? documents.lastRead(file) : undefined;
    if (!file || !job || !showsJobLens()) return [];
    if (document.isDirty) this.#dirty.add(document.uri.toString());
    else this.#dirty.delete(document.uri.toString());
    const status = statusOf(job, states.get(file), explorer.commits.verdict(file, job) === 'changed');
    const at = document.positionAt(firstStatement(document.getText()));
    const { connection, project } = file;
    return lensesOf(job, status, document.isDirty).map(
      lens =>
        new vscode.CodeLens(new vscode.Range(at, at), {
          ...commandOf(lens),
          arguments: [{ connection, project, job: file.job }],
        }),
    );
  }

  #refresh(): void {
    this.#watch();
    this.#changed.fire();
  }

  /** The jobs whose code is in sight. */
  #visible(): readonly JobRef[] {
    return vscode.window.visibleTextEditors.flatMap(({ document }) => {
      const file = this.#parts.documents.jobOf(document.uri);
      return file?.kind === 'code' ? [file] : [];
    });
  }

  #watch(): void {
    const { documents, states } = this.#parts;
    const jobs = this.#visible().flatMap(({ connection, project, job: name }) => {
      const job = documents.lastRead({ connection, project, job: name });
      return job?.isCommitted ? [{ connection, project, job: name, type: job.type }] : [];
    });
    states.watch(this, showsJobLens() ? jobs : []);
  }
}

function commandOf(lens: JobLens): vscode.Command {
  switch (lens.kind) {
    case 'validate':
      return { title: withIcon('check', vscode.l10n.t('Validate')), command: 'blink.job.validate' };
    case 'commit':
      return { title: withIcon('cloud-upload', vscode.l10n.t('Commit')), command: 'blink.job.commit' };
    case 'state':
      return {
        title: withIcon(LOOKS[lens.status.phase].icon, statusWords(lens.status)),
        tooltip: vscode.l10n.t('Show Instance'),
        command: 'blink.instance.show',
      };
    case 'start':
      return { title: withIcon('play', vscode.l10n.t('Start')), command: 'blink.job.start' };
    case 'pause':
      return { title: withIcon('debug-pause', vscode.l10n.t('Pause')), command: 'blink.job.pause' };
    case 'resume':
      return { title: withIcon('debug-continue', vscode.l10n.t('Resume')), command: 'blink.job.resume' };
  }
}

/** A plain blank behind the icon is not drawn in a lens. */
function withIcon(icon: string, words: string): string {
  return `$(${icon})\u00a0${words}`;
}

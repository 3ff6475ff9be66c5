import * as vscode from 'vscode';
import { jobKey, type Connections, type JobRef, type JobStates } from '../connections/api.ts';
import type { Documents } from '../documents/documents.ts';
import type { Explorer } from '../explorer/explorer.ts';
import { LOOKS } from '../explorer/look.ts';
import { contextOf, statusOf } from '../explorer/status.ts';
import { statusWords } from '../explorer/words.ts';

/** What the job in sight is, in the words of the rows' context values, for menus and keys of the editor. */
const CONTEXT_KEY = 'blink.activeJob';

interface Parts {
  readonly connections: Pick<Connections, 'get'>;
  readonly documents: Documents;
  readonly states: JobStates;
  readonly explorer: Pick<Explorer, 'commits'>;
}

/** The state of the job in sight, as the sidebar shows it: icon and words. A click opens its instance panel. */
export class JobItem implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #item = vscode.window.createStatusBarItem('blink.job', vscode.StatusBarAlignment.Left, 98);
  readonly #subscriptions: vscode.Disposable;
  #context = '';

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#item.name = vscode.l10n.t('Blink: Job State');
    const ifShown = (key: string | undefined) => {
      const ref = this.#active();
      if (ref && (key === undefined || jobKey(ref) === key)) this.#show();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      parts.documents.onDidRead(ref => {
        ifShown(jobKey(ref));
      }),
      parts.states.onDidChange(() => {
        ifShown(undefined);
      }),
    );
    this.#show();
  }

  dispose(): void {
    this.#parts.states.watch(this, []);
    this.#subscriptions.dispose();
  }

  #active(): JobRef | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && this.#parts.documents.jobOf(uri);
  }

  #show(): void {
    const { connections, documents, explorer, states } = this.#parts;
    const ref = this.#active();
    const job = ref && documents.lastRead(ref);
    if (!ref || !job) {
      states.watch(this, []);
      this.#setContext('');
      this.#item.hide();
      return;
    }
    const { connection, project } = ref;
    states.watch(this, job.isCommitted ? [{ connection, project, job: job.name, type: job.type }] : []);
    const run = states.get(ref);
    const status = statusOf(job, run, explorer.commits.verdict(ref, job) === 'changed');
    const { phase } = status;
    const words = statusWords(status);
    this.#setContext(contextOf(job, status));
    this.#item.text = `$(${LOOKS[phase].icon}) ${words}`;
    this.#item.tooltip = [
      vscode.l10n.t('Job {0}: {1}', job.name, words),
      vscode.l10n.t(
        'Project: {0}, connection: {1}',
        project,
        connections.get(connection)?.name ?? connection,
      ),
      ...(run?.lastErrorMessage ? [run.lastErrorMessage.slice(0, 500)] : []),
      vscode.l10n.t('Click to open the instance panel.'),
    ].join('\n');
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t('Job {0}: {1}', job.name, words),
      role: 'button',
    };
    this.#item.command = {
      command: 'blink.instance.show',
      title: vscode.l10n.t('Show Instance'),
      arguments: [{ connection, project, job: job.name }],
    };
    this.#item.show();
  }

  #setContext(value: string): void {
    if (value === this.#context) return;
    this.#context = value;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, value);
  }
}

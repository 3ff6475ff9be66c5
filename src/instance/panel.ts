import * as vscode from 'vscode';
import { jobKey, type Connections, type JobEvents, type JobRef, type JobStates } from '../connections/api.ts';
import { logError } from '../platform/log.ts';
import { dressPanel } from '../platform/panelView.ts';
import { UserError } from '../platform/userError.ts';
import { METRIC_CATALOG } from '../webviews/instance/metricCatalog.ts';
import { toHost, toPanel, type Choice, type ToHost, type ToPanel } from '../webviews/instance/messages.ts';
import { languageOf } from '../webviews/shared/language.ts';
import type { Choices } from './choices.ts';
import { failureOf } from './failure.ts';
import { Feed } from './feed.ts';
import { Outbox } from './outbox.ts';
import { Poll } from './poll.ts';

export interface PanelParts {
  readonly extensionUri: vscode.Uri;
  readonly connections: Connections;
  readonly states: JobStates;
  readonly events: JobEvents;
  readonly choices: Choices;
  readonly log: vscode.LogOutputChannel;
}

const DEFAULT_INTERVAL_SECONDS = 10;
/** Assumed until the service has said how far back it can look, ms. */
const DEFAULT_WINDOW = 2 * 60 * 60 * 1000;

/** One job's panel: its page, and the polls that feed it while somebody can see it. Disposed with the webview. */
export class InstancePanel {
  readonly ref: JobRef;
  readonly #view: vscode.WebviewPanel;
  readonly #parts: PanelParts;
  readonly #feed: Feed;
  readonly #status: Poll;
  readonly #points: Poll;
  readonly #outbox: Outbox;
  readonly #subscriptions: vscode.Disposable[] = [];
  #choice: Choice;
  #isFollowing = true;

  constructor(ref: JobRef, view: vscode.WebviewPanel, parts: PanelParts) {
    this.ref = ref;
    this.#view = view;
    this.#parts = parts;
    this.#choice = parts.choices.get(ref);
    this.#outbox = new Outbox(message => void view.webview.postMessage(message));
    this.#feed = new Feed({
      ref,
      service: () => parts.connections.service(ref.connection),
      latestRun: () => parts.states.get(ref),
      post: message => this.#post(message),
      onJob: job => this.#watch(job.type),
      now: Date.now,
      missing: () =>
        new UserError(
          vscode.l10n.t(
            'The job “{0}” is not in the project “{1}” any more. It was deleted or renamed: close this panel.',
            ref.job,
            ref.project,
          ),
        ),
    });
    this.#status = new Poll(
      signal => this.#readStatus(signal),
      error => this.#fail('statusFailed', error),
      () => this.#pace(),
    );
    this.#points = new Poll(
      signal => this.#feed.readPoints(this.#choice, signal),
      error => this.#fail('pointsFailed', error),
      () => this.#pace(),
    );
    view.title = this.ref.job;
    dressPanel(view, parts.extensionUri, 'instance');
    this.#subscribe();
    this.#open();
    this.#follow();
  }

  /** Brings the panel to the front. */
  reveal(): void {
    this.#view.reveal();
  }

  /** Closes the webview, and everything of this panel with it. */
  close(): void {
    this.#view.dispose();
  }

  #subscribe(): void {
    const { states, events } = this.#parts;
    this.#subscriptions.push(
      this.#view.webview.onDidReceiveMessage(message => this.#receive(message)),
      this.#view.onDidChangeViewState(() => this.#follow()),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#refresh();
      }),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('blink.metrics')) this.#refresh();
      }),
      states.onDidChange(keys => {
        if (keys.has(jobKey(this.ref))) this.#hear();
      }),
      events.onDid(event => {
        if (!('job' in event.ref) || jobKey(event.ref) !== jobKey(this.ref)) return;
        if (event.kind === 'deleted') {
          this.close();
          return;
        }
        this.#feed.forgetJob();
        this.#refresh();
      }),
      this.#view.onDidDispose(() => this.#end()),
    );
  }

  #end(): void {
    this.#status.halt();
    this.#points.halt();
    this.#outbox.close();
    this.#parts.states.watch(this, []);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Polls run while the panel can be seen; charts, only unless the user holds them. */
  #follow(): void {
    const { visible } = this.#view;
    if (visible) this.#status.resume();
    else this.#status.halt();
    if (visible && this.#isFollowing) this.#points.resume();
    else this.#points.halt();
    if (!visible) this.#parts.states.watch(this, []);
  }

  #refresh(): void {
    this.#status.now();
    this.#points.now();
  }

  /** The window's own poller has news of the state. */
  #hear(): void {
    if (this.#feed.hear()) this.#refresh();
  }

  async #readStatus(signal: AbortSignal): Promise<void> {
    const hasBegun = await this.#feed.readStatus(signal);
    if (hasBegun) this.#points.now();
  }

  #watch(type: Parameters<JobStates['watch']>[1][number]['type']): void {
    if (this.#view.visible) this.#parts.states.watch(this, [{ ...this.ref, type }]);
    this.#open();
  }

  /** Says what the page needs to begin: also before the service can be reached, and again when it is known. */
  #open(): void {
    const { connection, project, job } = this.ref;
    const profile = this.#parts.connections.get(connection);
    const say = (metrics: readonly string[], windowMs: number) =>
      this.#post({
        type: 'opened',
        language: languageOf(vscode.env.language),
        ref: { connection, project, job },
        connectionName: profile?.name ?? connection,
        metrics,
        windowMs,
        choice: this.#choice,
      });
    if (!this.#outbox.has('opened'))
      say(
        METRIC_CATALOG.map(({ name }) => name),
        DEFAULT_WINDOW,
      );
    this.#parts.connections.service(connection).then(
      ({ capabilities }) => say(capabilities.metrics, capabilities.metricWindowMs),
      // The status poll meets the same error and tells it.
      () => undefined,
    );
  }

  #pace() {
    const seconds = vscode.workspace
      .getConfiguration('blink.metrics')
      .get<number>('intervalSeconds', DEFAULT_INTERVAL_SECONDS);
    return { interval: Math.max(1, seconds) * 1000, isFocused: vscode.window.state.focused };
  }

  #fail(type: 'statusFailed' | 'pointsFailed', error: unknown): void {
    logError(this.#view.title, error);
    this.#post({ type, failure: failureOf(error, Date.now()) });
  }

  #post(message: ToPanel): void {
    this.#outbox.post(toPanel.read(message, ''));
  }

  #receive(raw: unknown): void {
    let message: ToHost;
    try {
      message = toHost.read(raw, '');
    } catch (error) {
      this.#parts.log.warn(`Instance panel: a message was refused. ${String(error)}`);
      return;
    }
    void this.#handle(message);
  }

  async #handle(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#outbox.open();
        return;
      case 'act':
        return this.#act(message.action);
      case 'openCode':
        await vscode.commands.executeCommand('blink.instance.openCode', this.ref, this.#feed.complaint);
        return;
      case 'choose':
        return this.#choose(message.choice);
      case 'follow':
        this.#isFollowing = message.isFollowing;
        this.#follow();
        return;
      case 'retry':
        this.#status.restart();
        this.#points.restart();
        return;
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'showLog':
        this.#parts.log.show(true);
        return;
      case 'editConnection':
        await vscode.commands.executeCommand('blink.connection.edit', this.ref.connection);
    }
  }

  /** Confirmation and errors are the command's business: it is the same one the sidebar calls. */
  async #act(action: Extract<ToHost, { type: 'act' }>['action']): Promise<void> {
    this.#post({ type: 'acting', action });
    try {
      await vscode.commands.executeCommand(`blink.job.${action}`, this.ref);
    } finally {
      this.#post({ type: 'acting', action: null });
      this.#feed.forgetJob();
      this.#refresh();
    }
  }

  async #choose(choice: Choice): Promise<void> {
    this.#choice = choice;
    this.#points.restart();
    await this.#parts.choices.set(this.ref, choice);
  }
}

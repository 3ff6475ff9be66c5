import * as vscode from 'vscode';
import type { Language } from '../languageClient/api.ts';
import { logError } from '../platform/log.ts';
import { dressPanel } from '../platform/panelView.ts';
import { showError } from '../platform/errors.ts';
import type { LineageResult } from '../server/protocol.ts';
import { toHost, toPanel, type Reason, type ToHost, type ToPanel } from '../webviews/lineage/messages.ts';
import { languageOf } from '../webviews/shared/language.ts';
import type { Choices } from './choices.ts';
import { blinkInFront, editorOf, isBlink, showDocument } from './editors.ts';
import { Outbox } from './outbox.ts';
import { Rounds } from './rounds.ts';
import { saveSvg } from './saveSvg.ts';
import { insertFor, type Shown } from './which.ts';

export interface PanelParts {
  readonly extensionUri: vscode.Uri;
  readonly language: Language;
  readonly choices: Choices;
  readonly log: vscode.LogOutputChannel;
}

/** One frame: edits and moves of the cursor within it are one. */
const FRAME = 16;

const later = (callback: () => void, ms: number) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** A lineage panel: follows the Blink document in front, or keeps one it is pinned to. Disposed with the webview. */
export class LineagePanel {
  readonly #view: vscode.WebviewPanel;
  readonly #parts: PanelParts;
  readonly #outbox: Outbox;
  readonly #answers: Rounds;
  readonly #moves: Rounds;
  readonly #subscriptions: vscode.Disposable[] = [];
  #document: vscode.TextDocument | undefined;
  #isPinned: boolean;
  #result: LineageResult | undefined;
  #shown: Shown | undefined;
  /** The user has picked the INSERT shown: it stays until the cursor moves. */
  #isPicked = false;
  #posted = '';

  /** @param document what to show first; what is in front when undefined */
  constructor(
    view: vscode.WebviewPanel,
    parts: PanelParts,
    document: vscode.TextDocument | undefined,
    isPinned: boolean,
  ) {
    this.#view = view;
    this.#parts = parts;
    this.#isPinned = isPinned && document !== undefined;
    this.#outbox = new Outbox(message => void view.webview.postMessage(message));
    this.#answers = new Rounds(signal => this.#read(signal), FRAME, later);
    this.#moves = new Rounds(() => this.#move(), FRAME, later);
    dressPanel(view, parts.extensionUri, 'lineage');
    this.#subscribe();
    this.#post({ type: 'opened', language: languageOf(vscode.env.language), choice: parts.choices.get() });
    this.#take(document ?? blinkInFront());
  }

  /** The document shown; undefined when there is none. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }

  /** Shows another document; brings the panel in view, with the keyboard when it already was. */
  reveal(document: vscode.TextDocument | undefined): void {
    const wasVisible = this.#view.visible;
    if (document) this.#follow(document);
    this.#view.reveal(undefined, !wasVisible);
    if (wasVisible) this.#post({ type: 'focus' });
  }

  /** Closes the webview, and everything of this panel with it. */
  close(): void {
    this.#view.dispose();
  }

  #subscribe(): void {
    const { language } = this.#parts;
    const isOurs = (document: vscode.TextDocument) => document === this.#document;
    this.#subscriptions.push(
      this.#view.webview.onDidReceiveMessage(message => this.#receive(message)),
      this.#view.onDidChangeViewState(() => this.#answers.ask()),
      vscode.window.onDidChangeActiveTextEditor(editor => {
        if (editor && isBlink(editor.document)) this.#follow(editor.document);
      }),
      // After a reload the panel may be there before the editors beside it.
      vscode.window.onDidChangeVisibleTextEditors(() => {
        const front = this.#document ? undefined : blinkInFront();
        if (front) this.#follow(front);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (!isOurs(textEditor.document)) return;
        this.#isPicked = false;
        this.#moves.ask();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isOurs(document)) this.#answers.ask();
      }),
      // A change of language closes and opens a document, which stays in the window meanwhile: a job gets its language
      // in this way a moment after it was opened, and a panel pinned to it stays so.
      vscode.workspace.onDidOpenTextDocument(document => {
        if (isOurs(document)) {
          if (isBlink(document)) this.#answers.restart();
          else this.#letGo();
        } else if (isBlink(document) && vscode.window.activeTextEditor?.document === document) {
          this.#follow(document);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (isOurs(document) && !vscode.workspace.textDocuments.includes(document)) this.#letGo();
      }),
      language.onDidAnalyze(uri => {
        if (uri.toString() === this.#document?.uri.toString()) this.#answers.ask();
      }),
      language.onDidChangeState(() => this.#answers.restart()),
      this.#view.onDidDispose(() => this.#end()),
    );
  }

  #end(): void {
    this.#answers.stop();
    this.#moves.stop();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The document is gone, or no Blink SQL any more. */
  #letGo(): void {
    this.#isPinned = false;
    this.#take(blinkInFront());
  }

  #follow(document: vscode.TextDocument): void {
    if (!this.#isPinned && document !== this.#document) this.#take(document);
  }

  #take(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    this.#result = undefined;
    this.#shown = undefined;
    this.#isPicked = false;
    this.#tellDocument();
    this.#answers.restart();
  }

  #tellDocument(): void {
    const name = this.#document?.uri.path.split('/').at(-1) ?? '';
    const title = name === '' ? vscode.l10n.t('Lineage') : vscode.l10n.t('Lineage: {0}', name);
    this.#view.title = this.#isPinned ? `[${title}]` : title;
    const uri = this.#document?.uri.toString() ?? null;
    this.#post({ type: 'document', uri, name, isPinned: this.#isPinned });
  }

  /** One round: asks for the lineage of the document as it is now, and shows it. */
  async #read(signal: AbortSignal): Promise<void> {
    const document = this.#document;
    const { language } = this.#parts;
    if (!this.#view.visible) return;
    if (!document) {
      this.#tellNothing('noDocument');
      return;
    }
    if (language.state === 'down') {
      this.#tellNothing('down');
      return;
    }
    if (!this.#result && language.state !== 'running') this.#tellNothing('starting');
    this.#post({ type: 'busy', isBusy: true });
    const cancellation = new vscode.CancellationTokenSource();
    signal.addEventListener('abort', () => cancellation.cancel());
    const { version } = document;
    try {
      const result = await language.lineage(document, cancellation.token);
      if (signal.aborted) return;
      // An edit meanwhile asks again by itself; a server that has not seen the document yet tells when it has.
      if (result && result.version === version && document.version === version) this.#show(result);
    } catch (error) {
      if (signal.aborted) return;
      logError('Lineage', error);
      this.#tellNothing('failed');
    } finally {
      cancellation.dispose();
      if (!signal.aborted) this.#post({ type: 'busy', isBusy: false });
    }
  }

  #show(result: LineageResult): void {
    this.#result = result;
    const { inserts } = result;
    const cursor = this.#isPicked ? undefined : this.#cursor();
    const index = insertFor(inserts, cursor, this.#shown);
    this.#showInsert(index);
    this.#tellCursor();
  }

  #showInsert(index: number): void {
    const { inserts = [] } = this.#result ?? {};
    const insert = inserts[index];
    if (!insert) {
      this.#shown = undefined;
      this.#tellNothing('noInsert');
      return;
    }
    this.#shown = { index, sink: insert.sink };
    const list = inserts.map(({ sink, range }) => ({ sink, line: range.start.line }));
    const message = toPanel.read({ type: 'lineage', inserts: list, index, insert }, '');
    // Most keystrokes change nothing here: a page that is not told so keeps still.
    const text = JSON.stringify(message);
    if (text === this.#posted) return;
    this.#posted = text;
    this.#outbox.post(message);
  }

  #tellNothing(reason: Reason): void {
    this.#posted = '';
    // The round that said so may have been given up.
    this.#post({ type: 'busy', isBusy: false });
    this.#post({ type: 'nothing', reason });
  }

  /** The cursor has moved: to another INSERT perhaps. */
  #move(): void {
    if (!this.#result || this.#result.version !== this.#document?.version) return;
    const index = insertFor(this.#result.inserts, this.#cursor(), this.#shown);
    if (index !== this.#shown?.index) this.#showInsert(index);
    this.#tellCursor();
  }

  #cursor(): vscode.Position | undefined {
    return this.#document && editorOf(this.#document)?.selection.active;
  }

  #tellCursor(): void {
    const at = this.#cursor();
    this.#post({ type: 'cursor', position: at ? { line: at.line, character: at.character } : null });
  }

  #post(message: ToPanel): void {
    this.#outbox.post(toPanel.read(message, ''));
  }

  #receive(raw: unknown): void {
    let message: ToHost;
    try {
      message = toHost.read(raw, '');
    } catch (error) {
      this.#parts.log.warn(`Lineage panel: a message was refused. ${String(error)}`);
      return;
    }
    this.#handle(message).catch((error: unknown) => void showError(error, vscode.l10n.t('Lineage')));
  }

  async #handle(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#outbox.open();
        return;
      case 'choose':
        this.#isPicked = true;
        this.#showInsert(message.index);
        return;
      case 'reveal': {
        const { start, end } = message.range;
        const selection = new vscode.Range(start.line, start.character, end.line, end.character);
        if (this.#document) await showDocument(this.#document, { selection, hasFocus: message.hasFocus });
        return;
      }
      case 'focusEditor':
        if (this.#document) await showDocument(this.#document, { hasFocus: true });
        return;
      case 'pin':
        this.#pin(message.isPinned);
        return;
      case 'prefer':
        return this.#parts.choices.set(message.choice);
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        this.#post({ type: 'done', what: 'copied' });
        return;
      case 'saveSvg':
        if (await saveSvg(message.name, message.text, this.#document?.uri))
          this.#post({ type: 'done', what: 'saved' });
        return;
      case 'restart':
        await this.#parts.language.restart();
        this.#answers.restart();
        return;
      case 'showLog':
        await vscode.commands.executeCommand('blink.language.showLog');
    }
  }

  #pin(isPinned: boolean): void {
    this.#isPinned = isPinned && this.#document !== undefined;
    this.#tellDocument();
    const front = this.#isPinned ? undefined : blinkInFront();
    if (front) this.#follow(front);
  }
}

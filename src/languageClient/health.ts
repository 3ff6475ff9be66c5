import * as vscode from 'vscode';
import type { LanguageState } from './api.ts';
import { BLINK_SQL } from './sqlFiles.ts';

export const RESTART = 'blink.language.restart';
export const SHOW_LOG = 'blink.language.showLog';

/** How the server is, where one looks for it: in the language status, and in the status bar while it does not work. */
export class Health implements vscode.Disposable {
  readonly #status = vscode.languages.createLanguageStatusItem('blink.language', { language: BLINK_SQL });
  readonly #item = vscode.window.createStatusBarItem('blink.language', vscode.StatusBarAlignment.Right, 101);

  constructor() {
    this.#status.name = vscode.l10n.t('Blink SQL Language Server');
    this.#item.name = this.#status.name;
    this.show('idle');
  }

  dispose(): void {
    this.#status.dispose();
    this.#item.dispose();
  }

  show(state: LanguageState): void {
    this.#status.text = wordsOf(state);
    this.#status.busy = state === 'starting' || state === 'restarting';
    this.#status.severity = severityOf(state);
    this.#status.command =
      state === 'running'
        ? { command: SHOW_LOG, title: vscode.l10n.t('Show Log') }
        : { command: RESTART, title: vscode.l10n.t('Restart') };
    if (state !== 'down' && state !== 'restarting') {
      this.#item.hide();
      return;
    }
    const isDown = state === 'down';
    this.#item.text = `$(${isDown ? 'error' : 'loading~spin'}) ${wordsOf(state)}`;
    this.#item.tooltip = isDown
      ? vscode.l10n.t('There is no completion, hover or check of Blink SQL. Click to restart the server.')
      : vscode.l10n.t('It ended unexpectedly and comes back in a moment. Click for its log.');
    this.#item.command = isDown ? RESTART : SHOW_LOG;
    this.#item.backgroundColor = new vscode.ThemeColor(
      isDown ? 'statusBarItem.errorBackground' : 'statusBarItem.warningBackground',
    );
    this.#item.accessibilityInformation = { label: wordsOf(state), role: 'button' };
    this.#item.show();
  }

  /** The server has ended too often and stays down. */
  async tellDown(reason: string): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show Log');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The Blink SQL language server has ended unexpectedly too often ({0}) and stays down. Editing and the service work without it.',
        reason,
      ),
      restart,
      showLog,
    );
    if (chosen === restart) await vscode.commands.executeCommand(RESTART);
    if (chosen === showLog) await vscode.commands.executeCommand(SHOW_LOG);
  }
}

function wordsOf(state: LanguageState): string {
  switch (state) {
    case 'idle':
      return vscode.l10n.t('Blink SQL: not started');
    case 'starting':
      return vscode.l10n.t('Blink SQL: starting …');
    case 'running':
      return vscode.l10n.t('Blink SQL: ready');
    case 'restarting':
      return vscode.l10n.t('Blink SQL: restarting …');
    case 'down':
      return vscode.l10n.t('Blink SQL: server down');
  }
}

function severityOf(state: LanguageState): vscode.LanguageStatusSeverity {
  if (state === 'down') return vscode.LanguageStatusSeverity.Error;
  if (state === 'restarting') return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}

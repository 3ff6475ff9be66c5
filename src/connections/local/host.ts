import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { showLog } from '../../platform/log.ts';
import { redact } from '../../platform/redact.ts';
import type { LocalState } from '../api.ts';
import { ConnectionError } from '../connectionError.ts';
import type { KeyStore } from '../keys.ts';
import { REAL_CLOCK } from '../poller.ts';
import { withFormerKeys } from './formerKeys.ts';
import {
  LocalStartError,
  startLocalProcess,
  type LocalAddress,
  type LocalEnd,
  type LocalProcess,
} from './process.ts';
import { LocalService } from './service.ts';

const KEY_FILE = 'access-key.json';
/** How the service ends when that file in its data folder is of no use (src/local/process/run.ts). */
const BAD_KEY_FILE = 4;

/** The local service as the editor has it: its files, its log, and what the user is told about it. */
export class LocalHost {
  readonly #context: vscode.ExtensionContext;
  readonly #keys: KeyStore;
  readonly #log: vscode.LogOutputChannel;
  readonly #state = new vscode.EventEmitter<LocalState>();
  readonly #back = new vscode.EventEmitter<void>();
  readonly #service: LocalService;
  #hasRun = false;
  #channel: vscode.OutputChannel | undefined;
  #secrets: readonly string[] = [];

  constructor(context: vscode.ExtensionContext, keys: KeyStore, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#keys = keys;
    this.#log = log;
    this.#service = new LocalService(
      () => this.#launch(),
      {
        onState: state => {
          log.info(`Local service: ${state}`);
          this.#state.fire(state);
          if (state !== 'running') return;
          if (this.#hasRun) this.#back.fire();
          this.#hasRun = true;
        },
        onCrash: (end, restartsIn) => this.#tellCrash(end, restartsIn),
      },
      REAL_CLOCK,
    );
  }

  get state(): LocalState {
    return this.#service.state;
  }

  readonly onDidChangeState = this.#state.event;

  /** It runs again after a restart, a crash or a reset: what was read before may no longer hold. */
  readonly onDidComeBack = this.#back.event;

  /** @throws ConnectionError saying why it does not start */
  async address(): Promise<LocalAddress> {
    try {
      return await this.#service.address();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  async restart(): Promise<void> {
    await this.#service.stop();
    await this.address();
  }

  /**
   * Deletes all local projects and jobs and starts again with the sample.
   * @throws ConnectionError when another window uses them
   */
  async reset(): Promise<void> {
    await this.#service.stop();
    const { emptyDataFolder } = await import('./dataFolder.ts');
    const isEmpty = await emptyDataFolder(this.#dataDir);
    await this.address();
    if (isEmpty) return;
    throw new ConnectionError(
      vscode.l10n.t('Another window uses the local service. Close that window, then reset the data again.'),
    );
  }

  showLog(): void {
    this.#output().show(true);
  }

  dispose(): void {
    this.#service.release();
    this.#state.dispose();
    this.#back.dispose();
    this.#channel?.dispose();
  }

  get #dataDir(): string {
    return join(this.#context.globalStorageUri.fsPath, 'local-service');
  }

  async #launch(): Promise<LocalProcess> {
    if (!isBuiltin('node:sqlite')) {
      throw new ConnectionError(
        vscode.l10n.t(
          'The local service needs SQLite in the Node of the editor ({0} has none). Update VS Code, or work with a connection to the cloud.',
          process.version,
        ),
      );
    }
    const launched = await withFormerKeys(
      this.#keys,
      firstKeys =>
        startLocalProcess({
          entry: vscode.Uri.joinPath(this.#context.extensionUri, 'dist', 'local-service.mjs').fsPath,
          dataDir: this.#dataDir,
          firstKeys,
          onLine: line => this.#output().appendLine(redact(line, this.#secrets)),
        }),
      text => this.#log.warn(text),
    );
    this.#secrets = [launched.address().accessKeySecret];
    return launched;
  }

  #explain(error: unknown): ConnectionError {
    if (error instanceof ConnectionError) return error;
    const end = error instanceof LocalStartError ? error.end : undefined;
    const actions = [this.#restartAction(), this.#logAction()];
    if (end?.code === BAD_KEY_FILE) {
      const text = vscode.l10n.t(
        'The local service did not start: the access key in {0} cannot be read. Delete this file to have a new one made, then restart.',
        join(this.#dataDir, KEY_FILE),
      );
      return new ConnectionError(text, { actions, cause: error });
    }
    const lastLine = end?.lastLines.at(-1);
    const said = redact(lastLine ?? (error instanceof Error ? error.message : String(error)), this.#secrets);
    return new ConnectionError(vscode.l10n.t('The local service did not start: {0}', said), {
      actions,
      cause: error,
    });
  }

  #tellCrash({ code, signal, lastLines }: LocalEnd, restartsIn: number | undefined): void {
    const reason = signal ?? code ?? '?';
    const said = redact(lastLines.at(-1) ?? '', this.#secrets);
    this.#log.error(`The local service ended unexpectedly (${reason}). ${said}`);
    const text =
      restartsIn === undefined
        ? vscode.l10n.t('The local service has ended unexpectedly too often ({0}) and stays down.', reason)
        : vscode.l10n.t(
            'The local service ended unexpectedly ({0}). It is restarted in {1} s; nothing that was saved is lost.',
            reason,
            restartsIn / 1000,
          );
    const actions =
      restartsIn === undefined ? [this.#restartAction(), this.#logAction()] : [this.#logAction()];
    const show = restartsIn === undefined ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    void show(text, ...actions.map(({ title }) => title)).then(title =>
      actions.find(action => action.title === title)?.run(),
    );
  }

  #restartAction() {
    return {
      title: vscode.l10n.t('Restart'),
      run: () => vscode.commands.executeCommand('blink.local.restart'),
    };
  }

  #logAction() {
    return { title: vscode.l10n.t('Show Log'), run: () => (this.#channel ? this.showLog() : showLog()) };
  }

  #output(): vscode.OutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel(vscode.l10n.t('Blink Local Service')));
  }
}

import * as vscode from 'vscode';
import { registerCommand } from '../platform/commands.ts';
import { logError } from '../platform/log.ts';
import type { Conflict } from './conflictMarks.ts';
import { textOf } from './members.ts';
import type { Parts } from './parts.ts';
import { activeJobUri } from './target.ts';
import { parseJobFile } from './uris.ts';
import type { Versions } from './versions.ts';

/** Context key: the document in sight is in conflict with the service. */
const CONTEXT = 'blink.documentInConflict';

/**
 * What a person sees of a conflict before the editor refuses to save, and the three ways out of it: compare, take
 * theirs, overwrite. Text that a way out discards stays recoverable.
 */
export class ConflictActions implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #versions: Versions;
  readonly #status = vscode.window.createStatusBarItem('blink.conflict', vscode.StatusBarAlignment.Left, 96);
  readonly #disposables: readonly { dispose(): unknown }[];

  constructor(parts: Parts, versions: Versions) {
    this.#parts = parts;
    this.#versions = versions;
    this.#status.name = vscode.l10n.t('Blink: Conflict');
    this.#status.command = 'blink.conflict.resolve';
    this.#status.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    const onConflict = (id: string, run: (conflict: Conflict) => unknown) =>
      registerCommand(id, (uri?: vscode.Uri) => {
        const conflict = this.#conflictAt(uri);
        if (conflict) return run(conflict);
        this.#noConflict();
        return undefined;
      });
    this.#disposables = [
      this.#status,
      parts.conflicts.onDidChange(uri => {
        this.#show();
        const conflict = parts.conflicts.get(uri);
        if (conflict) this.#notify(conflict);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (!parts.open.document(uri)) parts.conflicts.clear(uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) parts.conflicts.clear(document.uri);
      }),
      onConflict('blink.conflict.compare', conflict => this.#compare(conflict)),
      onConflict('blink.conflict.takeTheirs', conflict => this.#takeTheirs(conflict)),
      onConflict('blink.conflict.overwrite', conflict => this.#overwrite(conflict)),
      onConflict('blink.conflict.resolve', conflict => this.#pick(conflict)),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #conflictAt(uri: vscode.Uri | undefined): Conflict | undefined {
    const target = uri ?? activeJobUri();
    return target && this.#parts.conflicts.get(target);
  }

  #noConflict(): void {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This document is in no conflict with the service.'),
    );
  }

  #show(): void {
    const conflict = this.#conflictAt(undefined);
    void vscode.commands.executeCommand('setContext', CONTEXT, conflict !== undefined);
    if (!conflict) {
      this.#status.hide();
      return;
    }
    this.#status.text = `$(git-compare) ${vscode.l10n.t('Changed at the service')}`;
    this.#status.tooltip = `${summary(conflict)}\n${vscode.l10n.t('Click to compare, take theirs, or overwrite.')}`;
    this.#status.show();
  }

  /** Not while the editor is refusing a save: its own notice then offers the ways out. */
  #notify(conflict: Conflict): void {
    if (this.#parts.saving.has(conflict.uri.toString())) return;
    const ways = waysOut();
    const labels = [ways.compare, ways.takeTheirs, ways.overwrite];
    const message = `${summary(conflict)} ${vscode.l10n.t('Your unsaved text is untouched.')}`;
    void vscode.window.showWarningMessage(message, ...labels).then(chosen => this.#run(chosen, conflict));
  }

  async #pick(conflict: Conflict): Promise<void> {
    const ways = waysOut();
    const chosen = await vscode.window.showQuickPick(
      [
        {
          label: ways.compare,
          iconPath: new vscode.ThemeIcon('diff'),
          detail: vscode.l10n.t('See both texts side by side.'),
        },
        {
          label: ways.takeTheirs,
          iconPath: new vscode.ThemeIcon('cloud-download'),
          detail: vscode.l10n.t('Your text leaves the editor; it stays under “Show Recovered Versions”.'),
        },
        {
          label: ways.overwrite,
          iconPath: new vscode.ThemeIcon('cloud-upload'),
          detail: vscode.l10n.t('Your text replaces theirs; theirs stays under “Show Recovered Versions”.'),
        },
      ],
      { title: summary(conflict) },
    );
    await this.#run(chosen?.label, conflict);
  }

  async #run(chosen: string | undefined, { uri }: Conflict): Promise<void> {
    const ways = waysOut();
    if (chosen === ways.compare) await vscode.commands.executeCommand('blink.conflict.compare', uri);
    if (chosen === ways.takeTheirs) await vscode.commands.executeCommand('blink.conflict.takeTheirs', uri);
    if (chosen === ways.overwrite) await vscode.commands.executeCommand('blink.conflict.overwrite', uri);
  }

  #compare({ uri }: Conflict): Promise<void> {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const title = vscode.l10n.t('{0}: at the service ↔ yours', name);
    return this.#versions.compare(uri, 'server', title);
  }

  async #takeTheirs({ uri }: Conflict): Promise<void> {
    const document = this.#parts.open.document(uri);
    const file = parseJobFile(uri);
    if (!document || !file) return;
    await this.#parts.journal.keep({ ...file, text: document.getText(), role: 'discarded' });
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }

  async #overwrite({ uri, theirs }: Conflict): Promise<void> {
    const document = this.#parts.open.document(uri);
    const file = parseJobFile(uri);
    if (!document || !file) return;
    const key = uri.toString();
    this.#parts.guard.agree(key, textOf(theirs, file.kind));
    try {
      const isSaved = await document.save();
      if (!isSaved) logError('Overwriting', new Error(`${file.job} was not saved`));
    } finally {
      this.#parts.guard.endAgreement(key);
    }
  }
}

function summary({ theirs }: Conflict): string {
  const { modifier, modifyTime, name } = theirs;
  const time = new Date(modifyTime ?? Date.now()).toLocaleTimeString(vscode.env.language);
  return modifier === undefined
    ? vscode.l10n.t('The job {0} was changed at the service at {1}.', name, time)
    : vscode.l10n.t('The job {0} was changed at the service at {1}, by {2}.', name, time, modifier);
}

function waysOut() {
  return {
    compare: vscode.l10n.t('Compare'),
    takeTheirs: vscode.l10n.t('Take Theirs'),
    overwrite: vscode.l10n.t('Overwrite'),
  };
}

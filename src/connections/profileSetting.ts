import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposable.ts';
import { showError } from '../platform/errors.ts';
import { UserError } from '../platform/userError.ts';
import type { Connection } from './api.ts';
import { profileText } from './problemText.ts';
import { readProfiles, type Profile } from './profiles.ts';

const SETTING = 'blink.connections';

/** The user's connections as the setting holds them. Its scope is the application: no workspace can change them. */
export class ProfileSetting {
  readonly #log: vscode.LogOutputChannel;
  #connections: readonly Connection[] = [];
  #reported = '';

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#read();
  }

  get connections(): readonly Connection[] {
    return this.#connections;
  }

  onDidChange(listener: () => void): Disposable {
    return vscode.workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration(SETTING)) return;
      this.#read();
      listener();
    });
  }

  /** Adds an entry, or replaces the one with its id; entries with faults stay as they are. */
  async save(profile: Profile): Promise<void> {
    const entries = this.#entries();
    const at = entries.findIndex(entry => idOf(entry) === profile.id);
    if (at === -1) entries.push(profile);
    else entries[at] = profile;
    await this.#write(entries);
  }

  async remove(id: string): Promise<void> {
    const entries = this.#entries().filter(entry => idOf(entry) !== id);
    await this.#write(entries.length === 0 ? undefined : entries);
  }

  #entries(): unknown[] {
    const value = vscode.workspace.getConfiguration().inspect(SETTING)?.globalValue;
    if (value === undefined) return [];
    if (Array.isArray(value)) return [...(value as unknown[])];
    // Overwriting it would lose what the user meant.
    throw new UserError(profileText({ kind: 'notAList' }), { actions: [openSettings()] });
  }

  async #write(entries: readonly unknown[] | undefined): Promise<void> {
    const configuration = vscode.workspace.getConfiguration();
    await configuration.update(SETTING, entries, vscode.ConfigurationTarget.Global);
    // The change event may come later than the promise; who saved wants to see it now.
    this.#read();
  }

  #read(): void {
    const { connections, problems } = readProfiles(vscode.workspace.getConfiguration().get(SETTING));
    this.#connections = connections;
    const texts = problems.map(profileText);
    const report = texts.join('\n');
    // Once per fault, not at every key stroke in the settings.
    if (report !== this.#reported && report !== '') {
      for (const text of texts) this.#log.warn(text);
      const more = texts.length > 1 ? ` (+${texts.length - 1})` : '';
      const error = new UserError(`${texts[0] ?? ''}${more}`, { actions: [openSettings()] });
      void showError(error, '');
    }
    this.#reported = report;
  }
}

function openSettings() {
  return {
    title: vscode.l10n.t('Open Settings'),
    run: () => vscode.commands.executeCommand('workbench.action.openSettings', SETTING),
  };
}

function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
}

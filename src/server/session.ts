import type { InitializeParams } from 'vscode-languageserver';
import type { SeveritySettings } from '../language/analysis/check.ts';
import type { FormatOptions } from '../language/features/format/options.ts';
import { clientOf } from './client.ts';
import type { Client } from './client.ts';
import type { UserLanguage } from './protocol.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** What the editor told of itself and its user. */
export class Session {
  client: Client = clientOf({});
  language: UserLanguage = 'en';
  private settings: Settings = readSettings(undefined);

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    this.client = clientOf(capabilities);
    const options: unknown = initializationOptions;
    if (typeof options !== 'object' || options === null) return;
    if ('language' in options && options.language === 'zh') this.language = 'zh';
    if ('settings' in options) this.configure(options.settings);
  }

  /** @param settings all of them, of any shape; those before are forgotten */
  configure(settings: unknown): void {
    this.settings = readSettings(settings);
  }

  /** Severities of checks; the same object until they are set anew. */
  get severities(): SeveritySettings {
    return this.settings.checks;
  }

  get format(): Partial<FormatOptions> {
    return this.settings.format;
  }

  get showsTypes(): boolean {
    return this.settings.inlayTypes;
  }

  get showsReferences(): boolean {
    return this.settings.lensReferences;
  }
}

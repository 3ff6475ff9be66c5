import type { InitializationOptions, ServerSettings, UserLanguage } from './protocol.ts';

/** What the editor told of its user, with defaults for what it left out. */
export class Session {
  language: UserLanguage = 'en';
  settings: ServerSettings = {};
  /** Severities of checks; the same object until they are set anew. */
  severities: NonNullable<ServerSettings['checks']> = {};

  /** @param options what came with `initialize`; anything may come from other editors, so nothing is trusted */
  initialize(options: unknown): void {
    if (!isObject(options)) return;
    const { language, settings }: Partial<Record<keyof InitializationOptions, unknown>> = options;
    this.language = language === 'zh' ? 'zh' : 'en';
    this.configure(settings);
  }

  /** @param settings all of them; those before are forgotten */
  configure(settings: unknown): void {
    this.settings = isObject(settings) ? settings : {};
    this.severities = isObject(this.settings.checks) ? this.settings.checks : {};
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

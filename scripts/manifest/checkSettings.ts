import type { Check } from '../../src/language/analysis/checks/check.ts';

export const CHECKS_SETTING = 'blink.language.checks';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

/** The key of a check's description in package.nls.json. */
export function textKey(id: string): string {
  return `setting.language.checks.${id}`;
}

/** The schema of each check's severity, by id, as the manifest has it. */
export function checkSchemas(checks: readonly Check[]): Record<string, unknown> {
  return Object.fromEntries(
    checks.map(({ id }) => [id, { type: 'string', enum: SEVERITIES, description: `%${textKey(id)}%` }]),
  );
}

/** What each check is about, and its own severity, by the key of its text. */
export function checkTexts(checks: readonly Check[], language: 'en' | 'zh'): Record<string, string> {
  const ownSeverity = { en: 'Default', zh: '默认' }[language];
  return Object.fromEntries(
    checks.map(({ id, title, severity }) => [
      textKey(id),
      language === 'zh'
        ? `${title.zh}（${ownSeverity}：${severity}）`
        : `${title.en} (${ownSeverity}: ${severity})`,
    ]),
  );
}

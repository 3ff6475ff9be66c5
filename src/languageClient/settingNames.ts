/** The settings of this room, each read here and nowhere else; the manifest declares the same ones. */
export const LANGUAGE_SETTINGS = {
  checks: 'blink.language.checks',
  sqlFiles: 'blink.language.sqlFiles',
  trace: 'blink.language.trace',
  keywordCase: 'blink.format.keywordCase',
  commaPlace: 'blink.format.commaPlace',
  lineWidth: 'blink.format.lineWidth',
  semicolon: 'blink.format.semicolon',
  inlayTypes: 'blink.inlayHints.types',
  jobLens: 'blink.codeLens.job',
  referencesLens: 'blink.codeLens.references',
} as const;

export type SettingName = keyof typeof LANGUAGE_SETTINGS;

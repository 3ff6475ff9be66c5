import type { SeveritySettings } from '../language/analysis/check.ts';
import type { FormatOptions } from '../language/features/format/options.ts';
import type { FormatSettings, ServerSettings } from './protocol.ts';

/** The user's settings with defaults in place. */
export interface Settings {
  readonly format: Partial<FormatOptions>;
  readonly checks: SeveritySettings;
  readonly inlayTypes: boolean;
  readonly lensReferences: boolean;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
const WIDTH = { least: 20, most: 1_000 };

type Fields<T> = Partial<Record<keyof T, unknown>>;

/**
 * Reads settings as the protocol describes them. Settings files are written by hand: what makes no sense is taken as
 * not set.
 */
export function readSettings(value: unknown): Settings {
  const { format, checks, inlayHints, codeLens } = fields<ServerSettings>(value);
  return {
    format: readFormat(fields<FormatSettings>(format)),
    checks: readSeverities(fields<Record<string, unknown>>(checks)),
    inlayTypes: fields<{ types: boolean }>(inlayHints).types === true,
    lensReferences: fields<{ references: boolean }>(codeLens).references !== false,
  };
}

function fields<T>(value: unknown): Fields<T> {
  return typeof value === 'object' && value !== null ? value : {};
}

function oneOf<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find(choice => choice === value);
}

function readFormat({
  keywordCase,
  commaPlace,
  lineWidth,
  semicolon,
}: Fields<FormatSettings>): Partial<FormatOptions> {
  const found: { -readonly [K in keyof FormatOptions]?: FormatOptions[K] } = {};
  const words = oneOf(keywordCase, ['upper', 'lower', 'preserve']);
  if (words !== undefined) found.keywordCase = words;
  const comma = oneOf(commaPlace, ['trailing', 'leading']);
  if (comma !== undefined) found.commaPlace = comma;
  const end = oneOf(semicolon, ['preserve', 'add']);
  if (end !== undefined) found.semicolon = end;
  if (typeof lineWidth === 'number' && lineWidth >= WIDTH.least && lineWidth <= WIDTH.most)
    found.lineWidth = lineWidth;
  return found;
}

function readSeverities(checks: Fields<Record<string, unknown>>): SeveritySettings {
  const found: Record<string, SeveritySettings[string]> = {};
  for (const [id, value] of Object.entries(checks)) {
    const severity = oneOf(value, SEVERITIES);
    if (severity !== undefined) found[id] = severity;
  }
  return found;
}

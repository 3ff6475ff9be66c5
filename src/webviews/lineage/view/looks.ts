import type { Role, Row } from '../graph/model.ts';

/** Colour of each role, from the theme; a word always says the same. */
export const ROLE_COLOR: Readonly<Record<Role, string>> = {
  source: 'var(--vscode-charts-blue)',
  dimension: 'var(--vscode-charts-purple)',
  view: 'var(--vscode-charts-orange)',
  sink: 'var(--vscode-charts-green)',
  unknown: 'var(--vscode-charts-red)',
};

/** The sign at the end of a column's line that says how it is made. */
export function signOf({ kind }: Row): string {
  if (kind === 'expression') return 'ƒ';
  if (kind === 'aggregate') return 'Σ';
  if (kind === 'unknown') return '?';
  return kind === 'constant' ? '=' : '';
}

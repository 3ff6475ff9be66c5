import type { Role, Row, Table } from '../graph/model.ts';
import type { Texts } from '../texts.ts';

/** Colour of each role, from the theme; a word always says the same. */
export const ROLE_COLOR: Readonly<Record<Role, string>> = {
  source: 'var(--vscode-charts-blue)',
  dimension: 'var(--vscode-charts-purple)',
  view: 'var(--vscode-charts-orange)',
  sink: 'var(--vscode-charts-green)',
  undeclared: 'var(--vscode-charts-red)',
};

/** What stands below a table's name: its role, its connector, and that nothing declares it. */
export function subtitleOf(
  { role, connector, isDeclared }: Omit<Table, 'rows'>,
  { role: words, notDeclared }: Texts,
): string {
  // The role of what is read and not declared says so already.
  const mark = isDeclared || role === 'undeclared' ? undefined : notDeclared;
  return [words[role], connector, mark].filter(Boolean).join(' · ');
}

/** The sign at the end of a column's line that says how it is made. */
export function signOf({ kind }: Row): string {
  if (kind === 'expression') return 'ƒ';
  if (kind === 'aggregate') return 'Σ';
  if (kind === 'unknown') return '?';
  return kind === 'constant' ? '=' : '';
}

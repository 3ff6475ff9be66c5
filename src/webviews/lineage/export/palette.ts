import type { Role } from '../graph/model.ts';
import { ROLE_COLOR } from '../view/looks.ts';
import type { Palette } from './asSvg.ts';

const ROLES: readonly Role[] = ['source', 'dimension', 'view', 'sink', 'undeclared'];

/** The colours of the page as it is, resolved: a file knows nothing of the editor's variables. */
export function currentPalette(): Palette {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const resolve = (value: string): string => {
    probe.style.color = '';
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const variable = (...names: readonly string[]): string =>
    resolve(names.reduceRight((rest, name) => `var(--vscode-${name}, ${rest})`, 'gray'));
  try {
    const styles = getComputedStyle(document.documentElement);
    const entries = ROLES.map(role => [role, resolve(ROLE_COLOR[role])] as const);
    return {
      background: variable('editor-background'),
      foreground: variable('foreground'),
      quiet: variable('descriptionForeground'),
      box: variable('editorWidget-background', 'editor-background'),
      border: variable('contrastBorder', 'widget-border', 'panel-border'),
      wire: variable('descriptionForeground'),
      roles: Object.fromEntries(entries) as Record<Role, string>,
      font: styles.getPropertyValue('--vscode-font-family') || 'sans-serif',
      codeFont: styles.getPropertyValue('--vscode-editor-font-family') || 'monospace',
    };
  } finally {
    probe.remove();
  }
}

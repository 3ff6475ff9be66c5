import * as vscode from 'vscode';
import type { Check } from '../projects.ts';

/** What a test that went through found out, for the user. */
export function checkText(name: string, check: Exclude<Check, { readonly kind: 'namesNeeded' }>): string {
  if (check.kind === 'listed') {
    return vscode.l10n.t('The connection "{0}" works. Number of projects: {1}', name, check.projects.length);
  }
  return check.missing.length === 0
    ? vscode.l10n.t('The connection "{0}" works, with the projects {1}.', name, check.found.join(', '))
    : vscode.l10n.t(
        'These projects are not there, or the access key may not read them: {0}',
        check.missing.join(', '),
      );
}

import * as vscode from 'vscode';
import type { Kept } from './journal.ts';
import type { Parts } from './parts.ts';
import type { Target } from './target.ts';
import type { Versions } from './versions.ts';

/** How many kept versions are offered at once. */
const OFFERED = 200;

interface VersionItem extends vscode.QuickPickItem {
  readonly kept: Kept;
}

/** Lists the texts kept of a file, newest first, and compares the chosen one with the present text. */
export async function showRecovered(parts: Parts, versions: Versions, { uri, file }: Target): Promise<void> {
  const kept = await parts.journal.list(file, file.kind);
  if (kept.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing has been replaced in the job {0} from this computer yet.', file.job),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick<VersionItem>(kept.slice(0, OFFERED).map(itemOf), {
    title: vscode.l10n.t('Recovered versions of {0}', file.job),
    placeHolder: vscode.l10n.t('Choose a version to compare it with the present text'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const title = vscode.l10n.t('{0}: {1} ↔ now', file.job, chosen.label);
  await versions.compare(uri, { kept: chosen.kept.path }, title);
}

function itemOf(kept: Kept): VersionItem {
  return {
    label: timeOf(kept.time),
    description: roleOf(kept),
    iconPath: new vscode.ThemeIcon(ICONS[kept.role]),
    kept,
  };
}

const ICONS = { replaced: 'history', written: 'save', discarded: 'discard', deleted: 'trash' } as const;

function roleOf({ role, who }: Kept): string {
  switch (role) {
    case 'written':
      return vscode.l10n.t('saved here');
    case 'discarded':
      return vscode.l10n.t('discarded here');
    case 'deleted':
      return vscode.l10n.t('deleted here');
    case 'replaced':
      return who === undefined ? vscode.l10n.t('replaced here') : vscode.l10n.t('by {0}, replaced here', who);
  }
}

/** @param time epoch ms; shown with seconds, since saves follow each other quickly */
function timeOf(time: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    time,
  );
}

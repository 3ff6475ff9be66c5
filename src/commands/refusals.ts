import * as vscode from 'vscode';
import type { Refusal } from '../explorer/actions.ts';

/** Why an action does not fit a job now, and what to do first. */
export function refusalText(refusal: Refusal, job: string): string {
  switch (refusal) {
    case 'notCommitted':
      return vscode.l10n.t('“{0}” is a draft. Commit it first.', job);
    case 'committed':
      return vscode.l10n.t(
        '“{0}” is committed. Only drafts can be changed in this way: take it offline first.',
        job,
      );
    case 'live':
      return vscode.l10n.t('“{0}” has an instance that waits, runs or is paused. Stop it first.', job);
    case 'notRunning':
      return vscode.l10n.t('“{0}” is not running.', job);
    case 'notPaused':
      return vscode.l10n.t('“{0}” is not paused.', job);
    case 'notLive':
      return vscode.l10n.t('“{0}” has no instance that could be stopped.', job);
  }
}

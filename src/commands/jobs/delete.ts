import * as vscode from 'vscode';
import { showError } from '../../platform/errors.ts';
import { copyOf } from './copy.ts';
import type { CommandParts } from '../parts.ts';
import { unsavedOf } from './commit.ts';
import { listed, named, type Operation, type Target } from './operation.ts';

/** Deletes drafts, after a question that names what is destroyed; afterwards they can be made again. */
export function deleteJobs(parts: CommandParts): Operation<true> {
  return {
    action: 'delete',
    event: 'deleted',
    title: () => vscode.l10n.t('Delete'),
    done: targets => vscode.l10n.t('Deleted: {0}', named(targets)),
    prepare: confirm,
    run: async ({ service, ref }) => {
      await service.deleteJob(ref.project, ref.job);
      await parts.explorer.commits.forget(ref);
    },
    finish: targets => {
      void offerUndo(parts, targets);
    },
  };
}

async function confirm(targets: readonly Target[], where: string): Promise<true | undefined> {
  const destroyed = vscode.l10n.t('Code, properties and plan are deleted from the service.');
  const unsaved = unsavedOf(targets).length > 0 ? vscode.l10n.t('There are changes that are not saved.') : '';
  const answer = vscode.l10n.t('Delete');
  const chosen = await vscode.window.showWarningMessage(
    targets.length === 1
      ? vscode.l10n.t('Delete the draft {0}?', named(targets))
      : vscode.l10n.t('Delete {0} drafts?', targets.length),
    { modal: true, detail: [destroyed, unsaved, where, listed(targets)].filter(Boolean).join('\n\n') },
    answer,
  );
  return chosen === answer ? true : undefined;
}

/** What was read before the deletion is still in hand: it can be written again as it was. */
async function offerUndo({ events }: CommandParts, targets: readonly Target[]): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const text = vscode.l10n.t('Deleted: {0}', named(targets));
  if ((await vscode.window.showInformationMessage(text, undo)) !== undo) return;
  for (const { service, ref, job } of targets) {
    try {
      await service.createJob(ref.project, copyOf(job, ref.job));
    } catch (error) {
      await showError(error, vscode.l10n.t('Undo the deletion of “{0}”', ref.job));
    }
    events.fire({ kind: 'created', ref });
  }
}

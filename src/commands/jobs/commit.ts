import * as vscode from 'vscode';
import { jobKey } from '../../connections/api.ts';
import { parseJobFile } from '../../documents/uris.ts';
import type { CommandParts } from '../parts.ts';
import { codeFault } from './codeFault.ts';
import { named, type Operation, type Target } from './operation.ts';

/** Publishes jobs. What is in an editor and not saved would be left out, so that is asked about first. */
export function commit(parts: CommandParts): Operation<true> {
  const { explorer } = parts;
  return {
    action: 'commit',
    event: 'committed',
    title: () => vscode.l10n.t('Commit'),
    done: targets => vscode.l10n.t('Committed: {0}', named(targets)),
    prepare: saveFirst,
    run: async target => {
      const { service, ref } = target;
      try {
        await service.commitJob(ref.project, ref.job);
      } catch (error) {
        throw await codeFault(parts, target, error);
      }
      // To know later that it was changed. The commit stands, whatever becomes of this.
      const job = await service.getJob(ref.project, ref.job).catch(() => undefined);
      if (job) await explorer.commits.committed(ref, job);
    },
  };
}

/** The open documents of these jobs with changes that are not saved. */
export function unsavedOf(targets: readonly Target[]): readonly vscode.TextDocument[] {
  const keys = new Set(targets.map(({ ref }) => jobKey(ref)));
  return vscode.workspace.textDocuments.filter(document => {
    const file = document.isDirty ? parseJobFile(document.uri) : undefined;
    return file !== undefined && keys.has(jobKey(file));
  });
}

async function saveFirst(targets: readonly Target[]): Promise<true | undefined> {
  const unsaved = unsavedOf(targets);
  if (unsaved.length === 0) return true;
  const save = vscode.l10n.t('Save and Commit');
  const asSaved = vscode.l10n.t('Commit as Saved');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} has changes that are not saved.', named(targets)),
    { modal: true, detail: vscode.l10n.t('Only what is saved is committed.') },
    save,
    asSaved,
  );
  if (chosen === asSaved) return true;
  if (chosen !== save) return undefined;
  for (const document of unsaved) if (!(await document.save())) return undefined;
  return true;
}

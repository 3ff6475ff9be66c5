import * as vscode from 'vscode';
import type { ProjectRef } from '../../connections/api.ts';
import { childPath, folderName, parentPath } from '../../explorer/names.ts';
import { UserError } from '../../platform/userError.ts';
import { ROOT_FOLDER, type FolderPath } from '../../services/model.ts';
import { askName } from '../nameInput.ts';
import { isOutcomeUnknown } from '../outcome.ts';
import type { CommandParts } from '../parts.ts';
import { folderRow, newPlace, rowsOf } from '../targets.ts';

/** `blink.folder.new`: in the folder of the row, or at the top of a project. */
export function newFolder(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const place = await newPlace(parts, argument);
    if (!place) return;
    const name = await askFolderName(parts, place, place.folder, {
      title: vscode.l10n.t('New Folder in {0}', place.folder),
    });
    if (name === undefined) return;
    await change(parts, place, service => service.createFolder(place.project, childPath(place.folder, name)));
  };
}

/** `blink.folder.rename`: its jobs and folders come along. */
export function renameFolder(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const row = folderRow(parts, argument);
    if (!row) throw new UserError(vscode.l10n.t('Select a folder in the sidebar first.'));
    const { path } = row.folder;
    const parent = parentPath(path) ?? ROOT_FOLDER;
    const name = await askFolderName(parts, row.ref, parent, {
      title: vscode.l10n.t('Rename the folder {0} to', path),
      value: folderName(path),
    });
    if (name === undefined || name === folderName(path)) return;
    await change(parts, row.ref, service =>
      service.moveFolder(row.ref.project, path, childPath(parent, name)),
    );
  };
}

/** `blink.folder.delete`: the service deletes empty folders only, so the inner ones go first. */
export function deleteFolder(parts: CommandParts) {
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const rows = rowsOf(parts, argument, selected).filter(row => row.kind === 'folder');
    if (rows.length === 0) throw new UserError(vscode.l10n.t('Select a folder in the sidebar first.'));
    const paths = rows.map(({ folder }) => folder.path);
    const answer = vscode.l10n.t('Delete');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete the folder {0}?', paths.join(', ')),
      { modal: true, detail: vscode.l10n.t('The service deletes empty folders only: no job is lost.') },
      answer,
    );
    if (chosen !== answer) return;
    for (const { ref, folder } of rows.toSorted((a, b) => b.folder.path.length - a.folder.path.length)) {
      await change(parts, ref, service => service.deleteFolder(ref.project, folder.path));
    }
  };
}

function askFolderName(
  { explorer }: CommandParts,
  project: ProjectRef,
  parent: FolderPath,
  { title, value }: { readonly title: string; readonly value?: string },
): Promise<string | undefined> {
  return askName({
    title,
    prompt: vscode.l10n.t('Letters, digits, Chinese characters, _ and -'),
    ...(value !== undefined && { value }),
    isTaken: async name => {
      const path = childPath(parent, name);
      const siblings = await explorer.data(project).folders(parent);
      return name !== value && siblings.some(folder => folder.path === path);
    },
  });
}

/**
 * Changes the folders of a project and says so to the views, also when it is not known what came of it.
 * @throws UserError, ServiceError
 */
async function change(
  parts: CommandParts,
  { connection, project }: ProjectRef,
  write: (service: Awaited<ReturnType<CommandParts['connections']['service']>>) => Promise<unknown>,
): Promise<void> {
  const service = await parts.connections.service(connection);
  try {
    await write(service);
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    throw new UserError(
      vscode.l10n.t(
        'The service did not answer, so it is not known whether this was done. The sidebar is being read again.',
      ),
      { cause: error },
    );
  } finally {
    parts.events.fire({ kind: 'foldersChanged', ref: { connection, project } });
  }
}

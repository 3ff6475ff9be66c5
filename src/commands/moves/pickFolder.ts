import * as vscode from 'vscode';
import type { ProjectRef } from '../../connections/api.ts';
import type { FolderPath } from '../../services/model.ts';
import type { CommandParts } from '../parts.ts';

/** Asks for a folder of the project. */
export async function pickFolder(
  { explorer }: CommandParts,
  project: ProjectRef,
  title: string,
): Promise<FolderPath | undefined> {
  const folders = [...(await explorer.data(project).allFolders()).values()];
  const items = folders
    .map(({ path }) => ({ label: `$(folder) ${path}`, path }))
    .sort((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }));
  return (await vscode.window.showQuickPick(items, { title }))?.path;
}

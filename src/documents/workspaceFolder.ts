import * as vscode from 'vscode';
import type { ProjectRef } from '../connections/api.ts';
import { UserError } from '../platform/userError.ts';
import type { Parts } from './parts.ts';
import { projectUri } from './uris.ts';

/**
 * Adds a project to the workspace as a folder, which the editor restores with the workspace.
 * @throws UserError when the editor refuses
 */
export async function addToWorkspace(parts: Parts, argument: unknown): Promise<void> {
  const ref = projectOf(argument) ?? (await pickProject(parts));
  if (!ref) return;
  const uri = projectUri(ref);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.some(folder => folder.uri.toString() === uri.toString())) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The project {0} is in the workspace already.', ref.project),
    );
    return;
  }
  const name = `${ref.project} (${parts.connections.get(ref.connection)?.name ?? ref.connection})`;
  if (!vscode.workspace.updateWorkspaceFolders(folders.length, 0, { uri, name })) {
    throw new UserError(vscode.l10n.t('The project {0} could not be added to the workspace.', ref.project));
  }
}

/** A row of the sidebar, or a reference. */
function projectOf(argument: unknown): ProjectRef | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const candidate: unknown = 'ref' in argument ? argument.ref : argument;
  if (typeof candidate !== 'object' || candidate === null) return undefined;
  return 'connection' in candidate && 'project' in candidate ? (candidate as ProjectRef) : undefined;
}

async function pickProject({ connections }: Parts): Promise<ProjectRef | undefined> {
  const items = connections.all.map(({ id, name, regionId }) => ({ label: name, description: regionId, id }));
  const connection =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Connection of the project') });
  if (!connection) return undefined;
  const projects = connections
    .projects(connection.id)
    .then(all => all.map(({ name, description }) => ({ label: name, description: description ?? '', name })));
  const project = await vscode.window.showQuickPick(projects, {
    title: vscode.l10n.t('Project to add to the workspace'),
  });
  return project && { connection: connection.id, project: project.name };
}

import * as vscode from 'vscode';
import type { ProjectRef } from '../../connections/api.ts';
import type { PackageNode } from '../../explorer/nodes.ts';
import { errorText } from '../../platform/errorText.ts';
import { UserError } from '../../platform/userError.ts';
import type { Package } from '../../services/model.ts';
import { isOutcomeUnknown } from '../outcome.ts';
import type { CommandParts } from '../parts.ts';
import { projectOf, rowsOf } from '../targets.ts';
import { changeOf, draftOf, newPackageOf } from './fields.ts';
import { fillIn } from './form.ts';

interface PackageRef extends ProjectRef {
  readonly item: Package;
}

/** `blink.package.create`: registers a file that is in OSS; the API has no upload. */
export function createPackage(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const project = await projectOf(parts, argument);
    if (!project) return;
    const draft = await fillIn(
      { type: 'JAR' },
      {
        title: vscode.l10n.t('Register a Package in {0}', project.project),
        answer: vscode.l10n.t('Register'),
        isNew: true,
        isTaken: async name =>
          (await parts.explorer.data(project).packages()).some(item => item.name === name),
      },
    );
    if (!draft) return;
    const service = await parts.connections.service(project.connection);
    await write(parts, project, () => service.createPackage(project.project, newPackageOf(draft)));
  };
}

/** `blink.package.edit` */
export function editPackage(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const ref = await packageOf(parts, argument);
    if (!ref) return;
    const { name } = ref.item;
    const service = await parts.connections.service(ref.connection);
    const before = await service.getPackage(ref.project, name);
    if (!before) throw new UserError(vscode.l10n.t('The package “{0}” does not exist any more.', name));
    const draft = await fillIn(draftOf(before), {
      title: vscode.l10n.t('Package {0}', name),
      answer: vscode.l10n.t('Save'),
      isNew: false,
      isTaken: () => Promise.resolve(false),
    });
    const change = draft && changeOf(before, draft);
    if (!change || Object.keys(change).length === 0) return;
    await write(parts, ref, () => service.updatePackage(ref.project, name, change));
  };
}

/** `blink.package.delete`: refused while a committed job uses it; the users are named. */
export function deletePackage(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const ref = await packageOf(parts, argument);
    if (!ref) return;
    const { name } = ref.item;
    const answer = vscode.l10n.t('Delete');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete the package “{0}”?', name),
      { modal: true, detail: vscode.l10n.t('Its registration is deleted. The file in OSS stays.') },
      answer,
    );
    if (chosen !== answer) return;
    const service = await parts.connections.service(ref.connection);
    try {
      await write(parts, ref, () => service.deletePackage(ref.project, name));
    } catch (error) {
      const users = await service.packageUsers(ref.project, name).catch(() => []);
      if (users.length === 0) throw error;
      const jobs = users.map(job => job.name).join(', ');
      throw new UserError(
        vscode.l10n.t('“{0}” is used by committed jobs: {1}. {2}', name, jobs, errorText(error)),
        { cause: error },
      );
    }
  };
}

/** `blink.package.showUsers`: the committed jobs that use it; the one picked opens. */
export function showPackageUsers(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const ref = await packageOf(parts, argument);
    if (!ref) return;
    const { connection, project, item } = ref;
    const service = await parts.connections.service(connection);
    const users = await service.packageUsers(project, item.name);
    if (users.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No committed job uses the package “{0}”.', item.name),
      );
      return;
    }
    const items = users.map(({ name, modifier = '' }) => ({
      label: `$(file-code) ${name}`,
      description: modifier,
      name,
    }));
    const title = vscode.l10n.t('Committed jobs that use {0}', item.name);
    const picked = await vscode.window.showQuickPick(items, { title });
    if (picked) await parts.documents.open({ connection, project, job: picked.name });
  };
}

/** `blink.package.copyName`: one name a line. */
export function copyPackageNames(parts: CommandParts) {
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const rows = rowsOf(parts, argument, selected).filter(
      (row): row is PackageNode => row.kind === 'package',
    );
    if (rows.length > 0) await vscode.env.clipboard.writeText(rows.map(({ item }) => item.name).join('\n'));
  };
}

/** The package of a row, or one the user picks. */
async function packageOf(parts: CommandParts, argument: unknown): Promise<PackageRef | undefined> {
  const [row] = rowsOf(parts, argument, undefined);
  if (row?.kind === 'package') return { ...row.ref, item: row.item };
  const project = await projectOf(parts, argument);
  if (!project) return undefined;
  const packages = await parts.explorer.data(project).packages();
  const items = packages.map(item => ({ label: item.name, description: item.type, item }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Package') });
  return picked && { connection: project.connection, project: project.project, item: picked.item };
}

async function write(
  parts: CommandParts,
  { connection, project }: ProjectRef,
  call: () => Promise<void>,
): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    throw new UserError(
      vscode.l10n.t(
        'The service did not answer, so it is not known whether this was done. The sidebar is being read again.',
      ),
      { cause: error },
    );
  } finally {
    parts.events.fire({ kind: 'packagesChanged', ref: { connection, project } });
  }
}

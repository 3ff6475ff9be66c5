import * as vscode from 'vscode';
import type { JobService } from '../services/jobService.ts';
import { ROOT_FOLDER, type FolderId } from '../services/model.ts';
import { refused } from './fsErrors.ts';
import { parseFolderPath } from './jobPath.ts';
import { newJob, textOf } from './members.ts';
import type { Parts } from './parts.ts';
import { folderUri, parseJobFile, type JobFile } from './uris.ts';

/** @throws vscode.FileSystemError where a folder has no meaning */
export async function createFolder(parts: Parts, uri: vscode.Uri): Promise<void> {
  const { service, connection, project, folder } = await folderAt(parts, uri);
  if (folder === ROOT_FOLDER) {
    throw refused(vscode.l10n.t('Projects are created in the console of the service, not here.'));
  }
  await service.createFolder(project, folder);
  parts.folders.forget();
  parts.events.fire({ kind: 'foldersChanged', ref: { connection, project } });
}

/** Deletes a job (by its code) or an empty folder. The texts of a deleted job stay recoverable. */
export async function deleteEntry(parts: Parts, uri: vscode.Uri): Promise<void> {
  const file = parseJobFile(uri);
  const service = file && (await parts.connections.service(file.connection));
  const job = file && (await service?.getJob(file.project, file.job));
  if (file && service && job) {
    if (file.kind !== 'code') {
      throw refused(
        vscode.l10n.t(
          'Properties and plan belong to the job {0}: delete its code to delete the job.',
          file.job,
        ),
      );
    }
    for (const kind of ['plan', 'properties', 'code'] as const) {
      await parts.journal.keep({ ...file, kind, text: textOf(job, kind), role: 'deleted' });
    }
    await service.deleteJob(file.project, file.job);
    parts.reader.note(file, undefined);
    parts.events.fire({ kind: 'deleted', ref: file });
    return;
  }
  const { service: owner, connection, project, folder } = await folderAt(parts, uri);
  if (folder === ROOT_FOLDER) throw refused(vscode.l10n.t('A project cannot be deleted here.'));
  await owner.deleteFolder(project, folder);
  parts.folders.forget();
  parts.events.fire({ kind: 'foldersChanged', ref: { connection, project } });
}

/** Moves a job into another folder, or renames or moves a folder with all its jobs. */
export async function renameEntry(parts: Parts, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  if (from.authority !== to.authority) throw refused(acrossText());
  const source = parseJobFile(from);
  const service = source && (await parts.connections.service(source.connection));
  const job = source && (await service?.getJob(source.project, source.job));
  if (source && service && job) {
    const target = demandJobFile(to, source);
    if (source.kind !== 'code') {
      throw refused(vscode.l10n.t('Properties and plan go where the code of the job {0} goes.', source.job));
    }
    if (target.job !== source.job) {
      throw refused(
        vscode.l10n.t(
          'The service cannot rename a job. Use “Rename Job” in the Blink view, which copies a draft and deletes the old one.',
        ),
      );
    }
    await service.updateJob(source.project, source.job, {
      folderId: await folderIdAt(parts, service, target),
    });
    parts.reader.note(source, undefined);
    parts.events.fire({ kind: 'moved', ref: source });
    return;
  }
  const { service: owner, connection, project, folder } = await folderAt(parts, from);
  const target = await folderAt(parts, to);
  if (target.project !== project) throw refused(acrossText());
  if (folder === ROOT_FOLDER) throw refused(vscode.l10n.t('A project cannot be renamed here.'));
  await owner.moveFolder(project, folder, target.folder);
  parts.folders.forget();
  parts.events.fire({ kind: 'foldersChanged', ref: { connection, project } });
}

/** Copies a job, with its properties, plan and settings, as a new draft. */
export async function copyEntry(parts: Parts, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const source = parseJobFile(from);
  const job =
    source && (await (await parts.connections.service(source.connection)).getJob(source.project, source.job));
  if (!source || !job) throw refused(vscode.l10n.t('Only jobs can be copied, one at a time.'));
  if (source.kind !== 'code') {
    throw refused(
      vscode.l10n.t('Copy the code of the job {0}: its properties and plan come with it.', source.job),
    );
  }
  const target = demandJobFile(to, source);
  const service = await parts.connections.service(target.connection);
  const folderId = target.folder === ROOT_FOLDER ? undefined : await folderIdAt(parts, service, target);
  await service.createJob(target.project, newJob(target, job.code, job, folderId));
  parts.events.fire({ kind: 'created', ref: target });
}

function demandJobFile(uri: vscode.Uri, source: JobFile): JobFile {
  const target = parseJobFile(uri);
  if (target?.kind === source.kind && target.isDataStream === source.isDataStream) return target;
  throw refused(vscode.l10n.t('The name has to keep its ending: it tells what kind of job this is.'));
}

async function folderIdAt(parts: Parts, service: JobService, file: JobFile): Promise<FolderId> {
  const id = await parts.folders.idOf(service, file.connection, file.project, file.folder);
  if (id === undefined) throw vscode.FileSystemError.FileNotFound(folderUri(file, file.folder));
  return id;
}

async function folderAt(parts: Parts, uri: vscode.Uri) {
  const place = parseFolderPath(uri);
  if (!place) throw vscode.FileSystemError.FileNotFound(uri);
  const { connection, project, folder } = place;
  if (project === undefined)
    throw refused(vscode.l10n.t('Projects are created in the console of the service, not here.'));
  const service = await parts.connections.service(connection);
  return { service, connection, project, folder };
}

function acrossText(): string {
  return vscode.l10n.t('A job or folder cannot move to another project. Copy the job instead.');
}

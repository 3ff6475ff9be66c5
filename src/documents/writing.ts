import * as vscode from 'vscode';
import type { JobService } from '../services/jobService.ts';
import { ROOT_FOLDER, type FolderId, type Job } from '../services/model.ts';
import { asLoaded } from './fingerprint.ts';
import { refused } from './fsErrors.ts';
import { newJob, textOf } from './members.ts';
import type { Parts } from './parts.ts';
import { saveJob, SaveUncertainError } from './saveJob.ts';
import { decode, sizeOf } from './text.ts';
import { folderUri, parseJobFile, type JobFile } from './uris.ts';

/**
 * Writes a job's file: saves the text of a job that is there, creates the job where it is not.
 * @returns whether the job was there
 * @throws vscode.FileSystemError for a refusal of our own, else what the service throws
 */
export async function writeJobFile(
  parts: Parts,
  uri: vscode.Uri,
  content: Uint8Array,
  { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean },
): Promise<boolean> {
  const file = parseJobFile(uri);
  if (!file) {
    throw refused(
      vscode.l10n.t('A project holds jobs only: give the file a name that ends in .sql or .conf.'),
    );
  }
  const text = decode(content);
  if (text === undefined) {
    throw vscode.FileSystemError.Unavailable(
      vscode.l10n.t('The service keeps Unicode text: save this file with the encoding UTF-8.'),
    );
  }
  const service = await parts.connections.service(file.connection);
  const job = await parts.reader.read(service, file);
  if (!job) {
    if (!create) throw vscode.FileSystemError.FileNotFound(uri);
    await createJob(parts, service, uri, file, text);
    return false;
  }
  await demandSamePlace(parts, service, file, job);
  if (!overwrite) throw vscode.FileSystemError.FileExists(uri);
  await save(parts, service, uri, file, text);
  return true;
}

async function save(
  parts: Parts,
  service: JobService,
  uri: vscode.Uri,
  file: JobFile,
  text: string,
): Promise<void> {
  const { conflicts, events, guard, journal, reader } = parts;
  const key = uri.toString();
  const isOfDocument = parts.saving.delete(key) || showsText(parts, uri, text);
  // Whoever writes a file without its document, another extension for example, replaces what is there, and says so.
  const base = isOfDocument ? guard.bases.get(key) : undefined;
  const outcome = await saveJob({
    service,
    journal: journal.of(file.connection),
    project: file.project,
    job: file.job,
    kind: file.kind,
    text,
    base,
    mayReplace: theirs => guard.mayReplace(key, theirs),
  }).catch((error: unknown) => {
    reader.note(file, undefined);
    if (error instanceof SaveUncertainError) guard.noteUncertain(key, text);
    throw error;
  });
  switch (outcome.kind) {
    case 'saved': {
      const saved = textOf(outcome.job, file.kind);
      const mtime = outcome.job.modifyTime ?? 0;
      reader.note(file, outcome.job);
      if (isOfDocument) {
        guard.noteWritten(key, { text: saved, mtime, size: sizeOf(saved) });
        conflicts.clear(uri);
      } else {
        guard.bases.noteRead(key, saved, mtime);
      }
      events.fire({ kind: 'changed', ref: file });
      return;
    }
    case 'gone':
      reader.note(file, undefined);
      parts.recreate.add(key);
      throw vscode.FileSystemError.Unavailable(goneText(file));
    case 'overtaken':
      // Ours was there for a moment: it is the version the document was made from, and theirs the one in its way.
      guard.bases.noteWritten(key, text, outcome.theirs.modifyTime ?? 0);
      events.fire({ kind: 'changed', ref: file });
      throw conflict(parts, uri, file, outcome.theirs);
    case 'conflict':
      throw conflict(parts, uri, file, outcome.theirs);
  }
}

/** The moment between the editor's check and ours; usually the editor finds a conflict before, and offers its own ways. */
function conflict(
  { conflicts, reader }: Pick<Parts, 'conflicts' | 'reader'>,
  uri: vscode.Uri,
  file: JobFile,
  theirs: Job,
): vscode.FileSystemError {
  reader.note(file, theirs);
  conflicts.mark(uri, theirs);
  return vscode.FileSystemError.Unavailable(
    vscode.l10n.t(
      'Somebody else changed the job {0} at this moment. Your text is still in the editor; save again to compare or to overwrite.',
      file.job,
    ),
  );
}

async function demandSamePlace(parts: Parts, service: JobService, file: JobFile, job: Job): Promise<void> {
  const { connection, project, folder } = file;
  if (file.kind === 'code' && file.isDataStream !== (job.api === 'DATASTREAM')) {
    throw refused(
      vscode.l10n.t(
        'There is a job {0} of the other kind (SQL or DataStream). Choose another name.',
        job.name,
      ),
    );
  }
  if (await parts.folders.holds(service, connection, project, folder, job)) return;
  const path = await parts.folders.pathOf(service, project, job.folderId);
  throw refused(
    vscode.l10n.t(
      'The job {0} is in the folder {1} now: names of jobs are unique in a project.',
      job.name,
      path,
    ),
  );
}

/**
 * Creates the job of a file. One that was open here and has been deleted meanwhile is created anew only when the user
 * saves a second time: the first failure says that it is gone, and the editor's notice offers to retry.
 */
async function createJob(
  parts: Parts,
  service: JobService,
  uri: vscode.Uri,
  file: JobFile,
  text: string,
): Promise<void> {
  const { connection, folder, job, kind, project } = file;
  const key = uri.toString();
  const former = parts.open.document(uri) ? parts.reader.last(file) : undefined;
  if (former && !parts.recreate.has(key)) {
    parts.recreate.add(key);
    throw vscode.FileSystemError.Unavailable(goneText(file));
  }
  if (kind !== 'code' && !former) {
    throw refused(
      vscode.l10n.t('There is no job {0}. Create the job first: its properties and plan belong to it.', job),
    );
  }
  let folderId: FolderId | undefined;
  if (folder !== ROOT_FOLDER && service.capabilities.folders) {
    folderId = await parts.folders.idOf(service, connection, project, folder);
    if (folderId === undefined) throw vscode.FileSystemError.FileNotFound(folderUri(file, folder));
  }
  await parts.journal.keep({ ...file, text, role: 'written' });
  await service.createJob(project, newJob(file, text, former, folderId));
  parts.recreate.delete(key);
  parts.reader.note(file, undefined);
  const created = await parts.reader.read(service, file);
  parts.guard.noteWritten(key, { text, mtime: created?.modifyTime ?? 0, size: sizeOf(text) });
  parts.events.fire({ kind: 'created', ref: file });
}

function showsText({ open }: Parts, uri: vscode.Uri, text: string): boolean {
  const document = open.document(uri);
  return document !== undefined && asLoaded(document.getText()) === asLoaded(text);
}

function goneText({ job }: JobFile): string {
  return vscode.l10n.t(
    'The job {0} has been deleted at the service. Your text is still in the editor; save again to create the job anew.',
    job,
  );
}

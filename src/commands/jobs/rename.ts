import * as vscode from 'vscode';
import { jobKey, type JobRef } from '../../connections/api.ts';
import { parseJobFile } from '../../documents/uris.ts';
import { refusalOf } from '../../explorer/actions.ts';
import { errorText } from '../../platform/errorText.ts';
import { UserError } from '../../platform/userError.ts';
import type { JobService } from '../../services/jobService.ts';
import type { Job } from '../../services/model.ts';
import type { CommandParts } from '../parts.ts';
import { refusalText } from '../refusals.ts';
import { oneJob } from '../targets.ts';
import { copyOf, isSameContent } from './copy.ts';
import { askJobName, create } from './create.ts';

/**
 * `blink.job.rename`: the API cannot rename a job. It is copied under the new name, the copy is read back and
 * compared, and only then the old one is deleted; drafts only, and the user is told before.
 */
export function renameJob(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const ref = await oneJob(parts, argument);
    if (!ref) return;
    const service = await parts.connections.service(ref.connection);
    const job = await readDraft(service, ref);
    const name = await askJobName(parts, ref, {
      title: vscode.l10n.t('Rename “{0}” to', ref.job),
      value: ref.job,
      own: ref.job,
    });
    if (name === undefined || name === ref.job || !(await isConfirmed(ref, name))) return;
    const renamed = await create(parts, ref, copyOf(job, name));
    await removeOld(parts, service, ref, job, renamed);
    await reopen(parts, ref, renamed);
  };
}

async function readDraft(service: JobService, ref: JobRef): Promise<Job> {
  const job = await service.getJob(ref.project, ref.job);
  if (!job) throw new UserError(vscode.l10n.t('The job “{0}” does not exist any more.', ref.job));
  const refusal = refusalOf('rename', { isCommitted: job.isCommitted, state: undefined });
  if (refusal) throw new UserError(refusalText(refusal, ref.job));
  if (documentsOf(ref).some(({ isDirty }) => isDirty)) {
    throw new UserError(vscode.l10n.t('“{0}” has changes that are not saved. Save it first.', ref.job));
  }
  return job;
}

async function isConfirmed(ref: JobRef, name: string): Promise<boolean> {
  const answer = vscode.l10n.t('Copy and Delete');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Rename “{0}” to “{1}”?', ref.job, name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The service cannot rename a job. “{1}” is created with the same content, then the draft “{0}” is deleted. Its versions and its creation time do not move along.',
        ref.job,
        name,
      ),
    },
    answer,
  );
  return chosen === answer;
}

/** @throws UserError when the old job is kept because something is not as it was */
async function removeOld(
  parts: CommandParts,
  service: JobService,
  ref: JobRef,
  job: Job,
  renamed: JobRef,
): Promise<void> {
  const [old, copy] = await Promise.all([
    service.getJob(ref.project, ref.job),
    service.getJob(renamed.project, renamed.job),
  ]);
  if (!old || !copy || !isSameContent(old, job) || !isSameContent(copy, job) || old.isCommitted) {
    throw new UserError(
      vscode.l10n.t(
        '“{0}” was changed meanwhile and is kept. “{1}” is a copy of what it was before.',
        ref.job,
        renamed.job,
      ),
    );
  }
  try {
    await service.deleteJob(ref.project, ref.job);
  } catch (error) {
    parts.events.fire({ kind: 'deleted', ref });
    throw new UserError(
      vscode.l10n.t(
        '“{1}” was created, but “{0}” could not be deleted ({2}). Delete it yourself when it is still there.',
        ref.job,
        renamed.job,
        errorText(error),
      ),
      { cause: error },
    );
  }
  parts.events.fire({ kind: 'deleted', ref });
}

function documentsOf(ref: JobRef): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => isOf(uri, ref));
}

function isOf(uri: vscode.Uri, ref: JobRef): boolean {
  const file = parseJobFile(uri);
  return file !== undefined && jobKey(file) === jobKey(ref);
}

/** The open editors follow the job to its new name. */
async function reopen(parts: CommandParts, ref: JobRef, renamed: JobRef): Promise<void> {
  const old = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && isOf(input.uri, ref));
  if (old.length === 0) return;
  await parts.documents.open(renamed);
  await vscode.window.tabGroups.close(old, true);
}

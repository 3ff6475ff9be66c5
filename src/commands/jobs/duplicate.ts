import * as vscode from 'vscode';
import { UserError } from '../../platform/userError.ts';
import type { CommandParts } from '../parts.ts';
import { oneJob } from '../targets.ts';
import { copyOf } from './copy.ts';
import { askJobName, create } from './create.ts';

/** `blink.job.duplicate`: a draft with the same content, in the same folder. */
export function duplicateJob(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const ref = await oneJob(parts, argument);
    if (!ref) return;
    const name = await askJobName(parts, ref, {
      title: vscode.l10n.t('Duplicate “{0}” as', ref.job),
      value: `${ref.job}_copy`,
    });
    if (name === undefined) return;
    const service = await parts.connections.service(ref.connection);
    const job = await service.getJob(ref.project, ref.job);
    if (!job) throw new UserError(vscode.l10n.t('The job “{0}” does not exist any more.', ref.job));
    await parts.documents.open(await create(parts, ref, copyOf(job, name)));
  };
}

import * as vscode from 'vscode';
import { jobKey } from '../../connections/api.ts';
import type { JobFileKind } from '../../documents/uris.ts';
import { UserError } from '../../platform/userError.ts';
import { activeJobFile } from '../../explorer/autoReveal.ts';
import type { CommandParts } from '../parts.ts';
import { jobsOf, oneJob, rowsOf } from '../targets.ts';

/** Two clicks on a row within this time are a double click, ms. */
const DOUBLE_CLICK_MS = 500;

/**
 * `blink.job.open`, `.openProperties`, `.openPlan`: the documents of the jobs. As in the file explorer a click on a
 * row shows the document in the preview tab and leaves the focus in the tree; a double click, several rows or a command
 * keep it. Opening what is shown already goes to its text.
 */
export function openJobs(parts: CommandParts, kind: JobFileKind) {
  let last = { key: '', time: 0 };
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const refs = await jobsOf(parts, argument, selected);
    const [only] = refs;
    const click = { key: only && refs.length === 1 ? jobKey(only) : '', time: Date.now() };
    const isRepeated = click.key === last.key && click.time - last.time < DOUBLE_CLICK_MS;
    last = click;
    const preview = refs.length === 1 && rowsOf(parts, argument, selected).length > 0 && !isRepeated;
    const active = activeJobFile();
    const isShown = active?.kind === kind && jobKey(active) === click.key;
    // The keys of the tree mean the row that was clicked: Delete must not reach the text.
    const preserveFocus = preview && !isShown;
    for (const ref of refs) await parts.documents.open(ref, kind, { preview, preserveFocus });
  };
}

/** `blink.job.copyName`: one name a line. */
export function copyJobNames(parts: CommandParts) {
  return async (argument?: unknown, selected?: unknown): Promise<void> => {
    const refs = await jobsOf(parts, argument, selected);
    if (refs.length > 0) await vscode.env.clipboard.writeText(refs.map(({ job }) => job).join('\n'));
  };
}

/** `blink.job.reveal`: the row of the open document, or of the job picked. */
export function revealJob(parts: CommandParts) {
  return async (argument?: unknown): Promise<void> => {
    const ref = await oneJob(parts, argument);
    if (!ref) return;
    if (await parts.explorer.reveal(ref)) return;
    throw new UserError(
      parts.explorer.filter === ''
        ? vscode.l10n.t('The job “{0}” does not exist any more.', ref.job)
        : vscode.l10n.t('The filter “{0}” hides the job “{1}”.', parts.explorer.filter, ref.job),
    );
  };
}

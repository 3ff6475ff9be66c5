import * as vscode from 'vscode';
import type { JobRef } from '../connections/api.ts';
import type { Documents } from '../documents/documents.ts';
import { UserError } from '../platform/userError.ts';

/**
 * The job a command is called for: a document's URI, a row of the sidebar, a reference, the selected row for keys
 * pressed in the sidebar, else the active document.
 * @param selection the selected rows
 * @throws UserError when there is none
 */
export function jobOfArgument(
  argument: unknown,
  documents: Pick<Documents, 'jobOf'>,
  selection: readonly unknown[] = [],
): JobRef {
  const ref = isSelectionKey(argument)
    ? refOf(selection[0])
    : (refOf(argument) ?? fileOf(argument, documents));
  if (!ref)
    throw new UserError(vscode.l10n.t('Open a file of a job first, or choose the job in the Blink view.'));
  const { connection, project, job } = ref;
  return { connection, project, job };
}

function fileOf(argument: unknown, documents: Pick<Documents, 'jobOf'>): JobRef | undefined {
  const uri = argument instanceof vscode.Uri ? documents.jobOf(argument) : undefined;
  const active = vscode.window.activeTextEditor?.document.uri;
  return uri ?? (active && documents.jobOf(active));
}

/** What keys pressed in the sidebar hand over (package.json, keybindings). */
function isSelectionKey(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'from' in argument;
}

function refOf(argument: unknown): JobRef | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const candidate: unknown = 'ref' in argument ? argument.ref : argument;
  if (typeof candidate !== 'object' || candidate === null) return undefined;
  return 'connection' in candidate && 'project' in candidate && 'job' in candidate
    ? (candidate as JobRef)
    : undefined;
}

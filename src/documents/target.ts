import * as vscode from 'vscode';
import { UserError } from '../platform/userError.ts';
import { parseJobFile, SCHEME, type JobFile } from './uris.ts';
import { VERSION_SCHEME } from './versions.ts';

export interface Target {
  readonly uri: vscode.Uri;
  readonly file: JobFile;
}

/** The job file in sight; in a comparison, the one compared. */
export function activeJobUri(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme === VERSION_SCHEME) return uri.with({ scheme: SCHEME, query: '' });
  return uri && parseJobFile(uri) ? uri : undefined;
}

/**
 * What a command on a document acts on: the URI it was called with (editor title, explorer), else the one in sight.
 * @throws UserError when that is no job's file
 */
export function targetOf(argument: unknown): Target {
  const uri = argument instanceof vscode.Uri ? argument : activeJobUri();
  const file = uri && parseJobFile(uri);
  if (!uri || !file) throw new UserError(vscode.l10n.t('Open a file of a job first.'));
  return { uri, file };
}

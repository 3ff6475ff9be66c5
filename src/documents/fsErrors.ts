import * as vscode from 'vscode';
import { errorText } from '../platform/errorText.ts';
import { isServiceError } from '../services/serviceError.ts';
import { SaveUncertainError } from './saveJob.ts';

/**
 * The editor shows a file system's error inside a sentence of its own ("Unable to write file ..."), so the text says
 * what happened and what to do.
 */
export function asFileSystemError(error: unknown, uri: vscode.Uri): vscode.FileSystemError {
  if (error instanceof vscode.FileSystemError) return error;
  if (error instanceof SaveUncertainError) return vscode.FileSystemError.Unavailable(uncertainText(error));
  if (isServiceError(error) && error.kind === 'not-found') return vscode.FileSystemError.FileNotFound(uri);
  if (isServiceError(error) && error.kind === 'denied') {
    return vscode.FileSystemError.NoPermissions(errorText(error));
  }
  return vscode.FileSystemError.Unavailable(errorText(error));
}

function uncertainText({ seen, cause }: SaveUncertainError): string {
  return seen === 'old'
    ? vscode.l10n.t(
        'The service has not taken the text: {0} Your text is still in the editor; save again.',
        errorText(cause),
      )
    : vscode.l10n.t(
        'It is not known whether the service took the text: {0} Your text is still in the editor; save again when the service can be reached.',
        errorText(cause),
      );
}

/** Refuses what a job file system cannot mean, and says what to do instead. */
export function refused(reason: string): vscode.FileSystemError {
  return vscode.FileSystemError.NoPermissions(reason);
}

/** Runs one call of the file system; every error becomes one the editor understands. */
export async function guarded<T>(uri: vscode.Uri, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw asFileSystemError(error, uri);
  }
}

import * as vscode from 'vscode';
import type { JobRef, ProjectRef } from '../connections/api.ts';
import type { FolderPath } from '../services/model.ts';
import { fileName, parseJobPath, SCHEME, type JobFile, type JobFileKind } from './jobPath.ts';

export { SCHEME, type JobFile, type JobFileKind } from './jobPath.ts';

export function projectUri(ref: ProjectRef): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, authority: ref.connection, path: `/${ref.project}` });
}

export function folderUri(ref: ProjectRef, folder: FolderPath): vscode.Uri {
  const path = folder === '/' ? `/${ref.project}` : `/${ref.project}${folder}`;
  return vscode.Uri.from({ scheme: SCHEME, authority: ref.connection, path });
}

/** @param isDataStream the job's code is configuration text and gets its own suffix */
export function jobFileUri(
  ref: JobRef,
  folder: FolderPath,
  kind: JobFileKind = 'code',
  isDataStream = false,
): vscode.Uri {
  return vscode.Uri.joinPath(folderUri(ref, folder), fileName(ref.job, kind, isDataStream));
}

/** Reads a document's URI back; undefined for folders and for other schemes. */
export function parseJobFile(uri: vscode.Uri): JobFile | undefined {
  return parseJobPath(uri);
}

import * as vscode from 'vscode';
import type { Connections, JobEvents, JobRef } from '../connections/api.ts';
import { registerCommand } from '../platform/commands.ts';
import { UserError } from '../platform/userError.ts';
import type { FolderPath, Job } from '../services/model.ts';
import { ConflictActions } from './conflictActions.ts';
import { ConflictMarks } from './conflictMarks.ts';
import { JobFileSystem } from './fileSystem.ts';
import { Folders } from './folders.ts';
import { JobReader } from './jobReader.ts';
import { Journal } from './journal.ts';
import { journalFiles } from './journalFiles.ts';
import { assignLanguages } from './language.ts';
import { UnsavedMemory } from './memory.ts';
import { OpenDocuments } from './openDocuments.ts';
import type { Parts } from './parts.ts';
import { showRecovered } from './recovered.ts';
import { SaveGuard } from './saveGuard.ts';
import { ServerWatch } from './serverWatch.ts';
import { targetOf } from './target.ts';
import { jobFileUri, parseJobFile, SCHEME, type JobFile, type JobFileKind } from './uris.ts';
import { Versions } from './versions.ts';
import { addToWorkspace } from './workspaceFolder.ts';

export interface DocumentsOptions {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly events: JobEvents;
  readonly log: vscode.LogOutputChannel;
}

/** The jobs' files as documents of the editor. */
export interface Documents {
  /**
   * Shows a job's file.
   * @throws UserError when there is no such job; ServiceError
   */
  open(ref: JobRef, kind?: JobFileKind, options?: vscode.TextDocumentShowOptions): Promise<vscode.TextEditor>;
  /** The URI of a job's file, which needs the job's folder: asks the service where the caller does not know it. */
  uriOf(ref: JobRef, kind?: JobFileKind, folder?: FolderPath): Promise<vscode.Uri>;
  jobOf(uri: vscode.Uri): JobFile | undefined;
  /** A job was read for its documents: `lastRead` has something newer. */
  readonly onDidRead: vscode.Event<JobRef>;
  /** As the service answered last, for any purpose of this room. */
  lastRead(ref: JobRef): Job | undefined;
  /** Open documents of a job. */
  documentsOf(ref: JobRef): readonly vscode.TextDocument[];
}

export function createDocuments(options: DocumentsOptions): Documents & { dispose(): void } {
  const { connections, context, events, log } = options;
  const read = new vscode.EventEmitter<JobRef>();
  const parts: Parts = {
    connections,
    events,
    log,
    reader: new JobReader(ref => {
      read.fire(ref);
    }),
    folders: new Folders(),
    journal: new Journal(journalFiles(vscode.Uri.joinPath(context.globalStorageUri, 'recovered'))),
    guard: new SaveGuard(),
    open: new OpenDocuments(),
    conflicts: new ConflictMarks(),
    recreate: new Set(),
    saving: new Set(),
  };
  const files = new JobFileSystem(parts);
  const versions = new Versions(parts);
  const disposables = vscode.Disposable.from(
    read,
    parts.conflicts,
    versions,
    new UnsavedMemory(context.workspaceState, parts.guard, parts.open),
    vscode.workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true }),
    new ServerWatch(parts, files),
    new ConflictActions(parts, versions),
    assignLanguages(),
    vscode.workspace.onWillSaveTextDocument(({ document }) => {
      if (document.uri.scheme === SCHEME && document.isDirty) parts.saving.add(document.uri.toString());
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => parts.saving.delete(uri.toString())),
    connections.onDidChange(() => {
      parts.folders.forget();
    }),
    ...commands(parts, versions),
  );

  const uriOf: Documents['uriOf'] = async (ref, kind = 'code', folder) => {
    const service = await connections.service(ref.connection);
    const job = await parts.reader.read(service, ref);
    if (!job) throw new UserError(vscode.l10n.t('There is no job {0} at the service.', ref.job));
    const path = folder ?? (await parts.folders.pathOf(service, ref.project, job.folderId));
    return jobFileUri(ref, path, kind, job.api === 'DATASTREAM');
  };
  return {
    uriOf,
    open: async (ref, kind, show) => vscode.window.showTextDocument(await uriOf(ref, kind), show),
    jobOf: parseJobFile,
    onDidRead: read.event,
    lastRead: ref => parts.reader.last(ref),
    documentsOf: ref => parts.open.of(ref).map(({ document }) => document),
    dispose: () => {
      disposables.dispose();
    },
  };
}

function commands(parts: Parts, versions: Versions): vscode.Disposable[] {
  const compare = (version: 'server' | 'running', title: (job: string) => string) => (argument: unknown) => {
    const { uri, file } = targetOf(argument);
    return versions.compare(uri, version, title(file.job));
  };
  return [
    registerCommand(
      'blink.job.compareWithServer',
      compare('server', job => vscode.l10n.t('{0}: at the service ↔ here', job)),
    ),
    registerCommand(
      'blink.job.compareWithRunning',
      compare('running', job => vscode.l10n.t('{0}: running ↔ here', job)),
    ),
    registerCommand('blink.job.showRecovered', (argument: unknown) =>
      showRecovered(parts, versions, targetOf(argument)),
    ),
    registerCommand('blink.project.addToWorkspace', (argument: unknown) => addToWorkspace(parts, argument)),
  ];
}

import type * as vscode from 'vscode';
import type { Connections, JobEvents } from '../connections/api.ts';
import type { ConflictMarks } from './conflictMarks.ts';
import type { Folders } from './folders.ts';
import type { JobReader } from './jobReader.ts';
import type { Journal } from './journal.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { SaveGuard } from './saveGuard.ts';

/** What the pieces of this room share. */
export interface Parts {
  readonly connections: Connections;
  readonly events: JobEvents;
  readonly log: vscode.LogOutputChannel;
  readonly reader: JobReader;
  readonly folders: Folders;
  readonly journal: Journal;
  readonly guard: SaveGuard;
  readonly open: OpenDocuments;
  readonly conflicts: ConflictMarks;
  /** Files of deleted jobs whose next save creates the job anew: the user has been told. */
  readonly recreate: Set<string>;
  /** Files the editor is about to save. */
  readonly saving: Set<string>;
}

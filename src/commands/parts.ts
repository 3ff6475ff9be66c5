import type * as vscode from 'vscode';
import type { Connections, JobEvents, JobRef, JobStates } from '../connections/api.ts';
import type { JobFileKind } from '../documents/uris.ts';
import type { Explorer } from '../explorer/explorer.ts';

/** What the commands work with. */
export interface CommandParts {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly states: JobStates;
  readonly events: JobEvents;
  readonly explorer: Explorer;
  readonly documents: {
    open(ref: JobRef, kind?: JobFileKind, options?: vscode.TextDocumentShowOptions): Promise<unknown>;
  };
  readonly log: vscode.LogOutputChannel;
}

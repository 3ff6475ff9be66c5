import type * as vscode from 'vscode';
import type { LineageResult } from '../server/protocol.ts';

/**
 * Where the language server is in its life. `idle`: no Blink document has been seen yet; `restarting`: it ended
 * unexpectedly and is started again shortly; `down`: it stays ended until somebody asks for a restart.
 */
export type LanguageState = 'idle' | 'starting' | 'running' | 'restarting' | 'down';

/** The editor's side of the language server, as the rest of the extension sees it. */
export interface Language {
  readonly state: LanguageState;
  readonly onDidChangeState: vscode.Event<LanguageState>;
  /** The server has looked at a document anew: its diagnostics have come, and lineage may have changed. */
  readonly onDidAnalyze: vscode.Event<vscode.Uri>;
  /**
   * Where the columns of each INSERT of a document come from; waits for a server that is starting.
   * @returns undefined when the server is down, the request was cancelled or the document is no Blink SQL
   */
  lineage(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<LineageResult | undefined>;
  /** Ends the server, or starts it where it is down; resolves when it answers, or has failed to. */
  restart(): Promise<void>;
}

import type { Connection } from 'vscode-languageserver';
import type { Documents } from '../documents/documents.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { nextTurn } from '../slices.ts';
import { logFailure } from '../failures.ts';
import type { Session } from '../session.ts';
import { diagnosticsOf } from './documentDiagnostics.ts';

/**
 * Sends the diagnostics of a document after every change of it, as soon as no further change is waiting to be read:
 * there is no fixed delay. A change that arrives between two stages makes the stages behind it needless.
 */
export class DiagnosticsPublisher {
  private readonly connection: Connection;
  private readonly documents: Documents;
  private readonly session: Session;
  /** Documents being worked on, with the number of changes since then, and the end of the work on the last one. */
  private readonly running = new Map<string, { changes: number; published: Promise<void> }>();

  constructor(connection: Connection, documents: Documents, session: Session) {
    this.connection = connection;
    this.documents = documents;
    this.session = session;
    documents.onChange(document => this.schedule(document));
    documents.onClose(uri => void connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /** Computes everything anew, as after a change of settings. */
  scheduleAll(): void {
    for (const document of this.documents.all()) this.schedule(document);
  }

  /** Resolves when the diagnostics of a document are sent, or are given up for a newer text. */
  async published(uri: string): Promise<void> {
    await this.running.get(uri)?.published;
  }

  private readonly failed = (error: unknown): void => {
    logFailure(this.connection, 'diagnostics', error);
  };

  private schedule({ uri }: OpenDocument): void {
    const run = this.running.get(uri);
    if (run !== undefined) run.changes++;
    else void this.run(uri);
  }

  private async run(uri: string): Promise<void> {
    const state = { changes: 0, published: Promise.resolve() };
    this.running.set(uri, state);
    for (let seen = -1; seen !== state.changes;) {
      seen = state.changes;
      state.published = this.publish(uri, () => state.changes !== seen).catch(this.failed);
      await state.published;
    }
    this.running.delete(uri);
  }

  private async publish(uri: string, isStale: () => boolean): Promise<void> {
    // Messages are handled one per turn: after two turns without a change none is waiting.
    for (let turn = 0; turn < 2; turn++) {
      await nextTurn();
      if (isStale()) return;
    }
    const document = this.documents.get(uri);
    if (document === undefined) return;
    const { version } = document;
    const diagnostics = await diagnosticsOf(document, this.session, isStale, this.failed);
    if (diagnostics === undefined || this.documents.get(uri) !== document) return;
    await this.connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

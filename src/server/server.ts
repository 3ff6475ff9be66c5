import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { Background } from './background.ts';
import { CAPABILITIES } from './capabilities.ts';
import { DiagnosticsPublisher } from './diagnostics/publisher.ts';
import { Documents } from './documents/documents.ts';
import { registerFeatures } from './features/all.ts';
import { JOB_FACTS } from './protocol.ts';
import type { JobFacts } from './protocol.ts';
import { Session } from './session.ts';

/** Answers the editor at the other end of a connection until it says good-bye. */
export function serve(connection: Connection): void {
  const session = new Session();
  const documents = new Documents();
  const publisher = new DiagnosticsPublisher(connection, documents, session);

  connection.onInitialize(params => {
    session.initialize(params);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'Blink SQL' } };
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.configure(settings);
    publisher.scheduleAll();
    if (session.client.refreshesLens) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (session.client.refreshesHints) void connection.languages.inlayHint.refresh();
  });
  connection.onNotification(JOB_FACTS, ({ uri, facts }: JobFacts) => {
    const document = documents.get(uri);
    if (document === undefined) return;
    document.facts = facts;
    documents.changed(document);
  });
  documents.listen(connection);
  registerFeatures({ connection, documents, session, publisher, background: new Background() });
  connection.listen();
}

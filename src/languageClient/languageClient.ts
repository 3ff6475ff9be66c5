import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { Connections, JobEvents, JobStates, ProjectRef } from '../connections/api.ts';
import type { Documents } from '../documents/documents.ts';
import type { Explorer } from '../explorer/explorer.ts';
import { registerCommand } from '../platform/commands.ts';
import { redact } from '../platform/redact.ts';
import { JOB_FACTS, LIST_FILES, READ_FILE } from '../server/protocol.ts';
import type { ReadFileParams } from '../server/protocol.ts';
import type { PackageName } from '../services/model.ts';
import type { Validation } from '../validation/validation.ts';
import type { Language, LanguageState } from './api.ts';
import { LocalDiagnostics } from './diagnostics/localDiagnostics.ts';
import { JobFacts } from './facts/jobFacts.ts';
import { Health, RESTART, SHOW_LOG } from './health.ts';
import { JobLenses } from './lenses/jobLenses.ts';
import { readLineage } from './lineage.ts';
import { REAL_CLOCK } from './server/clock.ts';
import { Lifecycle } from './server/lifecycle.ts';
import { Session, type Handler } from './server/session.ts';
import { isTraced, onDidChangeSettings, serverSettings, userLanguage } from './settings.ts';
import { showReferences } from './showReferences.ts';
import { BLINK_SQL, SqlFiles } from './sqlFiles.ts';
import { SymbolFiles } from './symbols/symbolFiles.ts';

export interface LanguageClientParts {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly documents: Documents;
  readonly events: JobEvents;
  readonly states: JobStates;
  readonly explorer: Pick<Explorer, 'commits' | 'data' | 'loadedJobs' | 'revealPackage'>;
  readonly validation: Pick<Validation, 'faults'>;
}

/** The language server and what the editor adds to it. Starts nothing before the first Blink document is seen. */
export function createLanguageClient(parts: LanguageClientParts): Language & { dispose(): void } {
  const { context, documents, validation } = parts;
  const log = vscode.window.createOutputChannel('Blink SQL Language Server', { log: true });
  const stateChanged = new vscode.EventEmitter<LanguageState>();
  const health = new Health();
  const diagnostics = new LocalDiagnostics(validation.faults);
  const files = new SymbolFiles(parts);
  const jobLenses = new JobLenses(parts);
  const facts = new JobFacts(documents, message => {
    lifecycle.current?.notify(JOB_FACTS, message);
  });

  const middleware: Middleware = {
    handleDiagnostics: (uri, found, show) => {
      diagnostics.receive(uri, found, show);
    },
    didOpen: async (document, next) => {
      await next(document);
      facts.opened(document);
    },
    didClose: async (document, next) => {
      facts.closed(document);
      await next(document);
    },
  };
  const handlers: Record<string, Handler> = {
    [LIST_FILES]: (_params: unknown, token) => files.list(token),
    [READ_FILE]: (params: ReadFileParams, token) => files.read(params, token),
  };
  const lifecycle = new Lifecycle<Session>(
    () =>
      Session.open({
        entry: vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath,
        log,
        initialization: () => ({ language: userLanguage(), settings: serverSettings() }),
        middleware,
        handlers,
        isTraced,
      }),
    {
      onState: state => {
        log.info(`The server is ${state}.`);
        if (state !== 'running') {
          // Whatever comes next knows nothing of what its predecessor was told.
          diagnostics.reset();
          facts.reset();
          files.reset();
        } else {
          // The server's lenses, such as references, were registered just now.
          jobLenses.standFirst();
        }
        health.show(state);
        stateChanged.fire(state);
      },
      onCrash: (reason, restartsIn) => {
        const then = restartsIn === undefined ? 'stays down' : `is started again in ${restartsIn} ms`;
        log.error(redact(`The server ended unexpectedly (${reason}) and ${then}.`));
        if (restartsIn === undefined) void health.tellDown(redact(reason));
      },
    },
    REAL_CLOCK,
  );
  const wakeFor = ({ languageId }: vscode.TextDocument) => {
    if (languageId === BLINK_SQL) lifecycle.wake();
  };

  const disposables = vscode.Disposable.from(
    // First, so that nothing is told to a server that is about to end.
    new vscode.Disposable(() => {
      lifecycle.dispose();
    }),
    stateChanged,
    health,
    diagnostics,
    facts,
    files,
    new SqlFiles(),
    jobLenses,
    vscode.workspace.onDidOpenTextDocument(wakeFor),
    onDidChangeSettings('all', () => {
      lifecycle.current?.notify('workspace/didChangeConfiguration', { settings: serverSettings() });
    }),
    registerCommand(RESTART, () => lifecycle.restart()),
    registerCommand(SHOW_LOG, () => {
      log.show(true);
    }),
    registerCommand('blink.showReferences', showReferences),
    registerCommand('blink.package.reveal', revealPackage(parts.explorer)),
    log,
  );
  for (const document of vscode.workspace.textDocuments) wakeFor(document);

  return {
    get state() {
      return lifecycle.state;
    },
    onDidChangeState: stateChanged.event,
    onDidAnalyze: diagnostics.onDidReceive,
    lineage: (document, token) => readLineage(lifecycle, document, token),
    restart: () => lifecycle.restart(),
    dispose: () => {
      disposables.dispose();
    },
  };
}

interface PackagePlace extends ProjectRef {
  readonly package?: PackageName;
}

/** `blink.package.reveal`: where the link of a class leads. */
function revealPackage(explorer: Pick<Explorer, 'revealPackage'>) {
  return (place: PackagePlace): Promise<void> => explorer.revealPackage(place, place.package);
}

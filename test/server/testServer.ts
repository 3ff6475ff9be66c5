import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  ExitNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  InitializeResult,
  ProtocolConnection,
  ProtocolRequestType,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { root } from '../../scripts/bootstrap/paths.mjs';
import { bundle } from '../../scripts/build/bundle.ts';
import { targetsOf } from '../../scripts/build/targets.ts';
import type { ServerSettings, UserLanguage } from '../../src/server/protocol.ts';

/** What an editor such as VS Code says of itself, as far as the server asks. */
const CAPABILITIES: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true },
      completionList: { itemDefaults: ['editRange'] },
    },
    definition: { linkSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

export interface StartOptions {
  readonly language?: UserLanguage;
  readonly settings?: ServerSettings;
  readonly capabilities?: ClientCapabilities;
  readonly transport?: '--node-ipc' | '--stdio';
}

/** Builds the server as it is shipped, unless that was done already. @returns the program */
export async function program(): Promise<string> {
  const outdir = join(root, 'test-results/server');
  const target = targetsOf(root).find(({ name }) => name === 'server')!;
  await bundle(target, { root, outdir, production: true }, join(outdir, 'stamps'));
  return join(outdir, 'server.cjs');
}

/** A language server in a process of its own, and the editor's end of the line. */
export class TestServer {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly log: string[] = [];
  /** What was published, in its order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** Milliseconds from spawn to the answer to `initialize`. */
  readyAfter = 0;
  initialized: InitializeResult = { capabilities: {} };
  private readonly waiting = new Set<() => void>();

  private constructor(child: ChildProcess, transport: StartOptions['transport']) {
    this.child = child;
    this.connection =
      transport === '--stdio'
        ? createProtocolConnection(
            new StreamMessageReader(child.stdout!),
            new StreamMessageWriter(child.stdin!),
          )
        : createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.published.push(params);
      for (const look of this.waiting) look();
    });
    this.connection.listen();
  }

  static async start({
    language = 'en',
    settings = {},
    capabilities = CAPABILITIES,
    transport = '--node-ipc',
  }: StartOptions = {}): Promise<TestServer> {
    const path = await program();
    const began = performance.now();
    const child = fork(path, [transport], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'], execArgv: [] });
    const server = new TestServer(child, transport);
    server.initialized = await server.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol's types demand it still
      rootUri: null,
      capabilities,
      initializationOptions: { language, settings },
    });
    server.readyAfter = performance.now() - began;
    await server.connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  request<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, params: P): Promise<R> {
    return this.connection.sendRequest<R>(type.method, params);
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'blink-sql', version, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The diagnostics published for a version, when they are. */
  diagnostics(uri: string, version: number): Promise<PublishDiagnosticsParams['diagnostics']> {
    return new Promise(resolve => {
      const look = (): void => {
        const found = this.published.findLast(item => item.uri === uri && item.version === version);
        if (found === undefined) return;
        this.waiting.delete(look);
        resolve(found.diagnostics);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** The diagnostics published next for a document, whatever its version. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams['diagnostics']> {
    const seen = this.published.length;
    return new Promise(resolve => {
      const look = (): void => {
        const found = this.published.slice(seen).find(item => item.uri === uri);
        if (found === undefined) return;
        this.waiting.delete(look);
        resolve(found.diagnostics);
      };
      this.waiting.add(look);
    });
  }

  async configure(settings: ServerSettings): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  /** Opens a document and waits for what is said of it. */
  async opened(uri: string, text: string): Promise<PublishDiagnosticsParams['diagnostics']> {
    await this.open(uri, text);
    return this.diagnostics(uri, 1);
  }

  /** Ends the server as an editor does. @returns its exit code */
  async end(): Promise<number | null> {
    const ended = once(this.child, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = (await ended) as [number | null];
    this.connection.dispose();
    return code;
  }
}

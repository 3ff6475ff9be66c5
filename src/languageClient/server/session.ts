import type * as vscode from 'vscode';
import type { LanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient/node';
import { isCancellation } from '../../platform/failure.ts';
import { redact } from '../../platform/redact.ts';
import type { InitializationOptions } from '../../server/protocol.ts';
import { REAL_CLOCK } from './clock.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Run } from './lifecycle.ts';
import { startServerProcess, type ServerProcess } from './serverProcess.ts';
import { Trace } from './trace.ts';

/** ms a server has for its good-bye. */
const FAREWELL = 2_000;
/** A request that every server answers at once, be it by saying that it does not know it. */
const PING = 'blink/ping';

export type Handler = (params: never, token: vscode.CancellationToken) => unknown;

export interface SessionOptions {
  /** The server's bundle, absolute. */
  readonly entry: string;
  readonly log: vscode.LogOutputChannel;
  readonly initialization: () => InitializationOptions;
  readonly middleware: Middleware;
  /** Answers to the server's own requests, by method; a cancellation may be thrown. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Whether each message is noted in the log, without its content. */
  readonly isTraced: () => boolean;
}

/** One server process and the client that speaks with it, from the start to the end of that process. */
export class Session implements Run {
  readonly client: LanguageClient;
  readonly ended: Promise<string>;
  readonly #process: ServerProcess;
  readonly #heartbeat: Heartbeat;

  private constructor(client: LanguageClient, process: ServerProcess, heartbeat: Heartbeat) {
    this.client = client;
    this.ended = process.ended;
    this.#process = process;
    this.#heartbeat = heartbeat;
    void process.ended.then(() => {
      heartbeat.dispose();
    });
  }

  /**
   * Starts a process and waits for its answer.
   * @throws Error when it ends before, or refuses
   */
  static async open(options: SessionOptions): Promise<Session> {
    const { log } = options;
    // A bundle of its own: the library is larger than the rest of the extension, and many windows never need it.
    const library = await import('vscode-languageclient/node');
    const process = startServerProcess(options.entry, line => {
      log.warn(redact(line));
    });
    const transports = {
      reader: new library.IPCMessageReader(process.child),
      writer: new library.IPCMessageWriter(process.child),
    };
    let client: LanguageClient | undefined = undefined;
    const heartbeat = new Heartbeat(
      () => client?.sendRequest(PING) ?? Promise.resolve(),
      () => {
        log.error('The server does not answer any more and is ended.');
        process.kill();
      },
      REAL_CLOCK,
    );
    const closeAction = library.CloseAction.DoNotRestart;
    const errorAction = library.ErrorAction.Continue;
    const never = library.RevealOutputChannelOn.Never;
    client = new library.LanguageClient(
      'blink.language',
      'Blink SQL Language Server',
      () => Promise.resolve(transports),
      {
        ...clientOptions(options, heartbeat),
        revealOutputChannelOn: never,
        initializationFailedHandler: () => false,
        // Restarts are the business of `Lifecycle`, which knows the process and not just the connection.
        errorHandler: {
          closed: () => ({ action: closeAction, handled: true, message: 'The connection is closed.' }),
          error: () => ({ action: errorAction, handled: true, message: 'The connection has an error.' }),
        },
      },
    );
    keepQuiet(client);
    for (const [method, handler] of Object.entries(options.handlers)) {
      client.onRequest(method, async (params: never, token: vscode.CancellationToken) => {
        try {
          return await handler(params, token);
        } catch (error) {
          if (!isCancellation(error)) throw error;
          throw new library.ResponseError(library.LSPErrorCodes.RequestCancelled, method);
        }
      });
    }
    try {
      await Promise.race([client.start(), process.ended.then(fail)]);
    } catch (error) {
      heartbeat.dispose();
      process.kill();
      throw error;
    }
    return new Session(client, process, heartbeat);
  }

  /** Tells the server something. That it cannot hear it because it has just ended is told by `ended`. */
  notify(method: string, params: unknown): void {
    this.client.sendNotification(method, params).catch(() => undefined);
  }

  async end(): Promise<void> {
    this.#heartbeat.dispose();
    try {
      await this.client.stop(FAREWELL);
    } catch {
      // It hangs, or is gone already: either way it is ended below.
    }
    this.#process.kill();
    await this.ended;
  }

  abandon(): void {
    this.#heartbeat.dispose();
    this.#process.kill();
  }
}

function clientOptions(
  { log, initialization, middleware, isTraced }: SessionOptions,
  heartbeat: Heartbeat,
): LanguageClientOptions {
  const trace = new Trace(log, isTraced);
  return {
    documentSelector: [{ language: 'blink-sql' }],
    diagnosticCollectionName: 'blink-sql',
    outputChannel: log,
    initializationOptions: initialization,
    middleware: {
      ...middleware,
      sendRequest: (type, param, token, next) => {
        const method = typeof type === 'string' ? type : type.method;
        if (method !== PING) heartbeat.sent();
        return trace.request(method, next(type, param, token));
      },
      sendNotification: (type, next, params) => {
        heartbeat.sent();
        trace.notification(typeof type === 'string' ? type : type.method);
        return next(type, params);
      },
    },
  };
}

/**
 * The library shows errors of the connection as notices of its own, in English, and writes what the server sent with
 * them to the log. The user is told by `Health` instead, and the log gets nothing that may quote a job.
 */
function keepQuiet(client: LanguageClient): void {
  const error = client.error.bind(client);
  client.error = (message, data) => {
    error(redact(data instanceof Error ? `${message} (${data.name})` : message), undefined, false);
  };
}

/** It ended before it answered. */
function fail(reason: string): never {
  throw new Error(reason);
}

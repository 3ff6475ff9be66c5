import { readFileSync } from 'node:fs';
import type {
  InitializeParams,
  LogMessageParams,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { startServerProcess, type ServerProcess } from '../../../src/languageClient/server/serverProcess.ts';

/** Longer than any answer worth measuring takes, in ms. */
const LIMIT = 30_000;

/** Of the clock in which Linux counts processor time. */
const TICK_MS = 10;

/** What of the protocol goes over the channel; a notification has no id, an answer no method. */
interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** As a current VS Code tells of itself, in what the server's answers depend on. */
const INITIALIZE: Omit<InitializeParams, 'rootUri'> = {
  processId: process.pid,
  workspaceFolders: null,
  capabilities: {
    textDocument: {
      synchronization: {},
      publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      completion: {
        completionItem: { snippetSupport: true, documentationFormat: ['markdown'] },
        completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat'] },
        contextSupport: true,
      },
    },
  },
  initializationOptions: { language: 'en', settings: {} },
};

/**
 * The built language server in a process of its own, spoken to as the editor does: over Node's channel, by a client as
 * thin as can be, so that nothing but the server is measured.
 */
export class LanguageServer {
  private readonly process: ServerProcess;
  private readonly answers = new Map<number, (message: Message) => void>();
  private readonly diagnosed = new Map<number, () => void>();
  private requests = 0;
  /** The last thing the server had to say to its log: why it is silent otherwise. */
  private lastWords = '';

  /** @param file the server's bundle, started as the extension starts it */
  constructor(file: string) {
    this.process = startServerProcess(file, line => {
      this.lastWords = line;
    });
    const { child } = this.process;
    child.on('message', (message: Message) => this.receive(message));
    child.once('exit', () => {
      for (const answer of this.answers.values())
        answer({ jsonrpc: '2.0', error: { message: 'the server died' } });
    });
  }

  async initialize(): Promise<void> {
    await this.request('initialize', INITIALIZE);
    this.notify('initialized', {});
  }

  notify(method: string, params: object): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** @throws Error with the server's words, or when it dies */
  request(method: string, params: object): Promise<unknown> {
    const id = (this.requests += 1);
    const answered = new Promise((resolve, reject) => {
      this.answers.set(id, ({ result, error }) => {
        this.answers.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      this.send({ jsonrpc: '2.0', id, method, params });
    });
    return this.inTime(answered, method);
  }

  /**
   * Resolves when the diagnostics of this version of the (only) document arrive; to be asked before it is sent.
   * @throws Error with the server's last words when they do not
   */
  diagnosticsOf(version: number): Promise<void> {
    const arrived = new Promise<void>(resolve => this.diagnosed.set(version, resolve));
    return this.inTime(arrived, `diagnostics of version ${version}`);
  }

  /** Resident memory in MB: now, and at most so far; undefined where the system does not tell (proc_pid_status(5)). */
  memory(): { readonly now: number; readonly most: number } | undefined {
    const status = this.told('status');
    if (status === undefined) return undefined;
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  /**
   * What the processors have spent on it so far, in ms to the nearest 10; undefined where the system does not tell
   * (proc_pid_stat(5), fields 14 and 15).
   */
  processorTime(): number | undefined {
    const fields = this.told('stat')?.split(') ').at(-1)?.split(' ');
    return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  async end(): Promise<void> {
    this.process.kill();
    await this.process.ended;
  }

  private told(name: 'status' | 'stat'): string | undefined {
    try {
      return readFileSync(`/proc/${this.process.child.pid ?? 0}/${name}`, 'utf8');
    } catch {
      return undefined;
    }
  }

  private async inTime<T>(promise: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const give = () => reject(new Error(`${what}: nothing within ${LIMIT / 1_000} s. ${this.lastWords}`));
      timer = setTimeout(give, LIMIT);
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private send(message: Message): void {
    this.process.child.send(message);
  }

  private receive(message: Message): void {
    const { id, method } = message;
    if (method === undefined) this.answers.get(Number(id))?.(message);
    else if (id !== undefined) this.send({ jsonrpc: '2.0', id, result: null });
    else if (method === 'window/logMessage') this.lastWords = (message.params as LogMessageParams).message;
    else if (method === 'textDocument/publishDiagnostics') {
      const { version = -1 } = message.params as PublishDiagnosticsParams;
      this.diagnosed.get(version)?.();
      this.diagnosed.delete(version);
    }
  }
}

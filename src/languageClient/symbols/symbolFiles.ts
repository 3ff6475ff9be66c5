import * as vscode from 'vscode';
import type { Connections, JobEvents } from '../../connections/api.ts';
import type { Documents } from '../../documents/documents.ts';
import { SCHEME } from '../../documents/uris.ts';
import type { Explorer } from '../../explorer/explorer.ts';
import { isCancellation } from '../../platform/failure.ts';
import { logError } from '../../platform/log.ts';
import { signalOf } from '../../platform/progress.ts';
import type { ListedFile, ReadFileParams } from '../../server/protocol.ts';
import { canBeEdited } from '../diagnostics/canBeEdited.ts';
import { takesSqlFiles } from '../settings.ts';
import { BLINK_SQL } from '../sqlFiles.ts';
import { Budget } from './budget.ts';
import { JobList } from './jobList.ts';
import { Limiter } from './limiter.ts';

const MOST_FILES = 2_000;
/** Calls to services, and files, at once. */
const AT_ONCE = 4;
/** Jobs whose code is read for one search. */
const JOBS_PER_SEARCH = 100;
/** bytes; a larger file is no script somebody looks for a name in. */
const LARGEST_FILE = 2_000_000;
/** ms until a file that could not be read is tried again. */
const RETRY_AFTER = 60_000;
const NEVER = '**/{node_modules,.git}/**';

export interface SymbolFilesParts {
  readonly connections: Connections;
  readonly documents: Documents;
  readonly events: JobEvents;
  readonly explorer: Pick<Explorer, 'data' | 'loadedJobs'>;
}

/** What the server searches for symbols: open documents, files of the workspace, jobs of the projects that are open. */
export class SymbolFiles implements vscode.Disposable {
  readonly #parts: SymbolFilesParts;
  readonly #limiter = new Limiter(AT_ONCE);
  readonly #budget = new Budget(JOBS_PER_SEARCH);
  readonly #jobs: JobList;
  /** By URI, the tag a file was listed with last. */
  readonly #tags = new Map<string, string>();
  /** When files could not be read, by URI. */
  readonly #failures = new Map<string, number>();

  constructor(parts: SymbolFilesParts) {
    this.#parts = parts;
    this.#jobs = new JobList(parts.explorer, parts.events, this.#limiter);
  }

  dispose(): void {
    this.#jobs.dispose();
  }

  /** There is another server, which has read nothing. */
  reset(): void {
    this.#budget.reset();
  }

  async list(token: vscode.CancellationToken): Promise<readonly ListedFile[]> {
    const [files, jobs] = await Promise.all([this.#filesOnDisk(token), this.#jobs.all()]);
    const open = openDocuments().map(({ uri, version }) => ({ uri: uri.toString(), tag: `open ${version}` }));
    const isOpen = new Set(open.map(({ uri }) => uri));
    const closed = [files, jobs].map(listed =>
      listed.filter(({ uri }) => !isOpen.has(uri)).map(file => this.#tagged(file)),
    );
    const [closedFiles = [], closedJobs = []] = closed;
    const all = [...open, ...closedFiles, ...this.#budget.afford(closedJobs)];
    const unique = [...new Map(all.map(file => [file.uri, file])).values()].slice(0, MOST_FILES);
    for (const { uri, tag } of unique) this.#tags.set(uri, tag);
    return unique;
  }

  /**
   * @returns null for a file that is gone, or cannot be read now
   * @throws CancellationError
   */
  async read({ uri: text }: ReadFileParams, token: vscode.CancellationToken): Promise<string | null> {
    const open = openDocuments().find(({ uri }) => uri.toString() === text);
    if (open) return open.getText();
    return this.#limiter.run(async () => {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      try {
        const uri = vscode.Uri.parse(text);
        const content = await (uri.scheme === SCHEME ? this.#readJob(uri, token) : readFromDisk(uri));
        this.#failures.delete(text);
        return content;
      } catch (error) {
        if (isCancellation(error)) throw new vscode.CancellationError();
        this.#failures.set(text, performance.now());
        logError('Reading a file for the search of symbols', error);
        return null;
      }
    });
  }

  /** What could not be read gets another tag after a while, so that the server asks for it again. */
  #tagged({ uri, tag }: ListedFile): ListedFile {
    const failed = this.#failures.get(uri);
    if (failed === undefined) return { uri, tag };
    return { uri, tag: `${tag} again ${Math.floor((performance.now() - failed) / RETRY_AFTER)}` };
  }

  async #readJob(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string | null> {
    const { connections, documents } = this.#parts;
    const file = documents.jobOf(uri);
    if (!file) return null;
    const { signal, dispose } = signalOf(token);
    try {
      const service = await connections.service(file.connection);
      // Not by way of the file system: that remembers what it reads, and has better to remember.
      const job = await service.getJob(file.project, file.job, { signal });
      return job?.code ?? null;
    } finally {
      if (!token.isCancellationRequested)
        this.#budget.done(uri.toString(), this.#tags.get(uri.toString()) ?? '');
      dispose();
    }
  }

  async #filesOnDisk(token: vscode.CancellationToken): Promise<readonly ListedFile[]> {
    const pattern = takesSqlFiles() ? '**/*.sql' : '**/*.blink.sql';
    const uris = await vscode.workspace.findFiles(pattern, NEVER, MOST_FILES, token);
    const listed = await Promise.all(
      uris.map(uri =>
        this.#limiter
          .run(async () => {
            if (token.isCancellationRequested) return [];
            const { mtime, size } = await vscode.workspace.fs.stat(uri);
            return size > LARGEST_FILE ? [] : [{ uri: uri.toString(), tag: `file ${mtime} ${size}` }];
          })
          .catch(() => []),
      ),
    );
    return listed.flat();
  }
}

function openDocuments(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ languageId, uri, isClosed }) => languageId === BLINK_SQL && !isClosed && canBeEdited(uri),
  );
}

async function readFromDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

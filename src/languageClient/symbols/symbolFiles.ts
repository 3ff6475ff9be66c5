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
  /** By URI, the tag a job was listed with last. */
  readonly #tags = new Map<string, string>();

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
    const closed = this.#budget.afford(jobs.filter(({ uri }) => !isOpen.has(uri)));
    for (const { uri, tag } of closed) this.#tags.set(uri, tag);
    const all = [...open, ...files.filter(({ uri }) => !isOpen.has(uri)), ...closed];
    return [...new Map(all.map(file => [file.uri, file])).values()].slice(0, MOST_FILES);
  }

  /** @returns null for a file that is gone, or cannot be read now */
  async read({ uri: text }: ReadFileParams, token: vscode.CancellationToken): Promise<string | null> {
    const open = openDocuments().find(({ uri }) => uri.toString() === text);
    if (open) return open.getText();
    return this.#limiter.run(async () => {
      if (token.isCancellationRequested) return null;
      try {
        const uri = vscode.Uri.parse(text);
        return await (uri.scheme === SCHEME ? this.#readJob(uri, token) : readFromDisk(uri));
      } catch (error) {
        if (!isCancellation(error)) {
          this.#budget.done(text, this.#tags.get(text) ?? '');
          logError('Reading a file for the search of symbols', error);
        }
        return null;
      }
    });
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
      this.#budget.done(uri.toString(), this.#tags.get(uri.toString()) ?? '');
      return job?.code ?? null;
    } finally {
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

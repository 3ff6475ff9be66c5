import * as vscode from 'vscode';
import { UserError } from '../platform/userError.ts';
import { CURRENT_INSTANCE } from '../services/model.ts';
import { textOf } from './members.ts';
import type { Parts } from './parts.ts';
import { parseJobFile, SCHEME, type JobFile } from './uris.ts';

/** Scheme of other versions of a job's file, read-only: the service's, the running instance's, a kept one. */
export const VERSION_SCHEME = 'blink-version';

export type VersionOf = 'server' | 'running' | { readonly kept: readonly string[] };

/** The path is the file's own, so that tabs show its name and icon. */
export function versionUri(uri: vscode.Uri, version: VersionOf): vscode.Uri {
  return uri.with({ scheme: VERSION_SCHEME, query: JSON.stringify(version) });
}

/** Serves those versions as documents. */
export class Versions implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #parts: Parts;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration: vscode.Disposable;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(VERSION_SCHEME, this);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const file = parseJobFile(uri.with({ scheme: SCHEME, query: '' }));
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    const version = JSON.parse(uri.query) as VersionOf;
    if (version === 'server') return this.#atServer(file);
    if (version === 'running') return this.#running(file);
    return this.#parts.journal.read({ path: version.kept });
  }

  /** Opens a diff of another version (left) with the file (right). */
  async compare(uri: vscode.Uri, version: VersionOf, title: string): Promise<void> {
    const other = versionUri(uri, version);
    // Read here first: an error then belongs to the command, and a version already open is read anew.
    await this.provideTextDocumentContent(other);
    this.#changed.fire(other);
    await vscode.commands.executeCommand('vscode.diff', other, uri, title, { preview: true });
  }

  async #atServer(file: JobFile): Promise<string> {
    const service = await this.#parts.connections.service(file.connection);
    const job = await this.#parts.reader.read(service, file);
    if (!job) throw new UserError(vscode.l10n.t('The job {0} is not at the service any more.', file.job));
    return textOf(job, file.kind);
  }

  async #running(file: JobFile): Promise<string> {
    const service = await this.#parts.connections.service(file.connection);
    const instance = await service.getInstance(file.project, file.job, CURRENT_INSTANCE);
    const text = instance?.[file.kind];
    if (text === undefined) {
      throw new UserError(
        vscode.l10n.t('The job {0} has no instance to compare with. Start it first.', file.job),
      );
    }
    return text;
  }
}

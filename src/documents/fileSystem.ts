import * as vscode from 'vscode';
import { ROOT_FOLDER, type Job } from '../services/model.ts';
import { guarded, refused } from './fsErrors.ts';
import { isHidden, parseFolderPath, type FolderPlace, type JobFile } from './jobPath.ts';
import { childrenOf } from './listing.ts';
import { textOf } from './members.ts';
import type { Parts } from './parts.ts';
import { encode, sizeOf } from './text.ts';
import { copyEntry, createFolder, deleteEntry, renameEntry } from './treeChanges.ts';
import { parseJobFile } from './uris.ts';
import { writeJobFile } from './writing.ts';

/**
 * Jobs as files: a connection's projects are folders, a job is its code, properties and plan. Every answer comes from
 * the service; nothing is stored here but what protects a save.
 */
export class JobFileSystem implements vscode.FileSystemProvider {
  readonly #parts: Parts;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Tells the editor that files changed, so that it reloads those without unsaved changes. */
  fire(type: vscode.FileChangeType, ...uris: readonly vscode.Uri[]): void {
    if (uris.length > 0) this.#changed.fire(uris.map(uri => ({ type, uri })));
  }

  /** Changes by others are seen through the open documents (see `ServerWatch`), which need no watching of folders. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return guarded(uri, async () => {
      if (isHidden(uri)) throw vscode.FileSystemError.FileNotFound(uri);
      const file = parseJobFile(uri);
      const job = file && (await this.find(file));
      if (file && job) return this.#statOf(uri, file, job);
      await this.#demandFolder(uri);
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    });
  }

  readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return guarded(uri, async () => {
      const { connection, project, folder } = await this.#demandFolder(uri);
      if (project === undefined) {
        const projects = await this.#parts.connections.projects(connection);
        return projects.map(({ name }) => [name, vscode.FileType.Directory]);
      }
      const service = await this.#parts.connections.service(connection);
      const { folders, files } = await childrenOf(service, project, folder);
      return [
        ...folders.map((name): [string, vscode.FileType] => [name, vscode.FileType.Directory]),
        ...files.map((name): [string, vscode.FileType] => [name, vscode.FileType.File]),
      ];
    });
  }

  readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return guarded(uri, async () => {
      const file = parseJobFile(uri);
      const job = file && (await this.find(file));
      if (!file || !job) throw vscode.FileSystemError.FileNotFound(uri);
      const text = textOf(job, file.kind);
      this.#parts.guard.bases.noteRead(uri.toString(), text, job.modifyTime ?? 0);
      return encode(text);
    });
  }

  writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    options: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    return guarded(uri, async () => {
      const wasThere = await writeJobFile(this.#parts, uri, content, options);
      this.fire(wasThere ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
    });
  }

  createDirectory(uri: vscode.Uri): Promise<void> {
    return guarded(uri, async () => {
      await createFolder(this.#parts, uri);
      this.fire(vscode.FileChangeType.Created, uri);
    });
  }

  delete(uri: vscode.Uri): Promise<void> {
    return guarded(uri, async () => {
      await deleteEntry(this.#parts, uri);
      this.fire(vscode.FileChangeType.Deleted, uri);
    });
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { readonly overwrite: boolean }): Promise<void> {
    return guarded(from, async () => {
      await this.#demandFree(to, options.overwrite);
      await renameEntry(this.#parts, from, to);
      this.fire(vscode.FileChangeType.Deleted, from);
      this.fire(vscode.FileChangeType.Created, to);
    });
  }

  copy(from: vscode.Uri, to: vscode.Uri, options: { readonly overwrite: boolean }): Promise<void> {
    return guarded(from, async () => {
      await this.#demandFree(to, options.overwrite);
      await copyEntry(this.#parts, from, to);
      this.fire(vscode.FileChangeType.Created, to);
    });
  }

  /** The job behind a file; undefined also where it lies in another folder or is of the other kind. */
  async find(file: JobFile): Promise<Job | undefined> {
    const { connections, folders, reader } = this.#parts;
    if (!connections.get(file.connection)) return undefined;
    const service = await connections.service(file.connection);
    const job = await reader.read(service, file);
    if (!job) return undefined;
    if (file.kind === 'code' && file.isDataStream !== (job.api === 'DATASTREAM')) return undefined;
    const isHere = await folders.holds(service, file.connection, file.project, file.folder, job);
    return isHere ? job : undefined;
  }

  #statOf(uri: vscode.Uri, file: JobFile, job: Job): vscode.FileStat {
    const { conflicts, guard, open, saving } = this.#parts;
    const text = textOf(job, file.kind);
    const version = { text, mtime: job.modifyTime ?? 0, size: sizeOf(text) };
    const { mtime, size, isConflict } = guard.tell(uri.toString(), version, open.isDirty(uri));
    if (isConflict) {
      conflicts.mark(uri, job);
      saving.delete(uri.toString());
    }
    return { type: vscode.FileType.File, ctime: job.createTime ?? 0, mtime, size };
  }

  async #demandFolder(uri: vscode.Uri): Promise<FolderPlace> {
    const place = parseFolderPath(uri);
    if (!place || isHidden(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    const { connection, project, folder } = place;
    if (!this.#parts.connections.get(connection)) throw vscode.FileSystemError.FileNotFound(uri);
    if (project === undefined) return place;
    const service = await this.#parts.connections.service(connection);
    const isThere =
      folder === ROOT_FOLDER
        ? await this.#parts.folders.hasProject(service, connection, project)
        : (await this.#parts.folders.idOf(service, connection, project, folder)) !== undefined;
    if (!isThere) throw vscode.FileSystemError.FileNotFound(uri);
    return place;
  }

  async #demandFree(uri: vscode.Uri, mayOverwrite: boolean): Promise<void> {
    const isTaken = await this.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isTaken) return;
    if (mayOverwrite)
      throw refused(vscode.l10n.t('A job is never replaced by another one. Delete it first.'));
    throw vscode.FileSystemError.FileExists(uri);
  }
}

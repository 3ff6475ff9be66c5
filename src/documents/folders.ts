import type { JobService } from '../services/jobService.ts';
import {
  ROOT_FOLDER,
  type FolderId,
  type FolderPath,
  type JobSummary,
  type ProjectName,
} from '../services/model.ts';
import { isServiceError } from '../services/serviceError.ts';

/** ms a folder's id is believed; moves by others are seen that late. */
const BELIEVED_MS = 10_000;

interface Known {
  readonly answer: Promise<string | undefined>;
  readonly since: number;
}

/**
 * Which folder is where: the service names a job's folder by id, the file system by path. Ids are asked for once and
 * believed for a while, since an editor asks for the same few folders over and over.
 */
export class Folders {
  readonly #known = new Map<string, Known>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @returns undefined when there is no such folder. */
  idOf(
    service: JobService,
    scope: string,
    project: ProjectName,
    path: FolderPath,
  ): Promise<FolderId | undefined> {
    const ask = () => service.getFolder(project, path).then(folder => folder?.id, nothingIfInvalid);
    return this.#remember(`${scope}\n${project}\n${path}`, ask) as Promise<FolderId | undefined>;
  }

  async hasProject(service: JobService, scope: string, project: ProjectName): Promise<boolean> {
    const ask = () => service.getProject(project).then(found => found?.name);
    return (await this.#remember(`${scope}\n${project}`, ask)) !== undefined;
  }

  /** Whether a job lies in a folder; a job without a folder's id lies in the root. */
  async holds(
    service: JobService,
    scope: string,
    project: ProjectName,
    path: FolderPath,
    job: JobSummary,
  ): Promise<boolean> {
    if (!service.capabilities.folders) return path === ROOT_FOLDER;
    if (path === ROOT_FOLDER && job.folderId === undefined) return true;
    const id = await this.idOf(service, scope, project, path);
    return id !== undefined && id === job.folderId;
  }

  /** The path of a folder known by its id: walks down from the root, nearest folders first. */
  async pathOf(service: JobService, project: ProjectName, id: FolderId | undefined): Promise<FolderPath> {
    if (id === undefined || !service.capabilities.folders) return ROOT_FOLDER;
    const root = await service.getFolder(project, ROOT_FOLDER);
    if (root?.id === id) return ROOT_FOLDER;
    let level: readonly FolderPath[] = [ROOT_FOLDER];
    while (level.length > 0) {
      const children = (await Promise.all(level.map(path => service.listFolders(project, path)))).flat();
      const found = children.find(folder => folder.id === id);
      if (found) return found.path;
      level = children.map(folder => folder.path);
    }
    return ROOT_FOLDER;
  }

  forget(): void {
    this.#known.clear();
  }

  #remember(key: string, ask: () => Promise<string | undefined>): Promise<string | undefined> {
    const known = this.#known.get(key);
    if (known && this.#now() - known.since < BELIEVED_MS) return known.answer;
    const answer = ask();
    this.#known.set(key, { answer, since: this.#now() });
    answer.catch(() => this.#known.delete(key));
    return answer;
  }
}

/** What the service calls an invalid path cannot be a folder's: editors ask for files of all kinds of names. */
function nothingIfInvalid(error: unknown): undefined {
  if (isServiceError(error) && error.kind === 'invalid') return undefined;
  throw error;
}

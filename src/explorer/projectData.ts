import type { JobService } from '../services/jobService.ts';
import {
  ROOT_FOLDER,
  type Folder,
  type FolderId,
  type FolderPath,
  type JobSummary,
  type Package,
  type ProjectName,
  type Queue,
} from '../services/model.ts';
import { Cache } from './cache.ts';
import { PAGES_AT_ONCE, readJobs, type JobList } from './jobPages.ts';

/** Limits how many list calls run at once (see gate.ts). */
export type Gate = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * What the sidebar knows of one project, read when first asked for and kept until told to forget.
 * Every method rejects with the ServiceError or ConnectionError of the call it needs.
 */
export class ProjectData {
  readonly project: ProjectName;
  readonly #service: () => Promise<JobService>;
  readonly #gate: Gate;
  readonly #folders = new Cache<readonly Folder[]>();
  readonly #folder = new Cache<Folder | undefined>();
  readonly #jobs = new Cache<JobList>();
  /** Pages the user has asked for, by folder: they survive a refresh. */
  readonly #pages = new Map<FolderPath, number>();
  readonly #packages = new Cache<readonly Package[]>();
  readonly #queues = new Cache<readonly Queue[]>();

  constructor(project: ProjectName, service: () => Promise<JobService>, gate: Gate) {
    this.project = project;
    this.#service = service;
    this.#gate = gate;
  }

  service(): Promise<JobService> {
    return this.#service();
  }

  /** The folders directly in `parent`, by name. */
  folders(parent: FolderPath): Promise<readonly Folder[]> {
    return this.#folders.get(parent, async () => {
      const folders = await this.#call(service => service.listFolders(this.project, parent));
      for (const folder of folders) this.#folder.set(folder.path, folder);
      return folders.toSorted((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }));
    });
  }

  /** undefined when there is no such folder. */
  folder(path: FolderPath): Promise<Folder | undefined> {
    return this.#folder.get(path, () => this.#call(service => service.getFolder(this.project, path)));
  }

  /** The jobs directly in a folder, so far. */
  jobs(folder: FolderPath): Promise<JobList> {
    return this.#jobs.get(folder, () => this.#readJobs(folder, this.#pages.get(folder) ?? PAGES_AT_ONCE));
  }

  /** Makes the next `jobs` of a folder longer. */
  loadMore(folder: FolderPath): void {
    const before = this.jobs(folder);
    this.#jobs.delete(folder);
    void this.#jobs.get(folder, async () => {
      const list = await this.#readJobs(folder, PAGES_AT_ONCE, await before);
      this.#pages.set(folder, list.pages);
      return list;
    });
  }

  /** Puts a job that was read by itself in the place of what the list of its folder says. */
  async putJob(folder: FolderPath, job: JobSummary): Promise<void> {
    const list = await this.#jobs.peek(folder)?.catch(() => undefined);
    if (!list) return;
    const jobs = list.jobs.map(each => (each.name === job.name ? job : each));
    this.#jobs.set(folder, { ...list, jobs });
  }

  packages(): Promise<readonly Package[]> {
    return this.#packages.get('', () => this.#call(service => service.listPackages(this.project)));
  }

  queues(): Promise<readonly Queue[]> {
    return this.#queues.get('', () => this.#call(service => service.listQueues(this.project)));
  }

  /** All jobs whose name contains `text`, wherever they are; the service looks, not we. */
  search(text: string): Promise<JobList> {
    return this.#call(service => readJobs(service, this.project, { nameContains: text }, PAGES_AT_ONCE));
  }

  /** Every folder of the project. The service lists one level a call; what is known is not asked again. */
  async allFolders(): Promise<ReadonlyMap<FolderId, Folder>> {
    const root = await this.folder(ROOT_FOLDER);
    const all = new Map<FolderId, Folder>(root ? [[root.id, root]] : []);
    let level: readonly FolderPath[] = [ROOT_FOLDER];
    while (level.length > 0) {
      const children = (await Promise.all(level.map(path => this.folders(path)))).flat();
      const fresh = children.filter(({ id }) => !all.has(id));
      for (const folder of fresh) all.set(folder.id, folder);
      level = fresh.map(({ path }) => path);
    }
    return all;
  }

  /** Job lists that have been read, for a local look before the service is asked. */
  async loadedJobs(): Promise<readonly (readonly [FolderPath, JobList])[]> {
    const loaded = this.#jobs.keys().map(async key => {
      const list = await this.#jobs.peek(key)?.catch(() => undefined);
      return list && ([key as FolderPath, list] as const);
    });
    return (await Promise.all(loaded)).filter(entry => entry !== undefined);
  }

  forgetJobs(folder?: FolderPath): void {
    if (folder === undefined) this.#jobs.clear();
    else this.#jobs.delete(folder);
  }

  forgetFolders(): void {
    this.#folders.clear();
    this.#folder.clear();
    this.#jobs.clear();
  }

  forgetPackages(): void {
    this.#packages.clear();
  }

  forgetAll(): void {
    this.forgetFolders();
    this.forgetPackages();
    this.#queues.clear();
  }

  async #readJobs(folder: FolderPath, count: number, before?: JobList): Promise<JobList> {
    const folderId = (await this.folder(folder))?.id;
    const query = folderId === undefined ? {} : { folderId };
    return this.#call(service => readJobs(service, this.project, query, count, before));
  }

  async #call<T>(call: (service: JobService) => Promise<T>): Promise<T> {
    const service = await this.#service();
    return this.#gate(() => call(service));
  }
}

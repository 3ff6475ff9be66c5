import * as vscode from 'vscode';
import type { JobEvents, ProjectRef } from '../../connections/api.ts';
import { SCHEME, jobFileUri } from '../../documents/uris.ts';
import { parseFolderPath } from '../../documents/jobPath.ts';
import type { Explorer } from '../../explorer/explorer.ts';
import { readJobs } from '../../explorer/jobPages.ts';
import { logError } from '../../platform/log.ts';
import { ROOT_FOLDER, type FolderPath, type JobSummary } from '../../services/model.ts';
import type { Limiter } from './limiter.ts';

/** The code of a job at the service. */
export interface ListedJob {
  readonly uri: string;
  readonly tag: string;
}

/** ms a project's list is believed: a search asks again with every key. */
const BELIEVED = 60_000;
/** Pages of a hundred jobs. */
const MOST_PAGES = 20;

/**
 * The SQL jobs of the projects that are open: those in the workspace are listed, a call for a hundred jobs; of those in
 * the sidebar what it has read anyway is taken.
 */
export class JobList implements vscode.Disposable {
  readonly #explorer: Pick<Explorer, 'data' | 'loadedJobs'>;
  readonly #limiter: Limiter;
  readonly #listed = new Map<
    string,
    { readonly jobs: Promise<readonly ListedJob[]>; readonly since: number }
  >();
  readonly #subscription: vscode.Disposable;

  constructor(explorer: Pick<Explorer, 'data' | 'loadedJobs'>, events: JobEvents, limiter: Limiter) {
    this.#explorer = explorer;
    this.#limiter = limiter;
    this.#subscription = events.onDid(({ ref }) => {
      this.#listed.delete(keyOf(ref));
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Never rejects: of a project that cannot be read there are no jobs. */
  async all(): Promise<readonly ListedJob[]> {
    const [shown, ...listed] = await Promise.all([
      this.#explorer.loadedJobs(),
      ...workspaceProjects().map(ref => this.#project(ref)),
    ]);
    const loaded = shown.flatMap(({ ref, folder, jobs }) => jobs.flatMap(job => listedJob(ref, folder, job)));
    return [...listed.flat(), ...loaded];
  }

  #project(ref: ProjectRef): Promise<readonly ListedJob[]> {
    const known = this.#listed.get(keyOf(ref));
    if (known && performance.now() - known.since < BELIEVED) return known.jobs;
    const jobs = this.#read(ref).catch((error: unknown) => {
      logError(`Listing the jobs of ${ref.project} for the search of symbols`, error);
      return [];
    });
    this.#listed.set(keyOf(ref), { jobs, since: performance.now() });
    return jobs;
  }

  async #read(ref: ProjectRef): Promise<readonly ListedJob[]> {
    const data = this.#explorer.data(ref);
    const service = await data.service();
    const folders = service.capabilities.folders ? await data.allFolders() : undefined;
    const { jobs } = await this.#limiter.run(() => readJobs(service, ref.project, {}, MOST_PAGES));
    return jobs.flatMap(job => {
      const folder = job.folderId === undefined ? undefined : folders?.get(job.folderId);
      return listedJob(ref, folder?.path ?? ROOT_FOLDER, job);
    });
  }
}

function listedJob(ref: ProjectRef, folder: FolderPath, job: JobSummary): ListedJob[] {
  if (job.api !== 'SQL') return [];
  const uri = jobFileUri({ ...ref, job: job.name }, folder).toString();
  return [{ uri, tag: `job ${job.modifyTime ?? ''}` }];
}

function workspaceProjects(): readonly ProjectRef[] {
  const refs = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }): ProjectRef[] => {
    const place = uri.scheme === SCHEME ? parseFolderPath(uri) : undefined;
    return place?.project === undefined ? [] : [{ connection: place.connection, project: place.project }];
  });
  return [...new Map(refs.map(ref => [keyOf(ref), ref])).values()];
}

function keyOf({ connection, project }: ProjectRef): string {
  return `${connection}\n${project}`;
}

import type { JobName, JobType } from '../services/model.ts';
import { jobKey, type JobRef, type ProjectRef } from './api.ts';

export type WatchedJob = JobRef & { readonly type: JobType };

/** The watched jobs of one project. */
export interface WatchedProject extends ProjectRef {
  readonly jobs: ReadonlyMap<JobName, JobType>;
}

export function projectKey({ connection, project }: ProjectRef): string {
  return `${connection}\n${project}`;
}

/** Who watches which jobs, summed up per project. */
export class WatchList {
  readonly #owners = new Map<object, readonly WatchedJob[]>();
  #projects = new Map<string, WatchedProject>();

  /** By `projectKey`. */
  get projects(): ReadonlyMap<string, WatchedProject> {
    return this.#projects;
  }

  /**
   * Puts these jobs in place of what the owner watched before.
   * @returns keys of the projects in which jobs are watched that were not watched before
   */
  set(owner: object, jobs: readonly WatchedJob[]): Set<string> {
    if (jobs.length === 0) this.#owners.delete(owner);
    else this.#owners.set(owner, jobs);
    const before = this.#projects;
    this.#projects = sumUp([...this.#owners.values()].flat());
    const changed = new Set<string>();
    for (const [key, { jobs: watched }] of this.#projects) {
      const old = before.get(key)?.jobs;
      for (const name of watched.keys()) if (!old?.has(name)) changed.add(key);
    }
    return changed;
  }

  /** Keys (`jobKey`) of the watched jobs of a project. */
  jobKeys(project: string): string[] {
    const watched = this.#projects.get(project);
    if (!watched) return [];
    return [...watched.jobs.keys()].map(job =>
      jobKey({ connection: watched.connection, project: watched.project, job }),
    );
  }
}

function sumUp(jobs: readonly WatchedJob[]): Map<string, WatchedProject> {
  const projects = new Map<string, ProjectRef & { readonly jobs: Map<JobName, JobType> }>();
  for (const { connection, project, job, type } of jobs) {
    const key = projectKey({ connection, project });
    const known = projects.get(key);
    if (known) known.jobs.set(job, type);
    else projects.set(key, { connection, project, jobs: new Map([[job, type]]) });
  }
  return projects;
}

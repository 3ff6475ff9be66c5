import {
  ROOT_FOLDER,
  type Folder,
  type FolderPath,
  type JobName,
  type JobSummary,
} from '../services/model.ts';
import { matchName, type Ranges } from './match.ts';
import { folderName, parentPath } from './names.ts';
import type { FilteredFolder } from './nodes.ts';
import type { ProjectData } from './projectData.ts';

export interface Filtered {
  /** The project's root; undefined when nothing matches. */
  readonly root: FilteredFolder | undefined;
  /** Matches at the service that were not fetched. */
  readonly left: number;
}

interface Hit {
  readonly job: JobSummary;
  readonly path: FolderPath;
}

/**
 * Everything in a project whose name contains all `words`, also in folders nobody has opened: the service is asked
 * by the longest word, the rest is decided here.
 * @throws ServiceError of ListJob or ListChildFolder
 */
export async function filterProject(data: ProjectData, words: readonly string[]): Promise<Filtered> {
  const [folders, found] = await Promise.all([data.allFolders(), searchService(data, words)]);
  const hits = new Map<JobName, Hit>();
  for (const job of found.jobs) {
    const folder = job.folderId === undefined ? undefined : folders.get(job.folderId);
    hits.set(job.name, { job, path: folder?.path ?? ROOT_FOLDER });
  }
  for (const [path, list] of await data.loadedJobs()) {
    for (const job of list.jobs) hits.set(job.name, { job, path });
  }
  return { root: arrange([...folders.values()], [...hits.values()], words), left: found.left };
}

/**
 * Whether the service minds letter case is not documented: a word is asked for in the spellings people use. What is
 * spelt otherwise (`dwdOrders` for `dwdorders`) is found where it has been read already.
 */
async function searchService(data: ProjectData, words: readonly string[]) {
  const word = words.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  const lower = word.toLowerCase();
  const capitalised = lower.slice(0, 1).toUpperCase() + lower.slice(1);
  const spellings = [...new Set([word, lower, word.toUpperCase(), capitalised])];
  const lists = await Promise.all(spellings.map(text => data.search(text)));
  return { jobs: lists.flatMap(({ jobs }) => jobs), left: Math.max(...lists.map(({ left }) => left)) };
}

function arrange(
  folders: readonly Folder[],
  hits: readonly Hit[],
  words: readonly string[],
): FilteredFolder | undefined {
  const foldersIn = groupBy(folders, ({ path }) => parentPath(path));
  const jobsIn = groupBy(hits, ({ path }) => path);
  const build = (folder: Folder): FilteredFolder | undefined => {
    const highlights = folder.path === ROOT_FOLDER ? undefined : matchName(folderName(folder.path), words);
    const inside = (foldersIn.get(folder.path) ?? []).map(build).filter(child => child !== undefined);
    const jobs = (jobsIn.get(folder.path) ?? []).flatMap(({ job }) => matched(job, words));
    if (!highlights && inside.length === 0 && jobs.length === 0) return undefined;
    return {
      folder,
      isMatch: highlights !== undefined,
      ...(highlights && { highlights }),
      folders: inside,
      jobs,
    };
  };
  const root = foldersIn.get(undefined)?.[0];
  return root && build(root);
}

function matched(job: JobSummary, words: readonly string[]): { job: JobSummary; highlights: Ranges }[] {
  const highlights = matchName(job.name, words);
  return highlights ? [{ job, highlights }] : [];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

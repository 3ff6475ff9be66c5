import type { JobService } from '../services/jobService.ts';
import { ROOT_FOLDER, type FolderPath, type JobSummary, type ProjectName } from '../services/model.ts';
import { fileName, JOB_FILE_KINDS } from './jobPath.ts';

/** Jobs asked for at once. */
const PAGE_SIZE = 100;

export interface Children {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/**
 * What a folder shows: its folders, and of each of its jobs the three files.
 * @returns names without paths; all pages of the service's list are read
 */
export async function childrenOf(
  service: JobService,
  project: ProjectName,
  folder: FolderPath,
): Promise<Children> {
  const [folders, jobs] = await Promise.all([
    service.capabilities.folders ? service.listFolders(project, folder) : [],
    jobsIn(service, project, folder),
  ]);
  return {
    folders: folders.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
    files: jobs.flatMap(job =>
      JOB_FILE_KINDS.map(kind => fileName(job.name, kind, job.api === 'DATASTREAM')),
    ),
  };
}

async function jobsIn(
  service: JobService,
  project: ProjectName,
  folder: FolderPath,
): Promise<readonly JobSummary[]> {
  const folderId = service.capabilities.folders ? (await service.getFolder(project, folder))?.id : undefined;
  const jobs = new Map<string, JobSummary>();
  for (let pageIndex = 1; ; pageIndex++) {
    const query = { pageIndex, pageSize: PAGE_SIZE, ...(folderId === undefined ? {} : { folderId }) };
    const page = await service.listJobs(project, query);
    // By name: a job that moves to another page while we read would otherwise appear twice.
    for (const job of page.items) jobs.set(job.name, job);
    if (page.items.length === 0 || pageIndex >= page.totalPages) break;
  }
  // Without an id for the root the list is that of the whole project.
  return [...jobs.values()].filter(
    job => folder !== ROOT_FOLDER || !job.folderId || job.folderId === folderId,
  );
}

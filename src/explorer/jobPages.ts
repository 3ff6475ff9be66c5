import type { JobQuery, JobService } from '../services/jobService.ts';
import type { JobSummary, ProjectName } from '../services/model.ts';

/** Rows per request, and requests made before the user is asked whether he wants to see more. */
export const PAGE_SIZE = 100;
export const PAGES_AT_ONCE = 5;

export interface JobList {
  /** By name, as a person sorts. */
  readonly jobs: readonly JobSummary[];
  /** How many pages of the service are in `jobs`. */
  readonly pages: number;
  /** Jobs at the service that are not in `jobs`. */
  readonly left: number;
}

const byName = new Intl.Collator(undefined, { numeric: true });

/** Sorted, each name once: a job that was created between two pages moves one of them onto both. */
function arranged(jobs: readonly JobSummary[]): JobSummary[] {
  const unique = [...new Map(jobs.map(job => [job.name, job])).values()];
  return unique.sort((a, b) => byName.compare(a.name, b.name));
}

/**
 * Reads the next `count` pages of a list of jobs, or as many as there are.
 * @param before what has been read so far; without it the list is read from its first page
 * @throws ServiceError of ListJob
 */
export async function readJobs(
  service: JobService,
  project: ProjectName,
  query: Omit<JobQuery, 'pageIndex' | 'pageSize'>,
  count: number,
  before?: JobList,
): Promise<JobList> {
  const jobs = [...(before?.jobs ?? [])];
  let pages = before?.pages ?? 0;
  let left = 0;
  for (let read = 0; read < count; read++) {
    const page = await service.listJobs(project, { ...query, pageIndex: ++pages, pageSize: PAGE_SIZE });
    jobs.push(...page.items);
    left = pages < page.totalPages ? Math.max(1, page.totalCount - jobs.length) : 0;
    if (left === 0) break;
  }
  return { jobs: arranged(jobs), pages, left };
}

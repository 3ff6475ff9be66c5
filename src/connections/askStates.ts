import type { JobService } from '../services/jobService.ts';
import { JOB_TYPES, type JobName, type RunSummary } from '../services/model.ts';
import { chunkNames } from './chunks.ts';
import type { WatchedProject } from './watchList.ts';

/**
 * Asks for the run states of a project's watched jobs: one call per job type, more only where the names do not fit
 * into one URL. Jobs without a state (drafts, unknown ones) are absent from the answer.
 * @throws ServiceError of the first call that fails
 */
export async function askStates(
  service: JobService,
  { project, jobs }: WatchedProject,
  signal: AbortSignal,
): Promise<ReadonlyMap<JobName, RunSummary>> {
  const states = new Map<JobName, RunSummary>();
  for (const type of JOB_TYPES) {
    const names = [...jobs].filter(([, of]) => of === type).map(([name]) => name);
    for (const chunk of chunkNames(names)) {
      const answer = await service.runSummaries(project, chunk, type, { signal });
      for (const [name, summary] of answer) states.set(name, summary);
    }
  }
  return states;
}

/** Whether two summaries say the same to a reader. */
export function sameSummary(a: RunSummary | undefined, b: RunSummary | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.instanceId === b.instanceId &&
    a.actual === b.actual &&
    a.expected === b.expected &&
    a.inputDelay === b.inputDelay &&
    a.lastErrorTime === b.lastErrorTime &&
    a.lastErrorMessage === b.lastErrorMessage &&
    a.engineJobHandler === b.engineJobHandler
  );
}

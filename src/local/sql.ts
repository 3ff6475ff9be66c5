import { validateJobCode, type JobTable, type ValidJob } from '../language/service/validate.ts';
import { jobValidateFailed } from './errors.ts';
import { graphOf } from './plan/jobGraph.ts';

export type { JobTable };

/** The tables of a job that compiles. */
export type JobTables = Pick<ValidJob, 'inputs' | 'outputs' | 'dims'>;

const NONE: JobTables = { inputs: [], outputs: [], dims: [] };

/**
 * Compiles a job as the service does before it validates, plans or commits it. The code of a DataStream job is a list
 * of settings: there is nothing to compile.
 * @throws ApiError JobValidateFailed with the compiler's text
 */
export function compileJob(
  job: { readonly code: string; readonly apiType: string },
  project: string,
): JobTables {
  if (job.apiType !== 'SQL') return NONE;
  const result = validateJobCode(job.code, { workspace: project });
  if (!result.ok) throw jobValidateFailed(result.message);
  // What no graph can be drawn of could not be planned, run or shown later on.
  graphOf(job);
  return result;
}

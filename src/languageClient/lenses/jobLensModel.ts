import { refusalOf, type JobAction } from '../../explorer/actions.ts';
import type { JobStatus } from '../../explorer/status.ts';
import type { ApiType } from '../../services/model.ts';

/** What the lenses above a job's code offer, from the left. */
export type JobLens =
  | { readonly kind: 'validate' | 'commit' | 'start' | 'pause' | 'resume' }
  /** The state, in the words of the sidebar; a click opens the instance panel. */
  | { readonly kind: 'state'; readonly status: JobStatus };

const RUN_ACTIONS = ['start', 'pause', 'resume'] as const satisfies readonly JobAction[];

/**
 * Validate always; commit where there is something to commit; the state, and what may be done about it, where the job
 * can run.
 * @param isDirty the document has changes that are not saved, which a commit would ask about
 */
export function lensesOf(
  job: { readonly api: ApiType },
  status: JobStatus,
  isDirty: boolean,
): readonly JobLens[] {
  const isCommitted = status.publication !== 'draft';
  const facts = { isCommitted, state: status.state };
  const hasChanges = isDirty || status.publication !== 'committed';
  const state: readonly JobLens[] = [
    { kind: 'state', status },
    ...RUN_ACTIONS.filter(action => refusalOf(action, facts) === undefined).map(kind => ({ kind })),
  ];
  return [
    ...(job.api === 'SQL' ? [{ kind: 'validate' } as const] : []),
    ...(hasChanges ? [{ kind: 'commit' } as const] : []),
    ...(isCommitted ? state : []),
  ];
}

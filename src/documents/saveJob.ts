import type { JobService } from '../services/jobService.ts';
import type { Job, JobName, ProjectName } from '../services/model.ts';
import { wroteNothing } from '../services/serviceError.ts';
import type { Base } from './bases.ts';
import { asLoaded, fingerprint } from './fingerprint.ts';
import type { JobFileKind } from './jobPath.ts';
import { changeOf, textOf } from './members.ts';

/** Where texts are kept that a save may replace, or that may be replaced right after it. */
export interface SaveJournal {
  /** Resolves when the text would survive a crash of this window. */
  keep(entry: KeptText): Promise<void>;
}

export interface KeptText {
  readonly project: ProjectName;
  readonly job: JobName;
  readonly kind: JobFileKind;
  readonly text: string;
  /** `replaced`: what the service had before our write; `written`: what we write. */
  readonly role: 'replaced' | 'written';
  /** The account that wrote a replaced text. */
  readonly who?: string;
}

export interface SaveRequest {
  readonly service: JobService;
  readonly journal: SaveJournal;
  readonly project: ProjectName;
  readonly job: JobName;
  readonly kind: JobFileKind;
  readonly text: string;
  /** The version the text was made from; undefined when whatever is at the service may be replaced. */
  readonly base: Base | undefined;
  /** Further texts at the service that are ours, or that the user agreed to replace. */
  readonly mayReplace?: (atService: string) => boolean;
}

export type SaveOutcome =
  /** `job` is what the service has now; its text is ours. */
  | { readonly kind: 'saved'; readonly job: Job }
  /** Nothing was written: the service has another text than the one ours was made from. */
  | { readonly kind: 'conflict'; readonly theirs: Job }
  /** Ours was written, and replaced before we could see it there. */
  | { readonly kind: 'overtaken'; readonly theirs: Job }
  | { readonly kind: 'gone' };

/** The service did not say whether it took the text, and reading back did not tell either. */
export class SaveUncertainError extends Error {
  override readonly name = 'SaveUncertainError';
  /** `old`: the service still has the former text; `unknown`: it cannot be asked. */
  readonly seen: 'old' | 'unknown';

  constructor(seen: 'old' | 'unknown', cause: unknown) {
    const whether =
      seen === 'old' ? 'The service has not taken the text' : 'Whether it took the text is unknown';
    super(whether, { cause });
    this.seen = seen;
  }
}

/**
 * Saves one of a job's texts: read, compare, write, verify. The service's UpdateJob is unconditional, so between
 * compare and write somebody else may write. What is then replaced unseen is in their journal, as `written`; what we
 * replace knowingly is in ours. Both are kept before the write.
 * @throws ServiceError when the service refuses; SaveUncertainError when the outcome of the write stays open
 */
export async function saveJob(request: SaveRequest): Promise<SaveOutcome> {
  const { service, journal, project, job, kind, text, base } = request;
  const entry = { project, job, kind };
  await journal.keep({ ...entry, text, role: 'written' });

  const before = await service.getJob(project, job);
  if (!before) return { kind: 'gone' };
  const theirs = textOf(before, kind);
  if (theirs === text) return { kind: 'saved', job: before };
  if (base && fingerprint(theirs) !== base.print && !request.mayReplace?.(theirs)) {
    return { kind: 'conflict', theirs: before };
  }
  await journal.keep({
    ...entry,
    text: theirs,
    role: 'replaced',
    ...(before.modifier === undefined ? {} : { who: before.modifier }),
  });

  try {
    await service.updateJob(project, job, changeOf(kind, text));
  } catch (error) {
    if (wroteNothing(error)) throw error;
    return await afterUncertainWrite(request, theirs, error);
  }
  let after: Job | undefined;
  try {
    after = await service.getJob(project, job);
  } catch {
    // The service took the text; that it cannot be read back just now does not undo that.
    return { kind: 'saved', job: { ...before, [kind]: text } };
  }
  return verify(request, after);
}

/** The write may have happened, may still happen, or never: the text at the service decides, never a second write. */
async function afterUncertainWrite(
  request: SaveRequest,
  former: string,
  cause: unknown,
): Promise<SaveOutcome> {
  let after: Job | undefined;
  try {
    after = await request.service.getJob(request.project, request.job);
  } catch {
    throw new SaveUncertainError('unknown', cause);
  }
  if (after && textOf(after, request.kind) === former) throw new SaveUncertainError('old', cause);
  return verify(request, after);
}

function verify(request: SaveRequest, after: Job | undefined): SaveOutcome {
  if (!after) return { kind: 'gone' };
  const isOurs = isSameText(textOf(after, request.kind), request.text);
  return isOurs ? { kind: 'saved', job: after } : { kind: 'overtaken', theirs: after };
}

/** A service may unify line ends or drop the last one; that is still our text. */
function isSameText(a: string, b: string): boolean {
  return a === b || asLoaded(a).trimEnd() === asLoaded(b).trimEnd();
}

import { jobKey, type JobRef } from '../connections/api.ts';
import type { Job, JobSummary } from '../services/model.ts';

/** The part of vscode.Memento this needs. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

interface CommitRecord {
  /** ms; as the service reported it right after the commit. */
  readonly modifyTime: number;
  readonly hash: string;
}

/**
 * "Changed since commit" is not in the API: we remember what each job was when it was committed from here. A job
 * that was committed elsewhere is taken as it is said to be: committed.
 */
export class CommitRecords {
  readonly #memory: Memory;
  /** ModifyTimes already looked into: by job, whether the content was another one. */
  readonly #verdicts = new Map<string, { readonly modifyTime: number; readonly isChanged: boolean }>();

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** @param job as read back after the commit */
  async committed(ref: JobRef, job: Job): Promise<void> {
    const record: CommitRecord = { modifyTime: job.modifyTime ?? 0, hash: await hashOf(job) };
    this.#verdicts.delete(jobKey(ref));
    await this.#memory.update(memoryKey(ref), record);
  }

  async forget(ref: JobRef): Promise<void> {
    this.#verdicts.delete(jobKey(ref));
    await this.#memory.update(memoryKey(ref), undefined);
  }

  /** What can be said without asking: `unsure` when the job was written to, perhaps without a change (a move). */
  verdict(ref: JobRef, job: JobSummary): 'same' | 'changed' | 'unsure' {
    const record = job.isCommitted ? this.#record(ref) : undefined;
    if (!record || job.modifyTime === undefined || job.modifyTime === record.modifyTime) return 'same';
    const known = this.#verdicts.get(jobKey(ref));
    if (known?.modifyTime !== job.modifyTime) return 'unsure';
    return known.isChanged ? 'changed' : 'same';
  }

  /** Settles an `unsure` verdict by the job's content. */
  async settle(ref: JobRef, job: Job): Promise<void> {
    const record = this.#record(ref);
    if (!record) return;
    const isChanged = (await hashOf(job)) !== record.hash;
    this.#verdicts.set(jobKey(ref), { modifyTime: job.modifyTime ?? 0, isChanged });
  }

  #record(ref: JobRef): CommitRecord | undefined {
    return this.#memory.get(memoryKey(ref)) as CommitRecord | undefined;
  }
}

function memoryKey(ref: JobRef): string {
  return `commit\n${jobKey(ref)}`;
}

/** SHA-256 over what a commit publishes, hexadecimal. Code may hold passwords: only its hash is kept. */
async function hashOf({ code, properties, plan, engineVersion, packages }: Job): Promise<string> {
  const text = JSON.stringify([code, properties, plan, engineVersion ?? '', packages]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

import type { JobRef } from '../connections/api.ts';
import { jobKey } from '../connections/api.ts';
import type { JobService } from '../services/jobService.ts';
import type { Job } from '../services/model.ts';

/**
 * ms a job just read serves further questions: an editor asks for a file's state and its content at the same time, and
 * both answers have to speak of the same version.
 */
const SHARED_MS = 300;

interface Reading {
  readonly job: Promise<Job | undefined>;
  /** When the answer came; undefined while it is on its way. */
  answered?: number;
}

/** Jobs remembered; the rest is read again when needed. */
const REMEMBERED = 200;

/** Reads jobs; questions asked together share one answer. Remembers the last answer of each job that was there. */
export class JobReader {
  readonly #readings = new Map<string, Reading>();
  readonly #last = new Map<string, Job>();
  readonly #onRead: (ref: JobRef) => void;
  readonly #now: () => number;

  /** @param onRead called whenever a job was read, or is known to have changed */
  constructor(onRead: (ref: JobRef) => void = () => undefined, now: () => number = Date.now) {
    this.#onRead = onRead;
    this.#now = now;
  }

  read(service: JobService, ref: JobRef): Promise<Job | undefined> {
    const key = jobKey(ref);
    const current = this.#readings.get(key);
    if (current && (current.answered === undefined || this.#now() - current.answered < SHARED_MS)) {
      return current.job;
    }
    const reading: Reading = { job: service.getJob(ref.project, ref.job) };
    this.#readings.set(key, reading);
    reading.job.then(
      job => {
        reading.answered = this.#now();
        if (job && this.#readings.get(key) === reading) this.#remember(ref, job);
      },
      () => {
        if (this.#readings.get(key) === reading) this.#readings.delete(key);
      },
    );
    return reading.job;
  }

  /** What a write found at the service; undefined: the job changed, and has to be read anew. */
  note(ref: JobRef, job: Job | undefined): void {
    const key = jobKey(ref);
    if (!job) {
      this.#readings.delete(key);
      return;
    }
    this.#readings.set(key, { job: Promise.resolve(job), answered: this.#now() });
    this.#remember(ref, job);
  }

  /** As last read, however long ago; also of a job that has since been deleted. */
  last(ref: JobRef): Job | undefined {
    return this.#last.get(jobKey(ref));
  }

  #remember(ref: JobRef, job: Job): void {
    const key = jobKey(ref);
    this.#last.delete(key);
    this.#last.set(key, job);
    if (this.#last.size > REMEMBERED) {
      const [oldest] = this.#last.keys();
      if (oldest !== undefined) {
        this.#last.delete(oldest);
        this.#readings.delete(oldest);
      }
    }
    this.#onRead(ref);
  }
}

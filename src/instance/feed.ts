import type { JobRef } from '../connections/api.ts';
import type { JobService } from '../services/jobService.ts';
import {
  CURRENT_INSTANCE,
  type Instance,
  type InstanceId,
  type Job,
  type RunSummary,
} from '../services/model.ts';
import type { Choice, ToPanel } from '../webviews/instance/messages.ts';
import { windowOf } from '../webviews/instance/timeRange.ts';
import { statusOf } from './status.ts';

export interface FeedParts {
  readonly ref: JobRef;
  service(): Promise<JobService>;
  /** The newest state heard of by the window's own poller. */
  latestRun(): RunSummary | undefined;
  post(message: ToPanel): void;
  /** The job's kind is known now: its state can be watched. */
  onJob(job: Job): void;
  /** Epoch ms. */
  now(): number;
  /** An error, in the user's language, for a job that is not there. */
  missing(): Error;
}

/** Every so many rounds the job itself is read again: it may have been committed elsewhere. */
const JOB_ROUNDS = 6;

/** Reads what a panel shows from the service and says it to the panel. */
export class Feed {
  readonly #parts: FeedParts;
  #job: Job | undefined;
  #run: RunSummary | undefined;
  /** What the window's poller said last: it also speaks up about errors, with nothing new to say. */
  #heard: RunSummary | undefined;
  #instance: Instance | undefined;
  #rounds = 0;

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  get isRunning(): boolean {
    return this.#job?.isCommitted === true && this.#run?.actual === 'RUNNING';
  }

  /**
   * What the engine complained of last, with the code it speaks of; undefined without a complaint, and when the job's
   * code is another one by now, in which no place of it could be shown.
   */
  get complaint(): { readonly message: string; readonly code: string } | undefined {
    const message = this.#run?.lastErrorMessage;
    const code = this.#instance?.code;
    const isSame = this.#instance?.instanceId === this.#run?.instanceId && code === this.#job?.code;
    return message && code !== undefined && isSame ? { message, code } : undefined;
  }

  /** The job is read again with the next status: something was done to it. */
  forgetJob(): void {
    this.#rounds = 0;
  }

  /**
   * Says a state that the window's poller heard of, without asking the service.
   * @returns whether it was news
   */
  hear(): boolean {
    const run = this.#parts.latestRun();
    if (!run || !this.#job || run === this.#heard) return false;
    this.#heard = run;
    const isNews = run.actual !== this.#run?.actual || run.expected !== this.#run.expected;
    this.#run = run;
    this.#sayStatus();
    return isNews;
  }

  /**
   * @returns whether the instance was found to run and did not before: there are points to be read now
   * @throws ServiceError and ConnectionError; an Error for the user when the job is not there
   */
  async readStatus(signal: AbortSignal): Promise<boolean> {
    const wasRunning = this.isRunning;
    const service = await this.#parts.service();
    const { project, job: name } = this.#parts.ref;
    if (this.#rounds++ % JOB_ROUNDS === 0 || !this.#job?.isCommitted) {
      const job = await service.getJob(project, name, { signal });
      if (signal.aborted) return false;
      if (!job) throw this.#parts.missing();
      this.#job = job;
      this.#parts.onJob(job);
    }
    const instance = this.#job.isCommitted ? await this.#readInstance(service, this.#job, signal) : undefined;
    if (signal.aborted) return false;
    this.#instance = instance;
    this.#run = instance ?? (this.#job.isCommitted ? this.#parts.latestRun() : undefined);
    this.#sayStatus();
    return this.isRunning && !wasRunning;
  }

  /** A batch job has no "current" instance: its id comes from its summary. */
  async #readInstance(service: JobService, job: Job, signal: AbortSignal): Promise<Instance | undefined> {
    const { project } = this.#parts.ref;
    if (job.type === 'FLINK_STREAM')
      return service.getInstance(project, job.name, CURRENT_INSTANCE, { signal });
    const summaries = await service.runSummaries(project, [job.name], job.type, { signal });
    const run = summaries.get(job.name);
    return run && service.getInstance(project, job.name, run.instanceId, { signal });
  }

  /** Says the points of the chosen metrics; nothing unless the instance runs. @throws ServiceError */
  async readPoints({ metrics, rangeSeconds }: Choice, signal: AbortSignal): Promise<void> {
    if (!this.isRunning || metrics.length === 0) return;
    const service = await this.#parts.service();
    const { project, job } = this.#parts.ref;
    const window = windowOf(rangeSeconds, this.#parts.now(), service.capabilities.metricWindowMs);
    const series = await service.metrics(
      project,
      job,
      this.#instanceId(),
      { metrics, ...window },
      { signal },
    );
    if (signal.aborted) return;
    this.#parts.post({
      type: 'points',
      ...window,
      series: series.map(({ metric, tags, points }) => ({ metric, tags, points })),
      receivedAt: this.#parts.now(),
    });
  }

  #instanceId(): InstanceId {
    const isStream = this.#job?.type === 'FLINK_STREAM';
    return isStream ? CURRENT_INSTANCE : (this.#run?.instanceId ?? CURRENT_INSTANCE);
  }

  #sayStatus(): void {
    if (!this.#job) return;
    const status = statusOf({
      job: this.#job,
      run: this.#run,
      instance: this.#instance,
      checkedAt: this.#parts.now(),
    });
    this.#parts.post({ type: 'status', status });
  }
}

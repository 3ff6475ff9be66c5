import type { ApiType, InstanceState, JobType } from '../../services/model.ts';

/** What an engine is given to run: the published job, as the store keeps it with the instance. */
export interface RunnableJob {
  readonly project: string;
  readonly job: string;
  readonly jobType: JobType;
  readonly apiType: ApiType;
  readonly code: string;
  /** `key=value` lines. */
  readonly properties: string;
  /** The execution plan as JSON text, '' when there is none. */
  readonly planJson: string;
  readonly engineVersion: string;
}

/**
 * One run of a job, as far as it takes to watch it: what is asked for every few seconds, of all jobs that can be seen,
 * has to do without code and plan. Times are epoch ms.
 */
export interface WatchedRun extends Pick<RunnableJob, 'project' | 'job' | 'jobType' | 'apiType'> {
  /** int64 as exact decimal text. */
  readonly id: string;
  readonly startTime: number;
  /** What the engine wanted to remember about this run: text of its own, kept by the store. */
  readonly memory: string;
}

/** One run of a job with what it runs. */
export interface Run extends WatchedRun, RunnableJob {}

export interface Observation {
  readonly actual: InstanceState;
  /** Epoch ms; absent while the run lives. */
  readonly endTime?: number;
  /** ms; absent when not known. */
  readonly inputDelay?: number;
  readonly lastError?: { readonly time: number; readonly message: string };
  /** `application_<ts>_<n>|<32 hex>`, with the engine's name before it where it is not the real one; absent before anything was submitted. */
  readonly handler?: string;
}

export type Aggregate = 'avg' | 'max' | 'min';

export interface SeriesQuery {
  /** Short name of the metric list, for example `delay`. */
  readonly metric: string;
  /** Epoch ms, both ends included. */
  readonly start: number;
  readonly end: number;
  /** ms between points. */
  readonly step: number;
  /** How the values inside one step become one. */
  readonly downsample: Aggregate;
}

export interface Series {
  readonly tags: Readonly<Record<string, string>>;
  /** Ascending by time (epoch ms); moments without a value are left out. */
  readonly points: readonly (readonly [time: number, value: number])[];
}

/** Memory in MB, cores in hundredths (100 vcores are one core). */
export interface ResourceUse {
  readonly totalMb: number;
  readonly allocatedMb: number;
  readonly totalVcores: number;
  readonly allocatedVcores: number;
}

/**
 * What runs jobs. The life cycle decides what is allowed and what is written down; an engine carries it out and tells
 * what has become of it. Every answer is a function of the run and the time: an engine may forget everything else, and
 * does when the service is started again.
 */
export interface Engine {
  readonly name: string;
  /** Metric names that can be asked for. */
  readonly metrics: ReadonlySet<string>;
  /** Begins a run. @returns the memory to keep with it */
  start(job: RunnableJob, now: number): Promise<string>;
  /** Asks a run to pause or end, which happens some time later. @returns the new memory */
  end(run: Run, target: 'PAUSED' | 'TERMINATED', now: number): Promise<string>;
  observe(run: WatchedRun, now: number): Promise<Observation>;
  /**
   * A series of a job over its runs, oldest first, the last being the current one.
   * @returns one entry per parallel series; none when the metric has no values in that time
   */
  series(runs: readonly WatchedRun[], query: SeriesQuery, now: number): Promise<readonly Series[]>;
  /** JSON documents: blink-openapi.json `embeddedJson`. */
  checkpoints(run: Run, now: number): Promise<string>;
  config(run: Run, now: number): Promise<string>;
  detail(run: Run, now: number): Promise<string>;
  exceptions(run: Run, now: number): Promise<string>;
  resource(run: Run, now: number): Promise<ResourceUse>;
  /** The state as the resource manager sees it: blink-openapi.json `enums.yarnFinalState`. */
  finalState(run: Run, now: number): Promise<string>;
}

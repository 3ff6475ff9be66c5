/**
 * The domain: what a streaming SQL service is made of, free of any cloud's spelling.
 * Times are epoch milliseconds, sizes bytes, ids exact decimal text (they exceed 2^53).
 */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type ConnectionId = Brand<string, 'ConnectionId'>;
export type ProjectName = Brand<string, 'ProjectName'>;
export type JobName = Brand<string, 'JobName'>;
export type PackageName = Brand<string, 'PackageName'>;
/** Absolute folder path, `/` being the root; never ends in `/` otherwise. */
export type FolderPath = Brand<string, 'FolderPath'>;
/** int64 as exact decimal text. */
export type FolderId = Brand<string, 'FolderId'>;
/** int64 as exact decimal text; `-1` is the current instance of a stream job. */
export type InstanceId = Brand<string, 'InstanceId'>;

export const ROOT_FOLDER = '/' as FolderPath;
export const CURRENT_INSTANCE = '-1' as InstanceId;

export const JOB_TYPES = ['FLINK_STREAM', 'FLINK_BATCH'] as const;
export type JobType = (typeof JOB_TYPES)[number];

export const API_TYPES = ['SQL', 'DATASTREAM'] as const;
export type ApiType = (typeof API_TYPES)[number];

export const INSTANCE_STATES = [
  'UNKNOWN',
  'WAITING',
  'RUNNING',
  'PAUSED',
  'TERMINATED',
  'SUCCESS',
  'FAILED',
] as const;
export type InstanceState = (typeof INSTANCE_STATES)[number];

/** The states a caller may ask for. */
export const TARGET_STATES = ['RUNNING', 'PAUSED', 'TERMINATED'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

// Which run-control action fits which state (life cycle: blink-openapi-notes.md, section 5).
/** An instance in one of these holds resources: its job cannot be taken offline. */
export const LIVE: ReadonlySet<InstanceState> = new Set(['WAITING', 'RUNNING', 'PAUSED']);
export const STARTABLE: ReadonlySet<InstanceState> = new Set(['UNKNOWN', 'TERMINATED', 'SUCCESS', 'FAILED']);
export const PAUSABLE: ReadonlySet<InstanceState> = new Set(['RUNNING']);
export const RESUMABLE: ReadonlySet<InstanceState> = new Set(['PAUSED']);
export const STOPPABLE: ReadonlySet<InstanceState> = new Set(LIVE);

export const PACKAGE_TYPES = ['JAR', 'DICTIONARY', 'SCRIPT', 'PYTHON'] as const;
export type PackageType = (typeof PACKAGE_TYPES)[number];

export interface Project {
  readonly name: ProjectName;
  readonly id?: string;
  readonly state?: string;
  readonly description?: string;
  readonly region?: string;
  readonly clusterId?: string;
  readonly createTime?: number;
  readonly modifyTime?: number;
}

export interface Folder {
  readonly id: FolderId;
  readonly path: FolderPath;
}

export interface JobSummary {
  readonly name: JobName;
  readonly type: JobType;
  readonly api: ApiType;
  readonly isCommitted: boolean;
  readonly folderId?: FolderId;
  readonly engineVersion?: string;
  readonly clusterId?: string;
  readonly queueName?: string;
  readonly packages: readonly PackageName[];
  readonly description?: string;
  readonly creator?: string;
  readonly modifier?: string;
  readonly createTime?: number;
  /** Moves with every write: what an optimistic save compares. */
  readonly modifyTime?: number;
}

export interface Job extends JobSummary {
  readonly code: string;
  /** `key=value` lines, `#` starts a comment. */
  readonly properties: string;
  /** The execution plan as JSON text; '' when none has been made. */
  readonly plan: string;
}

export interface NewJob {
  readonly name: JobName;
  readonly type: JobType;
  readonly api: ApiType;
  readonly code: string;
  readonly properties?: string;
  readonly plan?: string;
  readonly packages?: readonly PackageName[];
  readonly description?: string;
  readonly engineVersion?: string;
  readonly clusterId?: string;
  readonly queueName?: string;
  readonly folderId?: FolderId;
}

/** Members left out stay as they are (UpdateJob). */
export type JobChange = Partial<Omit<NewJob, 'name' | 'type' | 'api'>>;

/** A table as ValidateJob reports it. */
export interface TableUse {
  readonly alias: string;
  readonly name: string;
  readonly type: string;
  readonly workspace?: string;
  readonly properties: Readonly<Record<string, string>>;
}

export type ValidationOutcome =
  | {
      readonly valid: true;
      readonly inputs: readonly TableUse[];
      readonly outputs: readonly TableUse[];
      readonly dims: readonly TableUse[];
    }
  | {
      readonly valid: false;
      /** The service's error code, for example JobValidateFailed. */
      readonly code: string;
      /** The service's text, unshortened: positions are found in it by `language/service/locate`. */
      readonly message: string;
      readonly requestId?: string;
    };

export interface RunSummary {
  readonly job: JobName;
  readonly instanceId: InstanceId;
  readonly actual: InstanceState;
  readonly expected?: InstanceState;
  /** ms; undefined when the service does not know it. */
  readonly inputDelay?: number;
  readonly lastErrorTime?: number;
  readonly lastErrorMessage?: string;
  readonly engineJobHandler?: string;
}

export interface Instance extends RunSummary {
  readonly type: JobType;
  readonly api: ApiType;
  readonly engineVersion?: string;
  readonly starter?: string;
  readonly lastOperator?: string;
  readonly lastOperateTime?: number;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly clusterId?: string;
  readonly queueName?: string;
  readonly packages: readonly PackageName[];
  /** What runs, which may be older than the job's present code. */
  readonly code?: string;
  readonly properties?: string;
  readonly plan?: string;
}

export interface Package {
  readonly name: PackageName;
  readonly type: PackageType;
  readonly originName?: string;
  readonly description?: string;
  readonly tag?: string;
  readonly md5?: string;
  readonly ossEndpoint?: string;
  readonly ossBucket?: string;
  readonly ossOwner?: string;
  readonly ossPath?: string;
  readonly creator?: string;
  readonly createTime?: number;
  readonly modifyTime?: number;
}

export interface NewPackage {
  readonly name: PackageName;
  readonly type: PackageType;
  readonly ossPath: string;
  readonly originName?: string;
  readonly description?: string;
  readonly tag?: string;
  readonly md5?: string;
  readonly ossEndpoint?: string;
  readonly ossBucket?: string;
  readonly ossOwner?: string;
}

export type PackageChange = Partial<Omit<NewPackage, 'name' | 'type'>>;

export interface Queue {
  readonly name: string;
  readonly clusterId: string;
  /** Absent when only the binding is known. 100 vcores are one core; memory in MB. */
  readonly resource?: {
    readonly usedVcores: number;
    readonly maxVcores: number;
    readonly usedMemoryMb: number;
    readonly maxMemoryMb: number;
    readonly usedGpus?: number;
    readonly maxGpus?: number;
  };
}

export interface MetricQuery {
  /** Short names as in the service's metric list, for example `delay`. */
  readonly metrics: readonly string[];
  /** Epoch ms; clamped to the two hours the service keeps. */
  readonly start: number;
  readonly end: number;
  /** Interval between points in seconds. */
  readonly step: number;
}

export interface MetricSeries {
  /** The short name it was asked by. */
  readonly metric: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly summary?: number;
  /** Ascending; time in epoch ms, null where the service had no number. */
  readonly points: readonly (readonly [time: number, value: number | null])[];
}

/** JSON the service hands out as text: what could be read of it, and the text itself. */
export interface Embedded<T> {
  readonly value?: T;
  readonly raw: string;
}

export interface Checkpoint {
  readonly id?: string;
  readonly status: 'COMPLETED' | 'FAILED' | 'IN_PROGRESS';
  readonly isSavepoint: boolean;
  readonly triggerTime?: number;
  /** ms from trigger to the last acknowledgement. */
  readonly duration?: number;
  /** bytes */
  readonly stateSize?: number;
  readonly failureMessage?: string;
  readonly externalPath?: string;
}

export interface Checkpoints {
  readonly total: number;
  readonly completed: number;
  readonly failed: number;
  readonly inProgress: number;
  readonly restored: number;
  /** Newest first. */
  readonly history: readonly Checkpoint[];
}

export interface GraphVertex {
  readonly id: string;
  readonly name: string;
  readonly parallelism: number;
  readonly status?: string;
  readonly startTime?: number;
  /** records per second; undefined when unknown */
  readonly tps?: number;
  /** ms */
  readonly delay?: number;
  readonly readRecords?: number;
  readonly writeRecords?: number;
  /** 0 to 1 */
  readonly inPoolUsage?: number;
  readonly outPoolUsage?: number;
  readonly inputs: readonly { readonly id: string; readonly shipStrategy: string }[];
}

export interface JobGraph {
  readonly state?: string;
  readonly vertices: readonly GraphVertex[];
}

export interface Failure {
  readonly exception: string;
  readonly task?: string;
  readonly location?: string;
  readonly time?: number;
}

export interface Failures {
  readonly root?: string;
  readonly time?: number;
  readonly all: readonly Failure[];
  readonly truncated: boolean;
}

export interface InstanceResource {
  readonly allocatedVcores: number;
  readonly totalVcores: number;
  readonly allocatedMb: number;
  readonly totalMb: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** 1-based. */
  readonly pageIndex: number;
  readonly totalPages: number;
  readonly totalCount: number;
}

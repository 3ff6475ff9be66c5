import type {
  Checkpoints,
  Embedded,
  Failures,
  Folder,
  FolderId,
  FolderPath,
  Instance,
  InstanceId,
  InstanceResource,
  InstanceState,
  Job,
  JobChange,
  JobGraph,
  JobName,
  JobSummary,
  JobType,
  MetricQuery,
  MetricSeries,
  NewJob,
  NewPackage,
  Package,
  PackageChange,
  PackageName,
  Page,
  Project,
  ProjectName,
  Queue,
  RunSummary,
  TargetState,
  ValidationOutcome,
} from './model.ts';

export interface CallOptions {
  /** Ends the call; the promise then rejects with a ServiceError of kind `aborted`. */
  readonly signal?: AbortSignal;
  /** ms; each implementation has its own default. */
  readonly timeoutMs?: number;
}

/** What a service can do beyond the common ground: the editor hides what is not there. */
export interface Capabilities {
  readonly folders: boolean;
  readonly packages: boolean;
  readonly queues: boolean;
  readonly validate: boolean;
  readonly plan: boolean;
  readonly pause: boolean;
  /** Renaming a job in place; where false it is a copy and a delete, of drafts only. */
  readonly renameJob: boolean;
  /** The farthest a metric query may look back, ms. */
  readonly metricWindowMs: number;
  /** Names a metric query may use. */
  readonly metrics: readonly string[];
}

export interface JobQuery {
  readonly folderId?: FolderId;
  readonly nameContains?: string;
  /** 1-based, default 1. */
  readonly pageIndex?: number;
  readonly pageSize?: number;
}

export interface InstanceQuery {
  readonly jobName?: JobName;
  readonly type: JobType;
  readonly actualState?: InstanceState;
  readonly isArchived?: boolean;
  readonly pageIndex?: number;
  readonly pageSize?: number;
}

export interface PlanRequest {
  readonly autoconf?: boolean;
  readonly expectedCore?: number;
  readonly expectedGb?: number;
}

/**
 * The port: what the editor needs from any service. Every call rejects with a `ServiceError`; reads of one thing
 * that is not there resolve to undefined. Reads may be retried inside, writes never are.
 */
export interface JobService {
  readonly capabilities: Capabilities;

  listProjects(options?: CallOptions): Promise<readonly Project[]>;
  getProject(project: ProjectName, options?: CallOptions): Promise<Project | undefined>;

  getFolder(project: ProjectName, path: FolderPath, options?: CallOptions): Promise<Folder | undefined>;
  listFolders(project: ProjectName, parent: FolderPath, options?: CallOptions): Promise<readonly Folder[]>;
  createFolder(project: ProjectName, path: FolderPath, options?: CallOptions): Promise<FolderId>;
  deleteFolder(project: ProjectName, path: FolderPath, options?: CallOptions): Promise<void>;
  moveFolder(project: ProjectName, from: FolderPath, to: FolderPath, options?: CallOptions): Promise<void>;

  listJobs(project: ProjectName, query: JobQuery, options?: CallOptions): Promise<Page<JobSummary>>;
  getJob(project: ProjectName, job: JobName, options?: CallOptions): Promise<Job | undefined>;
  createJob(project: ProjectName, job: NewJob, options?: CallOptions): Promise<void>;
  updateJob(project: ProjectName, job: JobName, change: JobChange, options?: CallOptions): Promise<void>;
  deleteJob(project: ProjectName, job: JobName, options?: CallOptions): Promise<void>;
  validateJob(project: ProjectName, job: JobName, options?: CallOptions): Promise<ValidationOutcome>;
  commitJob(project: ProjectName, job: JobName, options?: CallOptions): Promise<void>;
  offlineJob(project: ProjectName, job: JobName, options?: CallOptions): Promise<void>;
  /** Asks for a new plan and waits for it (polled once a second). Resolves to the plan's JSON text. */
  generatePlan(
    project: ProjectName,
    job: JobName,
    request: PlanRequest,
    options?: CallOptions,
  ): Promise<string>;

  /** @param startTime epoch ms from which sources are read; undefined for the service's default. */
  startJob(
    project: ProjectName,
    job: JobName,
    startTime: number | undefined,
    options?: CallOptions,
  ): Promise<InstanceId>;
  /** Asynchronous at the service: the expected state changes now, the actual one later. */
  changeInstanceState(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    target: TargetState,
    change?: { readonly flush?: boolean; readonly triggerCheckpoint?: boolean },
    options?: CallOptions,
  ): Promise<void>;
  /** One batch call; jobs that are unknown, not committed or of another type are absent from the answer. */
  runSummaries(
    project: ProjectName,
    jobs: readonly JobName[],
    type: JobType,
    options?: CallOptions,
  ): Promise<ReadonlyMap<JobName, RunSummary>>;
  getInstance(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    options?: CallOptions,
  ): Promise<Instance | undefined>;
  listInstances(project: ProjectName, query: InstanceQuery, options?: CallOptions): Promise<Page<Instance>>;
  metrics(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    query: MetricQuery,
    options?: CallOptions,
  ): Promise<readonly MetricSeries[]>;
  checkpoints(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    options?: CallOptions,
  ): Promise<Embedded<Checkpoints>>;
  graph(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    options?: CallOptions,
  ): Promise<Embedded<JobGraph>>;
  failures(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    options?: CallOptions,
  ): Promise<Embedded<Failures>>;
  /** The running configuration; values of keys that look like secrets are masked. */
  instanceConfig(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    options?: CallOptions,
  ): Promise<Embedded<Readonly<Record<string, string>>>>;
  instanceResource(
    project: ProjectName,
    job: JobName,
    instance: InstanceId,
    options?: CallOptions,
  ): Promise<InstanceResource>;

  listPackages(project: ProjectName, options?: CallOptions): Promise<readonly Package[]>;
  getPackage(project: ProjectName, name: PackageName, options?: CallOptions): Promise<Package | undefined>;
  createPackage(project: ProjectName, item: NewPackage, options?: CallOptions): Promise<void>;
  updatePackage(
    project: ProjectName,
    name: PackageName,
    change: PackageChange,
    options?: CallOptions,
  ): Promise<void>;
  deletePackage(project: ProjectName, name: PackageName, options?: CallOptions): Promise<void>;
  /** Committed jobs only: a draft's reference is not reported by the service. */
  packageUsers(
    project: ProjectName,
    name: PackageName,
    options?: CallOptions,
  ): Promise<readonly JobSummary[]>;

  listQueues(project: ProjectName, options?: CallOptions): Promise<readonly Queue[]>;
  listEngineVersions(clusterId: string, options?: CallOptions): Promise<readonly string[]>;
}

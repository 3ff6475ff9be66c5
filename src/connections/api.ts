import type * as vscode from 'vscode';
import type { JobService } from '../services/jobService.ts';
import type { ConnectionId, JobName, JobType, Project, ProjectName, RunSummary } from '../services/model.ts';

/** One place a user works against. Keys are not part of it: they live in SecretStorage alone. */
export interface Connection {
  readonly id: ConnectionId;
  readonly name: string;
  readonly kind: 'local' | 'foas';
  readonly regionId: string;
  /** Overrides the region's own endpoint. */
  readonly endpoint?: string;
  /** Shown where the service refuses to list projects. */
  readonly projects: readonly ProjectName[];
}

/** Where the local service is in its life; `failed` until somebody asks for it again. */
export type LocalState = 'stopped' | 'starting' | 'running' | 'failed';

/** The profiles and their sessions. */
export interface Connections {
  readonly all: readonly Connection[];
  /** Profiles were added, edited or removed, or their keys changed. */
  readonly onDidChange: vscode.Event<void>;
  get(id: ConnectionId): Connection | undefined;
  readonly localState: LocalState;
  readonly onDidChangeLocalState: vscode.Event<LocalState>;
  /**
   * The service behind a connection; starts the local service where that is meant.
   * @throws ConnectionError with a text for the user (no key stored, local service did not start, ...).
   */
  service(id: ConnectionId): Promise<JobService>;
  /** The projects of a connection: as listed by the service, or the profile's own where listing is refused. */
  projects(id: ConnectionId, signal?: AbortSignal): Promise<readonly Project[]>;
}

export interface ProjectRef {
  readonly connection: ConnectionId;
  readonly project: ProjectName;
}

export interface JobRef extends ProjectRef {
  readonly job: JobName;
}

/** What happened to a job through this window; views use it to drop what they have cached. */
export type JobEvent =
  | {
      readonly kind:
        'created' | 'deleted' | 'moved' | 'changed' | 'committed' | 'offline' | 'started' | 'stateRequested';
      readonly ref: JobRef;
    }
  | { readonly kind: 'foldersChanged' | 'packagesChanged'; readonly ref: ProjectRef };

export interface JobEvents {
  readonly onDid: vscode.Event<JobEvent>;
  fire(event: JobEvent): void;
}

/**
 * Run states, asked for by one poller per connection: one batch call per project and job type, only for what
 * somebody watches, slower without window focus, backing off on errors.
 */
export interface JobStates {
  /** States, or the polling error, of some watched job changed. */
  readonly onDidChange: vscode.Event<ReadonlySet<string>>;
  get(ref: JobRef): RunSummary | undefined;
  /** The error of the last poll of a project, until one succeeds. */
  errorOf(ref: ProjectRef): unknown;
  /** Watches these jobs in place of what the same owner watched before; an empty list ends it. */
  watch(owner: object, jobs: readonly (JobRef & { readonly type: JobType })[]): void;
  /** Asks again at once, and quickly for a while: after a state was requested. */
  refresh(ref: ProjectRef): void;
}

/** The key used in JobStates.onDidChange. */
export function jobKey(ref: JobRef): string {
  return `${ref.connection}\n${ref.project}\n${ref.job}`;
}

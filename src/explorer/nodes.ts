import type { Connection, JobRef, ProjectRef } from '../connections/api.ts';
import type { Folder, JobSummary, Package, Project, Queue } from '../services/model.ts';
import type { Ranges } from './match.ts';

interface Base {
  /** Unique in the whole tree, the same after a refresh: expansion and selection hang on it. */
  readonly id: string;
  readonly parent: Node | undefined;
}

export interface ConnectionNode extends Base {
  readonly kind: 'connection';
  readonly connection: Connection;
  readonly isExpanded: boolean;
}

export interface ProjectNode extends Base {
  readonly kind: 'project';
  readonly ref: ProjectRef;
  readonly project: Project;
  readonly isExpanded: boolean;
}

export interface FolderNode extends Base {
  readonly kind: 'folder';
  readonly ref: ProjectRef;
  readonly folder: Folder;
  /** Set while a filter is on: the rows below that match, prepared. */
  readonly matches?: FilteredFolder;
  readonly highlights?: Ranges;
}

export interface JobNode extends Base {
  readonly kind: 'job';
  readonly ref: JobRef;
  readonly folder: Folder;
  readonly job: JobSummary;
  readonly highlights?: Ranges;
}

export interface GroupNode extends Base {
  readonly kind: 'packages' | 'queues';
  readonly ref: ProjectRef;
}

export interface PackageNode extends Base {
  readonly kind: 'package';
  readonly ref: ProjectRef;
  readonly item: Package;
  readonly highlights?: Ranges;
}

export interface QueueNode extends Base {
  readonly kind: 'queue';
  readonly ref: ProjectRef;
  readonly queue: Queue;
}

/** "Load more ...": the rest of a folder's jobs. */
export interface MoreNode extends Base {
  readonly kind: 'more';
  readonly ref: ProjectRef;
  readonly folder: Folder;
  readonly left: number;
}

/** A row in place of rows: nothing there yet, or what kept them from being read. */
export interface NoticeNode extends Base {
  readonly kind: 'notice';
  readonly notice: Notice;
}

export type Notice =
  | { readonly kind: 'noProjects' | 'noMatch' | 'noPackages' | 'noQueues' }
  | { readonly kind: 'noJobs'; readonly ref: ProjectRef; readonly folder: Folder }
  | { readonly kind: 'tooManyMatches'; readonly left: number }
  | { readonly kind: 'error'; readonly error: unknown };

export type Node =
  | ConnectionNode
  | ProjectNode
  | FolderNode
  | JobNode
  | GroupNode
  | PackageNode
  | QueueNode
  | MoreNode
  | NoticeNode;

/** The part of a project that a filter leaves, as a tree. */
export interface FilteredFolder {
  readonly folder: Folder;
  /** The folder's own name matches: everything in it is shown. */
  readonly isMatch: boolean;
  readonly highlights?: Ranges;
  readonly folders: readonly FilteredFolder[];
  readonly jobs: readonly { readonly job: JobSummary; readonly highlights: Ranges }[];
}

/** The connection a node belongs to. */
export function connectionOf(node: Node): ConnectionNode {
  let at: Node = node;
  while (at.parent) at = at.parent;
  if (at.kind !== 'connection') throw new Error(`The row ${node.id} stands under no connection.`);
  return at;
}

import type { Connection, Connections, JobRef, ProjectRef } from '../connections/api.ts';
import {
  ROOT_FOLDER,
  type ConnectionId,
  type Folder,
  type FolderPath,
  type JobSummary,
  type PackageName,
  type Project,
} from '../services/model.ts';
import { Cache } from './cache.ts';
import { filterProject } from './filter.ts';
import { createGate } from './gate.ts';
import { filterWords, matchName } from './match.ts';
import { parentPath } from './names.ts';
import type {
  ConnectionNode,
  FilteredFolder,
  FolderNode,
  GroupNode,
  JobNode,
  Node,
  Notice,
  ProjectNode,
} from './nodes.ts';
import { ProjectData, type Gate } from './projectData.ts';
import { NodeStore } from './nodeStore.ts';

/** List calls at once per connection. */
const CALLS_AT_ONCE = 4;

/** How often "Load more" is pressed on the user's behalf to find a job. */
const LOADS_FOR_FIND = 4;

/** The jobs directly in a folder, as far as they have been read. */
export interface LoadedJobs {
  readonly ref: ProjectRef;
  readonly folder: FolderPath;
  readonly jobs: readonly JobSummary[];
}

/** The rows of the sidebar, made when asked for. Knows nothing of how they look. */
export class Tree {
  readonly #connections: Connections;
  readonly #nodes = new NodeStore();
  readonly #projects = new Cache<readonly Project[]>();
  readonly #data = new Map<string, ProjectData>();
  readonly #gates = new Map<ConnectionId, Gate>();
  #words: readonly string[] = [];

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  get isFiltered(): boolean {
    return this.#words.length > 0;
  }

  setFilter(text: string): void {
    this.#words = filterWords(text);
  }

  /** What is known of a project. */
  data(ref: ProjectRef): ProjectData {
    const key = `${ref.connection}\n${ref.project}`;
    const known = this.#data.get(key);
    if (known) return known;
    const gate = this.#gates.get(ref.connection) ?? createGate(CALLS_AT_ONCE);
    this.#gates.set(ref.connection, gate);
    const data = new ProjectData(ref.project, () => this.#connections.service(ref.connection), gate);
    this.#data.set(key, data);
    return data;
  }

  /** The jobs of all folders that have been read so far. */
  async loadedJobs(): Promise<readonly LoadedJobs[]> {
    const projects = [...this.#data].map(async ([key, data]) => {
      const [connection] = key.split('\n') as [ConnectionId];
      const ref = { connection, project: data.project };
      return (await data.loadedJobs()).map(([folder, { jobs }]) => ({ ref, folder, jobs }));
    });
    return (await Promise.all(projects)).flat();
  }

  /** Drops what was read: of a connection, or of all. */
  forget(connection?: ConnectionId): void {
    if (connection === undefined) this.#projects.clear();
    else this.#projects.delete(connection);
    for (const key of this.#data.keys()) {
      const [ofConnection] = key.split('\n');
      if (connection !== undefined && ofConnection !== connection) continue;
      this.#data.delete(key);
    }
  }

  /** The row with this id, once it has been shown. */
  node(id: string): Node | undefined {
    return this.#nodes.get(id);
  }

  /** The rows under a node as they were last read, without reading. */
  knownChildren(id: string): readonly Node[] {
    return this.#nodes.children(id);
  }

  /** The shown rows of a job: one, or none. */
  jobNodes(key: string): readonly JobNode[] {
    return this.#nodes.jobs(key);
  }

  /**
   * The rows under `parent`, or the top rows. Never rejects: what went wrong is a row of its own.
   */
  async children(parent?: Node): Promise<readonly Node[]> {
    let children: Node[];
    try {
      children = await this.#read(parent);
    } catch (error) {
      children = [notice(parent, { kind: 'error', error })];
    }
    return this.#nodes.keep(parent?.id ?? '', children);
  }

  /**
   * Finds a job's row, reading what is needed on the way.
   * @returns undefined when the job is not where it was thought to be, or a filter hides it
   */
  async findJob(ref: JobRef, folder: FolderPath): Promise<JobNode | undefined> {
    const at = await this.findFolder(ref, folder);
    for (let loads = 0; at !== undefined && loads <= LOADS_FOR_FIND; loads++) {
      if (loads > 0) this.data(ref).loadMore(folder);
      const children = await this.children(at);
      const row = children.find(node => node.kind === 'job' && node.ref.job === ref.job);
      if (row?.kind === 'job') return row;
      if (!children.some(({ kind }) => kind === 'more')) break;
    }
    return undefined;
  }

  /** The row that holds the jobs of a folder: a folder's, or the project's for the root. */
  async findFolder(ref: ProjectRef, path: FolderPath): Promise<FolderNode | ProjectNode | undefined> {
    const parent = parentPath(path);
    if (parent === undefined) return this.#findProject(ref);
    const above = await this.findFolder(ref, parent);
    const children = above ? await this.children(above) : [];
    return children.find(node => node.kind === 'folder' && node.folder.path === path) as
      FolderNode | undefined;
  }

  /**
   * The row of a package, or the one above all packages where none is named or there is no such package.
   * @returns undefined when the service knows no packages
   */
  async findPackage(ref: ProjectRef, name: PackageName | undefined): Promise<Node | undefined> {
    const project = await this.#findProject(ref);
    const rows = project ? await this.children(project) : [];
    const group = rows.find(node => node.kind === 'packages');
    const packages = group && name !== undefined ? await this.children(group) : [];
    return packages.find(node => node.kind === 'package' && node.item.name === name) ?? group;
  }

  async #findProject(ref: ProjectRef): Promise<ProjectNode | undefined> {
    const top = await this.children();
    const connection = top.find(node => node.kind === 'connection' && node.connection.id === ref.connection);
    const projects = connection ? await this.children(connection) : [];
    return projects.find(node => node.kind === 'project' && node.ref.project === ref.project) as
      ProjectNode | undefined;
  }

  async #read(parent: Node | undefined): Promise<Node[]> {
    switch (parent?.kind) {
      case undefined:
        return this.#connections.all.map((each, _, all) => connectionNode(each, all.length === 1));
      case 'connection':
        return this.#listProjects(parent);
      case 'project':
        return this.isFiltered ? this.#filtered(parent) : this.#project(parent);
      case 'folder':
        return parent.matches && !parent.matches.isMatch
          ? this.#matches(parent, parent.matches)
          : this.#folder(parent, parent.folder);
      case 'packages':
        return this.#packages(parent);
      case 'queues':
        return this.#queues(parent);
      case 'job':
      case 'package':
      case 'queue':
      case 'more':
      case 'notice':
        return [];
    }
  }

  async #listProjects(parent: ConnectionNode): Promise<Node[]> {
    const { id } = parent.connection;
    const projects = await this.#projects.get(id, () => this.#connections.projects(id));
    if (projects.length === 0) return [notice(parent, { kind: 'noProjects' })];
    const isOnly = parent.isExpanded && projects.length === 1;
    return projects.map(project => projectNode(parent, project, isOnly));
  }

  async #project(parent: ProjectNode): Promise<Node[]> {
    const { capabilities } = await this.data(parent.ref).service();
    const root = await this.data(parent.ref).folder(ROOT_FOLDER);
    const folder = root ?? ({ path: ROOT_FOLDER } as Folder);
    return [
      ...(await this.#folder(parent, folder)),
      ...(capabilities.packages ? [groupNode(parent, 'packages')] : []),
      ...(capabilities.queues ? [groupNode(parent, 'queues')] : []),
    ];
  }

  async #folder(parent: ProjectNode | FolderNode, folder: Folder): Promise<Node[]> {
    const data = this.data(parent.ref);
    const { capabilities } = await data.service();
    const [folders, list] = await Promise.all([
      capabilities.folders ? data.folders(folder.path) : [],
      data.jobs(folder.path),
    ]);
    const rows: Node[] = [
      ...folders.map(child => folderNode(parent, child)),
      ...list.jobs.map(job => jobNode(parent, folder, job)),
    ];
    if (list.left > 0) {
      rows.push({ kind: 'more', id: `${parent.id}|more`, parent, ref: parent.ref, folder, left: list.left });
    }
    if (rows.length === 0) rows.push(notice(parent, { kind: 'noJobs', ref: parent.ref, folder }));
    return rows;
  }

  async #filtered(parent: ProjectNode): Promise<Node[]> {
    const data = this.data(parent.ref);
    const [{ root, left }, { capabilities }] = await Promise.all([
      filterProject(data, this.#words),
      data.service(),
    ]);
    const rows = root ? this.#matches(parent, root) : [];
    if (left > 0) rows.push(notice(parent, { kind: 'tooManyMatches', left }));
    const packages = capabilities.packages ? await data.packages() : [];
    if (packages.some(({ name }) => matchName(name, this.#words))) rows.push(groupNode(parent, 'packages'));
    return rows.length > 0 ? rows : [notice(parent, { kind: 'noMatch' })];
  }

  #matches(parent: ProjectNode | FolderNode, { folder, folders, jobs }: FilteredFolder): Node[] {
    return [
      ...folders.map(child => ({
        ...folderNode(parent, child.folder, 'match'),
        matches: child,
        ...(child.highlights && { highlights: child.highlights }),
      })),
      ...jobs.map(({ job, highlights }) => ({ ...jobNode(parent, folder, job), highlights })),
    ];
  }

  async #packages(parent: GroupNode): Promise<Node[]> {
    const packages = await this.data(parent.ref).packages();
    const rows = packages.flatMap((item): Node[] => {
      const highlights = matchName(item.name, this.#words);
      const id = `${parent.id}|${item.name}`;
      return highlights ? [{ kind: 'package', id, parent, ref: parent.ref, item, highlights }] : [];
    });
    return rows.length > 0 ? rows : [notice(parent, { kind: 'noPackages' })];
  }

  async #queues(parent: GroupNode): Promise<Node[]> {
    const queues = await this.data(parent.ref).queues();
    const rows = queues.map((queue): Node => {
      const id = `${parent.id}|${queue.clusterId}|${queue.name}`;
      return { kind: 'queue', id, parent, ref: parent.ref, queue };
    });
    return rows.length > 0 ? rows : [notice(parent, { kind: 'noQueues' })];
  }
}

function connectionNode(connection: Connection, isExpanded: boolean): ConnectionNode {
  return { kind: 'connection', id: connection.id, parent: undefined, connection, isExpanded };
}

function projectNode(parent: ConnectionNode, project: Project, isExpanded: boolean): ProjectNode {
  const ref = { connection: parent.connection.id, project: project.name };
  return { kind: 'project', id: `${parent.id}|${project.name}`, parent, ref, project, isExpanded };
}

/** @param mark tells the rows of a filter from the plain ones: each remembers its own expansion */
function folderNode(parent: ProjectNode | FolderNode, folder: Folder, mark = 'folder'): FolderNode {
  return { kind: 'folder', id: `${parent.id}|${mark}:${folder.path}`, parent, ref: parent.ref, folder };
}

function jobNode(parent: ProjectNode | FolderNode, folder: Folder, job: JobNode['job']): JobNode {
  const ref = { ...parent.ref, job: job.name };
  return { kind: 'job', id: `${parent.id}|job:${job.name}`, parent, ref, folder, job };
}

function groupNode(parent: ProjectNode, kind: GroupNode['kind']): GroupNode {
  return { kind, id: `${parent.id}|${kind}`, parent, ref: parent.ref };
}

function notice(parent: Node | undefined, of: Notice): Node {
  return { kind: 'notice', id: `${parent?.id ?? ''}|notice:${of.kind}`, parent, notice: of };
}

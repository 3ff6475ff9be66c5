import * as vscode from 'vscode';
import {
  jobKey,
  type Connections,
  type JobEvent,
  type JobEvents,
  type JobRef,
  type LocalState,
  type ProjectRef,
} from '../connections/api.ts';
import { connectionOf, type Node } from './nodes.ts';
import type { Provider } from './provider.ts';
import type { Tree } from './tree.ts';

/** Drops what has become old and has the rows read again: as little as the cause allows. */
export class Refresher implements vscode.Disposable {
  readonly #tree: Tree;
  readonly #provider: Provider;
  readonly #subscriptions: vscode.Disposable;

  constructor(tree: Tree, provider: Provider, connections: Connections, events: JobEvents) {
    this.#tree = tree;
    this.#provider = provider;
    this.#subscriptions = vscode.Disposable.from(
      connections.onDidChange(() => {
        this.refresh();
      }),
      connections.onDidChangeLocalState(state => {
        this.#followLocal(connections, state);
      }),
      events.onDid(event => {
        this.#follow(event);
      }),
    );
  }

  /** Reads everything again: all, or what belongs to the connection or project of a row. */
  refresh(node?: Node): void {
    if (node === undefined) {
      this.#tree.forget();
      this.#provider.refresh();
    } else if ('ref' in node) {
      this.#tree.data(node.ref).forgetAll();
      this.#refreshProject(node.ref);
    } else {
      const connection = connectionOf(node);
      this.#tree.forget(connection.connection.id);
      this.#provider.refresh(connection);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The row of the local service says how it does; once it runs, rows that failed before are read again. */
  #followLocal({ all }: Connections, state: LocalState): void {
    const local = all.find(({ kind }) => kind === 'local');
    const row = local && this.#tree.node(local.id);
    if (!row) return;
    const [child] = this.#tree.knownChildren(row.id);
    if (state === 'running' && child?.kind === 'notice') {
      this.#tree.forget(local.id);
      this.#provider.refresh(row);
    } else {
      // Reading would start the service once more: one that cannot start would be started without end.
      this.#provider.redraw(row);
    }
  }

  #follow(event: JobEvent): void {
    const data = this.#tree.data(event.ref);
    switch (event.kind) {
      case 'changed':
      case 'committed':
      case 'offline':
        void this.#readJob(event.ref);
        break;
      case 'started':
      case 'stateRequested':
        // The poller tells.
        break;
      case 'created':
      case 'deleted':
      case 'moved':
        data.forgetJobs();
        this.#refreshProject(event.ref);
        break;
      case 'foldersChanged':
        data.forgetFolders();
        this.#refreshProject(event.ref);
        break;
      case 'packagesChanged': {
        data.forgetPackages();
        const group = this.#tree.node(`${projectId(event.ref)}|packages`);
        if (group) this.#provider.refresh(group);
      }
    }
  }

  /** One GetJob in place of listing the folder again: it happens with every save. */
  async #readJob(ref: JobRef): Promise<void> {
    const rows = this.#tree.jobNodes(jobKey(ref));
    const [row] = rows;
    if (!row) return;
    const data = this.#tree.data(ref);
    try {
      const service = await data.service();
      const job = await service.getJob(ref.project, ref.job);
      if (!job) throw new Error(`There is no job ${ref.job} any more.`);
      await data.putJob(row.folder.path, job);
      for (const node of rows) Object.assign(node, { job });
      this.#provider.takeRead(rows);
    } catch {
      // The list, read anew, tells what is the matter.
      data.forgetJobs(row.folder.path);
      if (row.parent) this.#provider.refresh(row.parent);
    }
  }

  #refreshProject(ref: ProjectRef): void {
    const project = this.#tree.node(projectId(ref));
    if (project) this.#provider.refresh(project);
  }
}

function projectId({ connection, project }: ProjectRef): string {
  return `${connection}|${project}`;
}

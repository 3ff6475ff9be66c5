import * as vscode from 'vscode';
import {
  jobKey,
  type Connections,
  type JobEvents,
  type JobRef,
  type JobStates,
  type ProjectRef,
} from '../connections/api.ts';
import { ROOT_FOLDER, type PackageName } from '../services/model.ts';
import { AutoReveal } from './autoReveal.ts';
import { CommitRecords } from './commitRecords.ts';
import { DragAndDrop } from './dragAndDrop.ts';
import { Expansion } from './expansion.ts';
import type { JobNode, MoreNode, Node } from './nodes.ts';
import type { ProjectData } from './projectData.ts';
import { Provider } from './provider.ts';
import { Refresher } from './refresher.ts';
import type { RowFacts } from './rows/index.ts';
import { SelectionKeys } from './selectionKeys.ts';
import { Tree, type LoadedJobs } from './tree.ts';
import { Watcher } from './watcher.ts';

export const VIEW = 'blink.explorer';

export interface ExplorerParts {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly states: JobStates;
  readonly events: JobEvents;
  readonly log: vscode.LogOutputChannel;
}

/** The sidebar, as the rest of the editor side sees it. */
export interface Explorer {
  /** The selected rows, in the tree's order of selection. */
  readonly selection: readonly Node[];
  /** What each job was when it was last committed from here. */
  readonly commits: CommitRecords;
  /** The text of the filter; '' when there is none. */
  readonly filter: string;
  /** What is known of a project; shared with the commands so that nothing is read twice. */
  data(ref: ProjectRef): ProjectData;
  /** The jobs of all folders that somebody has looked at; reads nothing. */
  loadedJobs(): Promise<readonly LoadedJobs[]>;
  /** Shows only what contains all words of `text`; '' shows everything again. */
  setFilter(text: string): void;
  /** Reads everything again, or what belongs to a row's project or connection. */
  refresh(node?: Node): void;
  /** Reads the next pages of a folder's jobs. */
  loadMore(node: MoreNode): void;
  /**
   * Opens the folders down to a job and selects its row.
   * @returns false when there is no such row: the job is gone, or a filter hides it
   * @throws ServiceError of the calls that look for the job's folder
   */
  reveal(ref: JobRef, options?: { readonly focus?: boolean }): Promise<boolean>;
  /** Opens the packages of a project and selects the row of one, where it is named and there. */
  revealPackage(ref: ProjectRef, name: PackageName | undefined): Promise<void>;
}

/** Registers the view; reads nothing before somebody looks at it. */
export function createExplorer(parts: ExplorerParts): Explorer & { dispose(): void } {
  const { context, connections, states, events } = parts;
  const tree = new Tree(connections);
  const commits = new CommitRecords(context.globalState);
  const facts: RowFacts = {
    run: ref => states.get(ref),
    isChanged: (ref, job) => commits.verdict(ref, job) === 'changed',
    pollError: ref => states.errorOf(ref),
    localState: () => connections.localState,
  };
  const provider = new Provider(tree, facts);
  const view = vscode.window.createTreeView(VIEW, {
    treeDataProvider: provider,
    dragAndDropController: new DragAndDrop(tree),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const expansion = new Expansion(view);
  const refresher = new Refresher(tree, provider, connections, events);
  const watcher = new Watcher({ view, tree, provider, expansion, states, commits });
  const owned = [
    watcher,
    refresher,
    new AutoReveal(view, tree),
    new SelectionKeys(view, states),
    expansion,
    view,
    provider,
  ];
  let filter = '';

  return {
    commits,
    get selection() {
      return view.selection;
    },
    get filter() {
      return filter;
    },
    data: ref => tree.data(ref),
    loadedJobs: () => tree.loadedJobs(),
    setFilter: text => {
      if (text.trim() === filter) return;
      filter = text.trim();
      tree.setFilter(filter);
      view.message = filter === '' ? '' : vscode.l10n.t('Filter: {0}', filter);
      void vscode.commands.executeCommand('setContext', 'blink.explorer.filtered', filter !== '');
      provider.refresh();
    },
    refresh: node => {
      refresher.refresh(node);
    },
    loadMore: ({ ref, folder, parent }) => {
      tree.data(ref).loadMore(folder.path);
      provider.refresh(parent);
    },
    reveal: async (ref, options) => {
      const node = await findAnywhere(tree, ref);
      if (node) await view.reveal(node, { select: true, focus: options?.focus ?? true });
      return node !== undefined;
    },
    revealPackage: async (ref, name) => {
      const node = await tree.findPackage(ref, name);
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
    },
    dispose: () => {
      for (const each of owned) each.dispose();
    },
  };
}

async function findAnywhere(tree: Tree, ref: JobRef): Promise<JobNode | undefined> {
  const [shown] = tree.jobNodes(jobKey(ref));
  if (shown) return shown;
  const data = tree.data(ref);
  const service = await data.service();
  const job = await service.getJob(ref.project, ref.job);
  if (!job) return undefined;
  const folder = job.folderId === undefined ? undefined : (await data.allFolders()).get(job.folderId);
  return tree.findJob(ref, folder?.path ?? ROOT_FOLDER);
}

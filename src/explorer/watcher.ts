import * as vscode from 'vscode';
import { jobKey, type JobStates } from '../connections/api.ts';
import type { CommitRecords } from './commitRecords.ts';
import type { Expansion } from './expansion.ts';
import type { JobNode, Node } from './nodes.ts';
import type { Provider } from './provider.ts';
import type { Tree } from './tree.ts';

/** Rows that change within this time, ms, are looked at together. */
const SETTLE_MS = 100;

interface Parts {
  readonly view: vscode.TreeView<Node>;
  readonly tree: Tree;
  readonly provider: Provider;
  readonly expansion: Expansion;
  readonly states: JobStates;
  readonly commits: CommitRecords;
}

/** Keeps the states of the shown jobs coming, and their rows up to date; nothing while the view is hidden. */
export class Watcher implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #subscriptions: vscode.Disposable;
  /** Projects whose last poll failed. */
  readonly #failing = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { view, provider, expansion, states } = parts;
    const later = () => {
      this.#later();
    };
    this.#subscriptions = vscode.Disposable.from(
      view.onDidChangeVisibility(later),
      provider.onDidRead(later),
      expansion.onDidChange(later),
      states.onDidChange(keys => {
        this.#redraw(keys);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#parts.states.watch(this, []);
    this.#subscriptions.dispose();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#watch();
    }, SETTLE_MS);
  }

  #watch(): void {
    const { view, tree, expansion, states } = this.#parts;
    const shown = view.visible ? expansion.shown(tree) : [];
    const jobs = shown.filter(node => node.kind === 'job' && node.job.isCommitted) as JobNode[];
    states.watch(
      this,
      jobs.map(({ ref, job }) => ({ ...ref, type: job.type })),
    );
    for (const node of jobs) void this.#settle(node);
  }

  #redraw(keys: ReadonlySet<string>): void {
    const { tree, provider, states } = this.#parts;
    const nodes = [...keys].flatMap(key => tree.jobNodes(key));
    provider.refresh(nodes);
    const projects = new Map(nodes.map(({ ref }) => [`${ref.connection}|${ref.project}`, ref]));
    for (const [id, ref] of projects) {
      const isFailing = states.errorOf(ref) !== undefined;
      if (isFailing === this.#failing.has(id)) continue;
      if (isFailing) this.#failing.add(id);
      else this.#failing.delete(id);
      const project = tree.node(id);
      if (project) provider.refresh(project);
    }
  }

  /** A committed job that was written to since: was it changed, or only moved? Its content tells. */
  async #settle({ ref, job }: JobNode): Promise<void> {
    const { commits, tree, provider } = this.#parts;
    if (commits.verdict(ref, job) !== 'unsure') return;
    try {
      const service = await tree.data(ref).service();
      const now = await service.getJob(ref.project, ref.job);
      if (now) await commits.settle(ref, now);
    } catch {
      // Nobody asked for this look: the row says "committed" until a later one succeeds.
      return;
    }
    provider.refresh(tree.jobNodes(jobKey(ref)));
  }
}

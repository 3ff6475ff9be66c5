import { jobKey } from '../connections/api.ts';
import type { JobNode, Node } from './nodes.ts';

/**
 * The rows that are shown. A row keeps its object as long as its id is there: VS Code tells rows apart by object,
 * and a refresh or a reveal of a stranger does nothing.
 */
export class NodeStore {
  readonly #nodes = new Map<string, Node>();
  readonly #children = new Map<string, readonly string[]>();
  readonly #jobs = new Map<string, Set<JobNode>>();

  get(id: string): Node | undefined {
    return this.#nodes.get(id);
  }

  jobs(key: string): readonly JobNode[] {
    return [...(this.#jobs.get(key) ?? [])];
  }

  /** The rows last taken under a row; '' for the top. */
  children(id: string): readonly Node[] {
    return (this.#children.get(id) ?? []).flatMap(child => this.#nodes.get(child) ?? []);
  }

  /** Takes the rows now under `parentId`; those that are gone, and all below them, are forgotten. */
  keep(parentId: string, fresh: readonly Node[]): readonly Node[] {
    const ids = fresh.map(({ id }) => id);
    const staying = new Set(ids);
    for (const id of this.#children.get(parentId) ?? []) if (!staying.has(id)) this.#drop(id);
    this.#children.set(parentId, ids);
    return fresh.map(node => this.#take(node));
  }

  #take(fresh: Node): Node {
    const known = this.#nodes.get(fresh.id);
    if (known) {
      // Members a fresh row does not have (highlights of a filter) must not stay behind.
      for (const member of Object.keys(known)) if (!(member in fresh)) Reflect.deleteProperty(known, member);
      return Object.assign(known, fresh);
    }
    this.#nodes.set(fresh.id, fresh);
    if (fresh.kind === 'job') {
      const key = jobKey(fresh.ref);
      this.#jobs.set(key, (this.#jobs.get(key) ?? new Set()).add(fresh));
    }
    return fresh;
  }

  #drop(id: string): void {
    for (const child of this.#children.get(id) ?? []) this.#drop(child);
    this.#children.delete(id);
    const node = this.#nodes.get(id);
    this.#nodes.delete(id);
    if (node?.kind !== 'job') return;
    const key = jobKey(node.ref);
    const rows = this.#jobs.get(key);
    rows?.delete(node);
    if (rows?.size === 0) this.#jobs.delete(key);
  }
}

import * as vscode from 'vscode';
import type { Node } from './nodes.ts';
import { rowOf, type RowFacts } from './rows/index.ts';
import type { Tree } from './tree.ts';

/** Lends the tree to VS Code. */
export class Provider implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #tree: Tree;
  readonly #facts: RowFacts;
  /** Rows drawn again whose children, asked for by VS Code along with them, are not to be read again. */
  readonly #redrawn = new Set<string>();
  readonly #onDidChange = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #onDidRead = new vscode.EventEmitter<Node | undefined>();

  readonly onDidChangeTreeData = this.#onDidChange.event;
  /** The rows under a node were read; for what follows the rows that are shown. */
  readonly onDidRead = this.#onDidRead.event;

  constructor(tree: Tree, facts: RowFacts) {
    this.#tree = tree;
    this.#facts = facts;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const known = node && this.#redrawn.delete(node.id) ? this.#tree.knownChildren(node.id) : [];
    if (known.length > 0) return [...known];
    const children = await this.#tree.children(node);
    this.#onDidRead.fire(node);
    return [...children];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return rowOf(node, this.#facts);
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  /** Reads again what is under a node, or under all; its row is drawn again. */
  refresh(node?: Node | readonly Node[]): void {
    if (node === undefined) this.#redrawn.clear();
    else for (const { id } of isList(node) ? node : [node]) this.#redrawn.delete(id);
    if (node === undefined || !isList(node)) this.#onDidChange.fire(node);
    else if (node.length > 0) this.#onDidChange.fire([...node]);
  }

  /** Draws a row again; the rows under it stay as they were read last. */
  redraw(node: Node): void {
    this.#redrawn.add(node.id);
    this.#onDidChange.fire(node);
  }

  /** Draws rows again whose jobs were read anew: what is to be known of them may have changed with it. */
  takeRead(nodes: readonly Node[]): void {
    this.refresh(nodes);
    this.#onDidRead.fire(undefined);
  }

  dispose(): void {
    this.#onDidChange.dispose();
    this.#onDidRead.dispose();
  }
}

function isList(node: Node | readonly Node[]): node is readonly Node[] {
  return Array.isArray(node);
}

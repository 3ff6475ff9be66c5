import * as vscode from 'vscode';
import type { Node } from './nodes.ts';
import type { Tree } from './tree.ts';

/** Which rows are open: VS Code tells only when that changes, and a row may be open from the start. */
export class Expansion implements vscode.Disposable {
  readonly #closed = new Set<string>();
  readonly #subscriptions: vscode.Disposable;
  readonly #onDidChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#onDidChange.event;

  constructor(view: vscode.TreeView<Node>) {
    this.#subscriptions = vscode.Disposable.from(
      view.onDidExpandElement(({ element }) => {
        this.#closed.delete(element.id);
        this.#onDidChange.fire();
      }),
      view.onDidCollapseElement(({ element }) => {
        this.#closed.add(element.id);
        this.#onDidChange.fire();
      }),
      this.#onDidChange,
    );
  }

  /**
   * The nodes of the rows a user can see by scrolling. Children are asked for by VS Code only once their row is
   * open, so what was never read was never open.
   */
  shown(tree: Tree): Node[] {
    const shown: Node[] = [];
    const visit = (parentId: string) => {
      for (const node of tree.knownChildren(parentId)) {
        shown.push(node);
        if (!this.#closed.has(node.id)) visit(node.id);
      }
    };
    visit('');
    return shown;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

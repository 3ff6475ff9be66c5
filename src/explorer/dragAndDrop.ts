import * as vscode from 'vscode';
import { jobFileUri } from '../documents/uris.ts';
import type { Node } from './nodes.ts';
import type { Tree } from './tree.ts';

/** The type VS Code gives to what is dragged inside a tree: its id in lower case. */
export const TREE_MIME = 'application/vnd.code.tree.blink.explorer';

/** Jobs and folders can be dragged into folders; a job can also be dragged into an editor. */
export class DragAndDrop implements vscode.TreeDragAndDropController<Node> {
  readonly dragMimeTypes = ['text/uri-list'];
  readonly dropMimeTypes = [TREE_MIME];
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  handleDrag(source: readonly Node[], data: vscode.DataTransfer): void {
    const movable = source.filter(({ kind }) => kind === 'job' || kind === 'folder');
    data.set(TREE_MIME, new vscode.DataTransferItem(JSON.stringify(movable.map(({ id }) => id))));
    const uris = movable.flatMap(node =>
      node.kind === 'job'
        ? jobFileUri(node.ref, node.folder.path, 'code', node.job.api === 'DATASTREAM').toString()
        : [],
    );
    if (uris.length > 0) data.set('text/uri-list', new vscode.DataTransferItem(uris.join('\r\n')));
  }

  async handleDrop(target: Node | undefined, data: vscode.DataTransfer): Promise<void> {
    const ids = JSON.parse((await data.get(TREE_MIME)?.asString()) ?? '[]') as string[];
    const nodes = ids.map(id => this.#tree.node(id)).filter(node => node !== undefined);
    if (target && nodes.length > 0) {
      await vscode.commands.executeCommand('blink.explorer.move', nodes, target);
    }
  }
}

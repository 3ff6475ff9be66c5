import * as vscode from 'vscode';
import { jobKey } from '../connections/api.ts';
import { parseJobFile, type JobFile } from '../documents/uris.ts';
import type { Node } from './nodes.ts';
import type { Tree } from './tree.ts';

/** Selects the row of the document in the active editor, while the sidebar can be seen (`blink.explorer.autoReveal`). */
export class AutoReveal implements vscode.Disposable {
  readonly #view: vscode.TreeView<Node>;
  readonly #tree: Tree;
  readonly #subscriptions: vscode.Disposable;

  constructor(view: vscode.TreeView<Node>, tree: Tree) {
    this.#view = view;
    this.#tree = tree;
    const follow = () => {
      void this.#follow();
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(({ changed, opened }) => {
        if ([...changed, ...opened].some(({ isActive }) => isActive)) follow();
      }),
      vscode.window.tabGroups.onDidChangeTabGroups(follow),
      view.onDidChangeVisibility(follow),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #follow(): Promise<void> {
    if (!this.#isVisible()) return;
    if (!vscode.workspace.getConfiguration('blink').get<boolean>('explorer.autoReveal', true)) return;
    const file = activeJobFile();
    if (!file || this.#isSelected(file)) return;
    const node = await this.#tree.findJob(file, file.folder);
    // The reading took its time: the user may be elsewhere by now.
    if (node && this.#isVisible() && activeJobFile()?.job === file.job) {
      await this.#view.reveal(node, { select: true, focus: false });
    }
  }

  #isVisible(): boolean {
    return this.#view.visible;
  }

  #isSelected(file: JobFile): boolean {
    return this.#view.selection.some(node => node.kind === 'job' && jobKey(node.ref) === jobKey(file));
  }
}

/** The job file in the active tab, whatever editor shows it. */
export function activeJobFile(): JobFile | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return parseJobFile(input.uri);
  }
  return input instanceof vscode.TabInputTextDiff ? parseJobFile(input.modified) : undefined;
}

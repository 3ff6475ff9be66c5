import * as vscode from 'vscode';
import type { JobStates } from '../connections/api.ts';
import { JOB_ACTIONS, refusalOf, type JobAction } from './actions.ts';
import type { JobNode, Node } from './nodes.ts';

/**
 * Context keys `blink.selection.<action>`: whether some of the selected jobs fit an action. VS Code shows for several
 * rows only what fits each of them; an action on a mixed selection is to be offered, too, and names what it left out.
 */
export class SelectionKeys implements vscode.Disposable {
  readonly #view: vscode.TreeView<Node>;
  readonly #states: JobStates;
  readonly #subscriptions: vscode.Disposable;
  readonly #set = new Map<JobAction, boolean>();

  constructor(view: vscode.TreeView<Node>, states: JobStates) {
    this.#view = view;
    this.#states = states;
    const update = () => {
      this.#update();
    };
    this.#subscriptions = vscode.Disposable.from(
      view.onDidChangeSelection(update),
      states.onDidChange(update),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #update(): void {
    const jobs = this.#view.selection.filter((node): node is JobNode => node.kind === 'job');
    for (const action of JOB_ACTIONS) {
      const fits = jobs.some(
        ({ ref, job: { isCommitted } }) =>
          !refusalOf(action, { isCommitted, state: this.#states.get(ref)?.actual }),
      );
      if (this.#set.get(action) === fits) continue;
      this.#set.set(action, fits);
      void vscode.commands.executeCommand('setContext', `blink.selection.${action}`, fits);
    }
  }
}

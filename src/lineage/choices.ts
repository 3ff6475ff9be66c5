import type * as vscode from 'vscode';
import { choiceShape, DEFAULT_CHOICE, type Choice } from '../webviews/lineage/messages.ts';

const KEY = 'blink.lineage.choice';

/** How the user likes to see lineage, kept over restarts. */
export class Choices {
  readonly #store: vscode.Memento;

  constructor(store: vscode.Memento) {
    this.#store = store;
  }

  /** What an older or newer version wrote may be of another shape: then it is as at first. */
  get(): Choice {
    try {
      return choiceShape.read(this.#store.get(KEY), KEY);
    } catch {
      return DEFAULT_CHOICE;
    }
  }

  async set(choice: Choice): Promise<void> {
    await this.#store.update(KEY, choice);
  }
}

import type * as vscode from 'vscode';
import { jobKey, type JobRef } from '../connections/api.ts';
import { DEFAULT_METRICS } from '../webviews/instance/charts.ts';
import { choiceShape, type Choice } from '../webviews/instance/messages.ts';
import { DEFAULT_RANGE } from '../webviews/instance/timeRange.ts';
import { list, pair, text } from '../webviews/shared/shape.ts';

const KEY = 'blink.instance.choices';
/** Jobs remembered; the one not touched for longest is forgotten first. */
const MOST = 200;

const entries = list(pair(text(), choiceShape), MOST);

const DEFAULT: Choice = { metrics: DEFAULT_METRICS, rangeSeconds: DEFAULT_RANGE };

/** What each job's panel showed last: metrics and time range, kept over restarts. */
export class Choices {
  readonly #store: vscode.Memento;

  constructor(store: vscode.Memento) {
    this.#store = store;
  }

  get(ref: JobRef): Choice {
    return this.#all().get(jobKey(ref)) ?? DEFAULT;
  }

  async set(ref: JobRef, choice: Choice): Promise<void> {
    const all = this.#all();
    all.delete(jobKey(ref));
    all.set(jobKey(ref), choice);
    await this.#store.update(KEY, [...all].slice(-MOST));
  }

  /** What an older or newer version wrote may be of another shape: then nothing is remembered. */
  #all(): Map<string, Choice> {
    try {
      return new Map(entries.read(this.#store.get(KEY) ?? [], KEY));
    } catch {
      return new Map();
    }
  }
}

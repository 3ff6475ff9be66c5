import { graphOf } from './graph/graph.ts';
import { layoutOf, type Layout } from './graph/layout.ts';
import type { Measure } from './graph/measure.ts';
import type { Graph } from './graph/model.ts';
import { linksOf, type Links } from './graph/paths.ts';
import type { Choice, Insert } from './messages.ts';
import type { Ui } from './ui.ts';
import { subtitleOf } from './view/looks.ts';
import { conditionWord } from './view/tableBox.ts';

export interface Drawing {
  readonly graph: Graph;
  readonly links: Links;
  readonly layout: Layout;
}

interface DrawingOptions {
  readonly insert: Insert;
  readonly choice: Choice;
  readonly opened: ReadonlySet<string>;
  readonly ui: Ui;
  readonly measure: Measure;
}

/** Remembers the last drawing: a panel is rendered far more often than what it shows changes. */
export class Draughtsman {
  #options: DrawingOptions | undefined;
  #drawing: Drawing | undefined;

  draw(options: DrawingOptions): Drawing {
    const { insert, choice, opened, ui, measure } = options;
    const last = this.#options;
    if (
      this.#drawing &&
      last?.insert === insert &&
      last.choice === choice &&
      last.opened === opened &&
      last.ui === ui &&
      last.measure === measure
    )
      return this.#drawing;
    const graph = graphOf(insert, choice);
    const layout = layoutOf(graph, {
      measure,
      opened,
      conditionWord: ({ kind }) => conditionWord(kind, ui),
      subtitle: table => subtitleOf(table, ui.texts),
    });
    this.#options = options;
    this.#drawing = { graph, links: linksOf(graph), layout };
    return this.#drawing;
  }
}
